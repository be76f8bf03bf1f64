package org.graphsink.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.Neo4jSinkTask;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.TaskContext;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * The task against a loop written by hand for the same rows, in turns on one server: {@code mvn -Pbench verify}. What counts
 * is the ratio; times depend on the machine. The rows come as records with schema, so that decoding, mapping and planning
 * are measured and the converter is not.
 */
public final class ThroughputBenchmark {

    private static final int POLL = Integer.getInteger("bench.poll", 2_000);
    private static final int POLLS = Integer.getInteger("bench.polls", 40);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private final Neo4jServer server;
    private final Driver driver;

    private ThroughputBenchmark(Neo4jServer server, Driver driver) {
        this.server = server;
        this.driver = driver;
    }

    public static void main(String[] args) {
        try (var server = Neo4jServer.start(Neo4jOptions.defaults().heapMegabytes(2048));
                var driver = GraphDatabase.driver(server.uri(), AuthTokens.none())) {
            var benchmark = new ThroughputBenchmark(server, driver);
            for (var workload : List.of(Workload.NODES, Workload.FOREIGN_KEYS, Workload.FOREIGN_KEYS_TO_ROWS)) {
                benchmark.run(workload);
            }
        }
    }

    private void run(Workload workload) {
        var inserts = new ArrayList<Double>();
        var updates = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            double connectorInsert = connector(workload, true);
            double connectorUpdate = connector(workload, false);
            double handInsert = byHand(workload, true);
            double handUpdate = byHand(workload, false);
            System.out.printf(
                    "%s, round %d%s: rows/s inserting %,.0f (by hand %,.0f), again %,.0f (by hand %,.0f)%n",
                    workload.name(),
                    round,
                    round == 0 ? " (warm-up)" : "",
                    connectorInsert,
                    handInsert,
                    connectorUpdate,
                    handUpdate);
            if (round > 0) {
                inserts.add(connectorInsert / handInsert);
                updates.add(connectorUpdate / handUpdate);
            }
        }
        System.out.printf(
                "%s: the connector reaches %.2f of the loop by hand when inserting, %.2f when writing again (medians of"
                        + " %d)%n",
                workload.name(), median(inserts), median(updates), ROUNDS);
    }

    private double connector(Workload workload, boolean empty) {
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
        long start = System.nanoTime();
        polls.forEach(task::put);
        double rate = rate(start);
        task.stop();
        return rate;
    }

    private double byHand(Workload workload, boolean empty) {
        if (empty) {
            prepare();
        }
        var polls = new ArrayList<Map<String, Object>>();
        for (int poll = 0; poll < POLLS; poll++) {
            polls.add(Workload.columns((long) poll * POLL, POLL, customers()));
        }
        long start = System.nanoTime();
        polls.forEach(columns -> workload.writeByHand(driver, columns));
        return rate(start);
    }

    private static long customers() {
        return (long) POLL * POLLS / 10;
    }

    private static double rate(long start) {
        return (double) POLL * POLLS * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
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

    private static double median(List<Double> ratios) {
        var sorted = new ArrayList<>(ratios);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
