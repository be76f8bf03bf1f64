package org.graphsink.mapping;

/** How a converter gives a row to the connector. */
enum DataForm {
    /** A struct with a schema: every column is there. */
    STRUCT,
    /** A map: what is left out is not there. */
    MAP
}
