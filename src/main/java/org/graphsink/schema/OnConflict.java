package org.graphsink.schema;

/** {@code neo4j.schema.on-conflict}: what happens to an existing index that differs from the declared one. */
public enum OnConflict {
    /** The task fails and names both. */
    ERROR,
    /** The existing index is dropped and the declared one created. Constraints are never dropped for this. */
    RECREATE
}
