package org.graphsink.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.config.SinkSettings;
import org.graphsink.graph.GraphChange;
import org.graphsink.neo4j.DriverParameters;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.support.ConnectorSettings;

/** What a record takes on its way to statements with the driver's parameters, without a server. */
final class PipelineBenchmark {

    private static final int POLL = 2_000;
    private static final int POLLS = 50;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 9;

    private static final ConnectorSettings SETTINGS =
            ConnectorSettings.to("bolt://localhost").named("bench").with("neo4j.pattern.rows.topics", SampleRows.TOPIC);

    private PipelineBenchmark() {}

    static void run() {
        for (boolean schemas : new boolean[] {true, false}) {
            var rows = new SampleRows(schemas, POLL / 10);
            String form = schemas ? "with schema" : "schemaless";
            measure("a row of a node, " + form, Workload.NODES, rows.plain(0, POLL));
            measure(
                    "an envelope of a new row with a foreign key, " + form,
                    Workload.FOREIGN_KEYS,
                    rows.created(0, POLL));
            measure(
                    "an envelope of a changed row with a foreign key, " + form,
                    Workload.FOREIGN_KEYS,
                    rows.changed(0, POLL));
        }
    }

    private static void measure(String name, Workload workload, List<SinkRecord> poll) {
        var pipeline = GraphPipeline.of(
                SinkSettings.of(SETTINGS.topics(workload.topics()).map()));
        var expenses = new ArrayList<Expense>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            var expense = Expense.of((long) POLLS * POLL, () -> {
                for (int i = 0; i < POLLS; i++) {
                    render(pipeline, poll);
                }
            });
            if (round >= WARM_UP) {
                expenses.add(expense);
            }
        }
        System.out.printf("%s: %s per record (medians of %d)%n", name, Expense.median(expenses), ROUNDS);
    }

    private static void render(GraphPipeline pipeline, List<SinkRecord> poll) {
        var changes = new ArrayList<GraphChange>();
        for (var record : poll) {
            changes.addAll(pipeline.changes(record).changes());
        }
        int rows = 0;
        for (var statement : pipeline.statements(changes)) {
            rows += DriverParameters.of(statement).size();
        }
        if (rows == 0) {
            throw new IllegalStateException("Nothing to write");
        }
    }
}
