package org.graphsink.mapping;

/** What the emptying of a source table does to the graph: {@code neo4j.cdc.truncate}. */
public enum Truncate {
    /** Nothing; the record is counted and warned about. */
    IGNORE,
    /** Deletes all nodes and relationships of the topic's patterns. */
    APPLY
}
