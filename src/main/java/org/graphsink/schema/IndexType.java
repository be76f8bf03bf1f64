package org.graphsink.schema;

/** The index types of {@code neo4j.schema.index.<name>}, named as in Cypher. */
public enum IndexType {
    RANGE,
    TEXT,
    POINT,
    FULLTEXT;

    /** Whether one index of this type can have several labels or relationship types. */
    boolean takesSeveralNames() {
        return this == FULLTEXT;
    }

    boolean takesSeveralProperties() {
        return this == RANGE || this == FULLTEXT;
    }
}
