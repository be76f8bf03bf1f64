package org.graphsink.pattern;

/** One graph pattern of a mapping: what one record becomes. {@link #toString()} is its canonical text. */
public sealed interface Pattern permits NodePattern, RelationshipPattern {}
