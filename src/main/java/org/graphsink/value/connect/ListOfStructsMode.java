package org.graphsink.value.connect;

/**
 * {@code neo4j.types.list-of-structs}: what becomes of a list whose elements Neo4j cannot store in a list: structs,
 * maps, lists and bytes.
 */
public enum ListOfStructsMode {
    /** One STRING with a JSON array. */
    JSON,
    /** The record is in error. */
    FAIL
}
