package org.graphsink.graph;

/** What a write does to the properties that it does not name. */
public enum PropertyWrite {
    /** They stay: {@code SET n += properties}. */
    MERGE,
    /** They go: {@code SET n = properties}. */
    REPLACE
}
