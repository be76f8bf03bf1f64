package org.graphsink.schema;

/** {@code neo4j.schema}: what happens to constraints and indexes at task start. */
public enum SchemaMode {
    /** What is missing is created. */
    CREATE,
    /** What is missing is an error; nothing is changed. */
    VALIDATE,
    /** Constraints and indexes are the user's business; nothing is read or changed. */
    NONE
}
