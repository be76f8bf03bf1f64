package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.Truncate;
import org.graphsink.mapping.UnchangedRows;
import org.graphsink.pipeline.ChangeText;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.RecordException;
import org.graphsink.support.DefaultSettings;

/**
 * A workload on source tables and how its records are written and arrive.
 *
 * @param seed what everything that the workload does not say is drawn from
 * @param order in which the records arrive
 */
record Scenario(
        long seed,
        MappingSettings settings,
        Order order,
        RecordDialect dialect,
        List<SourceTable> tables,
        List<SourceStep> steps) {

    private static final int MOST_STEPS = 24;
    private static final MappingSettings SKIPPING = new MappingSettings(
            true,
            true,
            MissingEndpoints.SKIP,
            Optional.of("__Placeholder"),
            Set.of(),
            List.of(),
            Truncate.IGNORE,
            UnchangedRows.WRITE);
    private static final MappingSettings REPLACING = new MappingSettings(
            false,
            false,
            MissingEndpoints.CREATE,
            Optional.of("__Placeholder"),
            Set.of(),
            List.of(),
            Truncate.IGNORE,
            UnchangedRows.WRITE);

    /** Updates of unchanged rows cost nothing (design: the topics are read from their start, and nobody else writes). */
    private static final MappingSettings SPARING = new MappingSettings(
            true,
            true,
            MissingEndpoints.CREATE,
            Optional.of("__Placeholder"),
            Set.of(),
            List.of(),
            Truncate.IGNORE,
            UnchangedRows.SKIP);

    /** Records that add up to what the tables hold. */
    static Scenario of(long seed) {
        var random = new Random(seed);
        var dialect = RecordDialect.of(random);
        var order = random.nextBoolean() ? Order.AS_WRITTEN : Order.BY_KEY;
        // A node whose key is not the record's is found by what only records in their order tell.
        boolean anyKey = dialect.hasBefore() && order == Order.AS_WRITTEN;
        var tables = ShopTables.ALL.stream()
                .filter(table -> anyKey || !table.needsBefore())
                .filter(table -> dialect.hasBefore() || dialect.schemas() || !table.needsSchemas())
                .toList();
        var steps = SourceStep.workload(random, MOST_STEPS);
        var settings = random.nextBoolean() ? SPARING : DefaultSettings.MAPPING;
        return new Scenario(seed, settings, order, dialect, tables, steps);
    }

    boolean addsUp() {
        return order != Order.DISTURBED;
    }

    /** As above, or with other settings, or disturbed. */
    static Scenario ofAnyKind(long seed) {
        var random = new Random(~seed);
        var scenario = of(seed);
        if (random.nextBoolean()) {
            return scenario;
        }
        var settings = List.of(DefaultSettings.MAPPING, SKIPPING, REPLACING).get(random.nextInt(3));
        return new Scenario(
                seed, settings, Order.DISTURBED, scenario.dialect, ShopTables.WITHOUT_UNIQUE_VALUES, scenario.steps);
    }

    Scenario with(List<SourceStep> fewer) {
        return new Scenario(seed, settings, order, dialect, tables, fewer);
    }

    SourceTables source(long sequence) {
        return SourceTables.after(steps, tables, sequence);
    }

    GraphDump expected() {
        var source = source(0);
        return ExpectedGraph.of(source.log(), source.rows()).dump();
    }

    List<SinkRecord> records(long sequence) {
        return order.of(dialect.records(source(sequence).log()), new Random(seed));
    }

    /** The changes of each record of the sequence. */
    List<List<GraphChange>> changes(long sequence) {
        var pipeline = SourceTable.pipeline(tables, settings);
        return records(sequence).stream()
                .map(record -> changes(pipeline, record))
                .toList();
    }

    /** None for a record that the connector would report. */
    private static List<GraphChange> changes(GraphPipeline pipeline, SinkRecord record) {
        try {
            return pipeline.changes(record).changes();
        } catch (RecordException e) {
            return List.of();
        }
    }

    static GraphDump oneByOne(List<List<GraphChange>> records) {
        var graph = new ModelGraph();
        records.forEach(changes -> changes.forEach(graph::apply));
        return graph.dump();
    }

    GraphDump inPolls(List<List<GraphChange>> records) {
        var graph = new ModelGraph();
        var pipeline = SourceTable.pipeline(tables, settings);
        for (var poll : polls(records)) {
            PlannedChanges.of(pipeline.plan(poll)).forEach(graph::apply);
        }
        return graph.dump();
    }

    /** The changes of the records in polls of random sizes. */
    List<List<GraphChange>> polls(List<List<GraphChange>> records) {
        var random = new Random(seed);
        var polls = new ArrayList<List<GraphChange>>();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(1 + random.nextInt(20)));
            polls.add(records.subList(from, to).stream().flatMap(List::stream).toList());
            from = to;
        }
        return polls;
    }

    String report() {
        var text = new StringBuilder("seed " + seed + "\n" + settings + " " + order + "\n" + dialect + "\n");
        var log = source(0).log();
        var records = records(0);
        text.append(log.stream().map(Object::toString).collect(Collectors.joining("\n")))
                .append("\n\nrecords\n");
        var changes = changes(0);
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            text.append(record.topic())
                    .append(' ')
                    .append(record.key())
                    .append(' ')
                    .append(record.value());
            text.append('\n').append(ChangeText.of(changes.get(i)).indent(4));
        }
        return text.toString();
    }
}
