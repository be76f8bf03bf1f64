package org.graphsink.value.connect;

/** {@code neo4j.types.nested}: what becomes of a struct or map inside a record. */
public enum NestedMode {
    /** A property per leaf, named by its dotted path. */
    FLATTEN,
    /** One STRING of JSON. */
    JSON,
    /** The record is in error. */
    FAIL
}
