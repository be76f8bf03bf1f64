package org.graphsink.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.Neo4jSinkTask;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.TaskContext;
import org.graphsink.support.servers.Neo4jServer;
import org.neo4j.driver.Driver;

/**
 * The task against a loop written by hand for the same rows, in turns on one server. The rows come as records with schema, so that decoding, mapping and planning
 * are measured and the converter is not.
 */
final class ThroughputBenchmark {

    private static final int POLL = Integer.getInteger("bench.poll", 2_000);
    private static final int POLLS = Integer.getInteger("bench.polls", 40);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private final Neo4jServer server;
    private final Driver driver;

    ThroughputBenchmark(Neo4jServer server, Driver driver) {
        this.server = server;
        this.driver = driver;
    }

    void run() {
        List.of(Workload.NODES, Workload.FOREIGN_KEYS, Workload.FOREIGN_KEYS_TO_ROWS)
                .forEach(this::run);
    }

    private void run(Workload workload) {
        var inserts = new Contest();
        var updates = new Contest();
        for (int round = 0; round <= ROUNDS; round++) {
            var connectorInsert = connector(workload, true);
            var connectorUpdate = connector(workload, false);
            var handInsert = byHand(workload, true);
            var handUpdate = byHand(workload, false);
            System.out.printf(
                    "%s, round %d%s: rows/s inserting %,.0f (by hand %,.0f), again %,.0f (by hand %,.0f)%n",
                    workload.name(),
                    round,
                    round == 0 ? " (warm-up)" : "",
                    connectorInsert.recordsPerSecond(),
                    handInsert.recordsPerSecond(),
                    connectorUpdate.recordsPerSecond(),
                    handUpdate.recordsPerSecond());
            if (round > 0) {
                inserts.add(connectorInsert, handInsert);
                updates.add(connectorUpdate, handUpdate);
            }
        }
        System.out.printf(
                "%s: the connector reaches %.2f of the loop by hand when inserting, %.2f when writing again (medians of"
                        + " %d)%n",
                workload.name(), inserts.ratio(), updates.ratio(), ROUNDS);
        System.out.printf(
                "%s: a row takes %s of the writing thread when inserting, %s when writing again (medians of %d)%n",
                workload.name(), inserts.expenses(), updates.expenses(), ROUNDS);
    }

    private Turn connector(Workload workload, boolean empty) {
        if (empty) {
            prepare();
        }
        var task = new Neo4jSinkTask();
        task.initialize(TaskContext.intolerant());
        task.start(ConnectorSettings.to(server.uri())
                .named("bench")
                .topics(workload.topics())
                .with("neo4j.eos-offset-label", "")
                .map());
        task.open(List.of(new TopicPartition("orders", 0)));
        var polls = new ArrayList<List<SinkRecord>>();
        for (int poll = 0; poll < POLLS; poll++) {
            polls.add(Workload.records((long) poll * POLL, POLL, customers()));
        }
        var turn = Turn.of((long) POLL * POLLS, () -> polls.forEach(task::put));
        task.stop();
        return turn;
    }

    private Turn byHand(Workload workload, boolean empty) {
        if (empty) {
            prepare();
        }
        var polls = new ArrayList<Map<String, Object>>();
        for (int poll = 0; poll < POLLS; poll++) {
            polls.add(Workload.columns((long) poll * POLL, POLL, customers()));
        }
        return Turn.of((long) POLL * POLLS, () -> polls.forEach(columns -> workload.writeByHand(driver, columns)));
    }

    private static long customers() {
        return (long) POLL * POLLS / 10;
    }

    private void prepare() {
        server.clear();
        try (var session = driver.session()) {
            for (var label : List.of("Order", "Customer")) {
                session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:" + label + ") REQUIRE n.id IS UNIQUE")
                        .consume();
            }
            session.run("CALL db.awaitIndexes()").consume();
        }
    }
}
