package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.footprint.Footprints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.source.PatternStrategy;
import org.graphsink.source.TopicStrategy;
import org.graphsink.support.DefaultSettings;

/**
 * A source table, how it is mapped, and, in plain Java, what the mapping means.
 *
 * @param recordKey the columns of the record key where it is not the table's, as message.key.columns makes it; else none
 * @param events whether the topic holds events rather than rows
 * @param needsBefore whether the mapping follows its rows only where records have a before image
 * @param needsSchemas whether it does so only where records have that or a schema
 */
record SourceTable(
        String name,
        List<SourceColumn> columns,
        TopicPatterns patterns,
        Expectation expectation,
        List<String> recordKey,
        boolean events,
        boolean needsBefore,
        boolean needsSchemas) {

    /** Adds what a row stands for to a graph. */
    @FunctionalInterface
    interface Expectation {
        void add(Map<String, Object> row, ExpectedGraph graph);
    }

    /** What the connector makes of the records of the tables. */
    static GraphPipeline pipeline(List<SourceTable> tables, MappingSettings settings) {
        var rows = new HashSet<String>();
        for (var table : tables) {
            if (!table.events) {
                rows.add(table.name);
            }
        }
        return GraphPipeline.of(topics(tables), new DecoderSettings(rows, DefaultSettings.TYPES), settings);
    }

    static Footprints footprints(List<SourceTable> tables) {
        return TopicStrategy.footprints(topics(tables));
    }

    private static Map<String, TopicStrategy> topics(List<SourceTable> tables) {
        var topics = new HashMap<String, TopicStrategy>();
        tables.forEach(table -> topics.put(table.name, table.strategy()));
        return topics;
    }

    private PatternStrategy strategy() {
        var key = new RowKey(columns.stream()
                .filter(SourceColumn::key)
                .map(column -> List.of(column.name()))
                .toList());
        return new PatternStrategy(patterns, recordKey.isEmpty() ? Optional.empty() : Optional.of(key));
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    SourceColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> key(Map<String, Object> row) {
        var key = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            if (column.key()) {
                key.put(column.name(), row.get(column.name()));
            }
        }
        return key;
    }

    /** Whether a column is in the record key. */
    boolean isInRecordKey(SourceColumn column) {
        return recordKey.isEmpty() ? column.key() : recordKey.contains(column.name());
    }

    Map<String, Object> recordKey(Map<String, Object> row) {
        var key = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            if (isInRecordKey(column)) {
                key.put(column.name(), row.get(column.name()));
            }
        }
        return key;
    }

    static final class Builder {
        private final String name;
        private final List<SourceColumn> columns = new ArrayList<>();
        private List<String> recordKey = List.of();
        private boolean events;
        private boolean needsBefore;
        private boolean needsSchemas;

        private Builder(String name) {
            this.name = name;
        }

        Builder key(String column, Domain domain) {
            return key(column, domain, null);
        }

        Builder key(String column, Domain domain, String references) {
            columns.add(new SourceColumn(column, domain, true, false, false, references, null));
            return this;
        }

        Builder column(String column, Domain domain) {
            columns.add(new SourceColumn(column, domain, false, true, false, null, null));
            return this;
        }

        /** A column that is stored with a foreign key's relationship. */
        Builder with(String foreignKey, String column, Domain domain) {
            columns.add(new SourceColumn(column, domain, false, true, false, null, foreignKey));
            return this;
        }

        Builder unique(String column, Domain domain) {
            columns.add(new SourceColumn(column, domain, false, false, true, null, null));
            return this;
        }

        /** At most one row refers to each. */
        Builder uniqueOptional(String column, Domain domain, String references) {
            columns.add(new SourceColumn(column, domain, false, true, true, references, null));
            return this;
        }

        Builder required(String column, Domain domain, String references) {
            columns.add(new SourceColumn(column, domain, false, false, false, references, null));
            return this;
        }

        Builder optional(String column, Domain domain, String references) {
            columns.add(new SourceColumn(column, domain, false, true, false, references, null));
            return this;
        }

        Builder recordKey(String... columns) {
            recordKey = List.of(columns);
            return this;
        }

        Builder events() {
            events = true;
            return this;
        }

        Builder needsSchemas() {
            needsSchemas = true;
            return this;
        }

        Builder needsBefore() {
            needsBefore = true;
            return this;
        }

        SourceTable mapped(String patterns, Expectation expectation) {
            return new SourceTable(
                    name,
                    List.copyOf(columns),
                    TopicPatterns.parse(patterns),
                    expectation,
                    recordKey,
                    events,
                    needsBefore,
                    needsSchemas);
        }
    }
}
