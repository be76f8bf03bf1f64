package org.graphsink.value.connect;

/** {@code neo4j.types.decimal}: what becomes of decimals and of integers beyond 64 bits, which Neo4j does not have. */
public enum DecimalMode {
    /** STRING in plain notation, every digit kept. */
    STRING,
    /** The nearest FLOAT. */
    DOUBLE,
    /** FLOAT where that keeps every digit; else the record is in error. */
    FAIL
}
