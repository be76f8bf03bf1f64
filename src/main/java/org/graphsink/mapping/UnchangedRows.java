package org.graphsink.mapping;

/** What an update does of which nothing concerns the patterns: {@code neo4j.cdc.unchanged-rows}. */
public enum UnchangedRows {
    /** It is written, so that the graph gets what it may lack. */
    WRITE,
    /** Nothing; the record is counted. */
    SKIP
}
