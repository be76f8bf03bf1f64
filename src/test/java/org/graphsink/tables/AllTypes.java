package org.graphsink.tables;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table with a column of every type that a database has. */
record AllTypes(List<Column> columns) {

    /**
     * @param definition the name, lower case, the type, and whether it may be null
     * @param literal the value in SQL
     * @param property type and value in the graph as Debezium's defaults have it; null for none
     */
    record Column(String definition, String literal, String property) {
        String name() {
            return definition.substring(0, definition.indexOf(' '));
        }
    }

    /** What makes the table. */
    String table(String name) {
        return columns.stream()
                .map(Column::definition)
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (id int PRIMARY KEY, ", ")"));
    }

    String row(String table, int id) {
        return columns.stream()
                .map(Column::literal)
                .collect(Collectors.joining(", ", "INSERT INTO " + table + " VALUES (" + id + ", ", ")"));
    }

    /** What becomes of a row, with what a dialect does otherwise; empty text for what is not there. */
    Map<String, String> properties(Map<String, String> otherwise) {
        var properties = new TreeMap<String, String>();
        for (var column : columns) {
            if (column.property() != null) {
                properties.put(column.name(), column.property());
            }
        }
        properties.putAll(otherwise);
        properties.values().removeIf(String::isEmpty);
        return properties;
    }
}
