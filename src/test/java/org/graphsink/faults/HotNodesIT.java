package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.support.RunningTask.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.Records;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** Tasks that write relationships of the same few nodes at the same time: locks are taken in one another's way. */
@WithNeo4j
class HotNodesIT {

    private static final int TASKS = 4;
    private static final int POLLS = Scale.of(150, 600);
    private static final int RECORDS = 5;
    private static final int NODES = 20;

    @RegisterExtension
    static final Figures figures = new Figures();

    private final Database database;
    private final Map<String, String> settings;

    HotNodesIT(Neo4jServer neo4j, Driver driver) {
        this.database = new Database(driver);
        this.settings = settings(
                neo4j.uri(),
                "neo4j.pattern.topic.events",
                "(:Person {!id: a})-[:KNOWS {!id}]->(:Person {!id: b})"
                        + " ; (:Person {!id: b})-[:LIKES {!id}]->(:Person {!id: c}) ; (:Event {!id})");
    }

    @Test
    void eachRelationshipIsWrittenOnce() throws InterruptedException, ExecutionException {
        try (var log = LogCapture.everything();
                var appearances = Appearances.watch(database.driver())) {
            var threads = Executors.newFixedThreadPool(TASKS);
            var ends = new ArrayList<Future<?>>();
            IntStream.range(0, TASKS).forEach(task -> ends.add(threads.submit(() -> run(task))));
            for (var end : ends) {
                end.get();
            }
            threads.shutdown();
            long records = (long) TASKS * POLLS * RECORDS;
            int deadlocks = log.lines("DeadlockDetected and is repeated").size();
            var counted = appearances.counted();
            figures.injected(deadlocks)
                    .add("tasks", TASKS)
                    .add("polls", (long) TASKS * POLLS)
                    .counted(counted, records, 0);
            assertThat(deadlocks).isPositive();
            assertThat(counted).isEqualTo(new Appearances.Counted(records, Map.of()));
            assertThat(relationships("KNOWS"))
                    .isEqualTo(LongStream.range(0, records).boxed().toList());
            assertThat(relationships("LIKES"))
                    .isEqualTo(LongStream.range(0, records).boxed().toList());
            assertThat(database.number("MATCH (p:Person) RETURN count(p)")).isEqualTo(NODES);
            assertThat(database.offsets().values()).containsOnly((long) POLLS * RECORDS);
        }
    }

    private List<Long> relationships(String type) {
        return database
                .driver()
                .executableQuery("MATCH ()-[r:" + type + "]->() RETURN r.id AS id ORDER BY id")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("id").asLong())
                .toList();
    }

    private void run(int number) {
        var partition = new TopicPartition("events", number);
        var random = new Random(Scale.seed() + number);
        try (var task = RunningTask.start(settings).open(partition)) {
            for (int poll = 0; poll < POLLS; poll++) {
                long from = (long) poll * RECORDS;
                task.deliver(LongStream.range(from, from + RECORDS)
                        .mapToObj(offset -> Records.event(
                                partition,
                                offset,
                                offset * TASKS + number,
                                Map.of(
                                        "a",
                                        random.nextInt(NODES),
                                        "b",
                                        random.nextInt(NODES),
                                        "c",
                                        random.nextInt(NODES))))
                        .toList());
            }
            assertThat(task.reported()).isEqualTo(List.of());
        }
    }
}
