package org.graphsink.tables;

import java.util.Locale;
import java.util.Map;

/** Settings of Debezium that change what it writes, and what that changes in the graph. */
interface DebeziumDialect {

    String name();

    Map<String, String> settings();

    /** What becomes of a row with all types. */
    Map<String, String> properties();

    default String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    default String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
