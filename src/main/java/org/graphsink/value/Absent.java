package org.graphsink.value;

/**
 * The answer of a read that found no value to write: a field that schemaless data leaves out, or a column whose value
 * Debezium could not read ({@code __debezium_unavailable_value}). Other than null, it leaves a property as it is.
 */
public enum Absent {
    /** The data has no such field. */
    MISSING,
    /** The column is unchanged and its value was not captured. */
    UNAVAILABLE
}
