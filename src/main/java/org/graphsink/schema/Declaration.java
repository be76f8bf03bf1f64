package org.graphsink.schema;

/** A constraint or index that the database should have. */
public sealed interface Declaration permits NodeConstraint, PropertyIndex, VectorIndex {

    /** What it is called where it has to be created; one that exists under another name will do. */
    String name();

    Target target();

    /** Kind and target: equal for a declaration and for what it creates, whatever the name and options. */
    String definition();

    /** For messages, with the kind in words. */
    String described();
}
