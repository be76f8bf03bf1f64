package org.graphsink.graph;

/** What happens to a relationship whose start or end node does not exist: {@code neo4j.relationships.missing-endpoints}. */
public enum MissingEndpoints {
    /** The node is created with its key. */
    CREATE,
    /** The relationship is not written, and counted. */
    SKIP,
    /** The record is in error. */
    FAIL
}
