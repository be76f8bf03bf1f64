package org.graphsink.schema;

/** What an index or constraint is about. The names are those of the {@code entityType} column of SHOW INDEXES. */
public enum EntityType {
    NODE,
    RELATIONSHIP
}
