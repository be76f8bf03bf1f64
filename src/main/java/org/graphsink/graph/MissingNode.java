package org.graphsink.graph;

/** What becomes of a node that an upsert does not find. */
public enum MissingNode {
    /** It is created. */
    CREATE,
    /** It is created for a row of its own. Where a placeholder stands for it, that becomes the node. */
    CREATE_FOR_ROW,
    /** A placeholder is created, see {@link Placeholders}. */
    CREATE_PLACEHOLDER,
    /** There is none, and nothing is written. */
    LEAVE
}
