package org.graphsink.tables;

import java.util.Locale;
import java.util.Map;

/**
 * Settings of Debezium that change what it writes, and what that changes in the graph.
 *
 * @param label of the nodes that rows of this dialect become
 * @param otherwise properties other than those of the defaults; empty text for none
 */
record DebeziumDialect(String label, AllTypes types, Map<String, String> settings, Map<String, String> otherwise) {

    /** What becomes of a row with all types. */
    Map<String, String> properties() {
        return types.properties(otherwise);
    }

    String prefix() {
        return label.toLowerCase(Locale.ROOT);
    }
}
