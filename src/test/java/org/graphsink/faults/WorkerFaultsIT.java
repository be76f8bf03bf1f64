package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.NewOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers and workers are killed, frozen and moved about, and some records are bad, while four tasks on two workers write.
 * One class, because its cluster takes long to start.
 */
class WorkerFaultsIT {

    private static final int TASKS = 4;
    private static final int ROUNDS = Scale.of(1, 2);
    /** What is sent before each fault. */
    private static final int LOT = Scale.of(8_000, 12_000);

    private static final String EVENTS = "(:Event {!id})";
    private static final String REFUSED_COMMIT =
            "Neo4j cannot write (Neo4j answered Neo.ClientError.Transaction.Terminated)";

    private static final String TAKEN_OVER = "Another task has taken over";

    private static final String SECRET = "kleopatra@example.com";
    private static final String WITHOUT_ID = "{\"id\":null,\"email\":\"" + SECRET + "\"}";
    private static final String UNMAPPABLE = "in the pattern (:Event {!id, *}): The key property id (from id) is null";
    private static final String TOO_LONG = "{\"id\":\"" + SECRET + "x".repeat(40_000) + "\"}";
    private static final String REFUSED = "Neo4j answered Neo.DatabaseError.Statement.ExecutionFailed: an index or"
            + " constraint may not hold one of its values, such as a text too long for it";

    @RegisterExtension
    static final Cluster cluster = new Cluster();

    private final Figures figures = new Figures();
    private int sent;

    @Test
    void theDatabaseIsKilled() {
        try (var proxy = FaultyProxy.to(cluster.neo4j)) {
            proxy.faults(cluster.appearances()::takeBefore);
            beginThrough(proxy, cluster.settings("database-killed", TASKS, EVENTS), "database-killed");
            for (int round = 0; round < ROUNDS; round++) {
                sendAndAwaitFirst("database-killed", LOT);
                cluster.neo4j.process().kill();
                cluster.neo4j.startAgain();
            }
            assertAllOnce("database-killed");
        }
    }

    @Test
    void aWorkerIsKilled() {
        beginWithRenamedTopic("worker-killed");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.awaitTasksOn(cluster.second, "worker-killed", 1);
            sendAndAwaitFirst("worker-killed", LOT);
            cluster.second.process().kill();
            cluster.second.startAgain();
        }
        assertAllOnce("worker-killed");
    }

    @Test
    void aFrozenWorkerGoesOnAfterItsPartitionsHaveMoved() {
        begin("worker-frozen");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.awaitTasksOn(cluster.second, "worker-frozen", 1);
            sendAndAwaitFirst("worker-frozen", LOT);
            cluster.second.process().freeze();
            cluster.awaitTasksOn(cluster.first, "worker-frozen", TASKS);
            cluster.awaitWritten("worker-frozen", sent - LOT / 2);
            cluster.second.process().resume();
        }
        assertAllOnce("worker-frozen");
    }

    @Test
    void aWriteThatAFrozenWorkerIsAboutToBeginIsRefusedWhenItGoesOn() {
        freezeUntilAllIsWrittenElsewhere("begin-frozen", BoltMessage.BEGIN, TAKEN_OVER, heir -> {});
    }

    @Test
    void aWriteThatAFrozenWorkerHadBegunIsRefusedWhenItGoesOn() {
        freezeUntilAllIsWrittenElsewhere(
                "write-frozen",
                BoltMessage.COMMIT,
                REFUSED_COMMIT,
                heir -> assertThat(heir.text()).contains("has left a transaction open; it is ended"));
    }

    private void freezeUntilAllIsWrittenElsewhere(
            String name, BoltMessage held, String refusal, Consumer<NewOutput> whenWritten) {
        var heir = cluster.first.process().newOutput();
        var former = cluster.second.process().newOutput();
        var frozen = new CompletableFuture<Void>();
        var moved = new CompletableFuture<Void>();
        var armed = new AtomicBoolean();
        try (var proxy = FaultyProxy.to(cluster.neo4j)) {
            beginThrough(proxy, cluster.settings(name, TASKS, EVENTS), name);
            // All of the tasks are to be on the worker that stands still.
            cluster.first.process().stop();
            cluster.awaitTasksOn(cluster.second, name, TASKS);
            // What is held is to be a write, not a claim.
            cluster.awaitAssigned(name, TASKS);
            proxy.faults(message -> {
                if (message == held && armed.compareAndSet(true, false)) {
                    cluster.second.process().freeze();
                    frozen.complete(null);
                    moved.join();
                }
                return Fault.NONE;
            });
            sendAndAwaitFirst(name, LOT);
            cluster.awaitBegun(name);
            armed.set(true);
            assertThat(frozen).succeedsWithin(Duration.ofMinutes(1));
            cluster.first.startAgain();
            cluster.awaitTasksOn(cluster.first, name, TASKS);
            cluster.awaitAllWritten(name);
            whenWritten.accept(heir);
            assertThat(former.text()).doesNotContain(refusal);

            cluster.second.process().resume();
            moved.complete(null);

            await().atMost(Duration.ofMinutes(1)).until(() -> former.text().contains(refusal));
            assertAllOnce(name);
        }
    }

    @Test
    void whatAnOutageKeptIsLeftToTheHeirsOfItsPartitionsThoughTheirTopicIsRenamed() {
        var output = newOutput();
        try (var proxy = FaultyProxy.to(cluster.neo4j)) {
            String name = "outage-moved";
            beginThrough(proxy, cluster.settingsWithRenamedTopic(name, TASKS, EVENTS), name);
            cluster.awaitAssigned(name, TASKS);
            sendAndAwaitFirst(name, LOT);
            proxy.faults(message -> message == BoltMessage.BEGIN ? Fault.RESET_BEFORE : Fault.NONE);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> count("The poll is kept and tried again until it is written", output) == TASKS);
            // Each task gets the partition of the one before, with a poll of its own still at hand.
            try (var outsider = cluster.takeFirstPartition(name)) {
                proxy.healthy();
                cluster.awaitWrittenBut(outsider.assignment(), name);
            }
            assertAllOnce(name);
        }
        assertThat(count(TAKEN_OVER, output)).isZero();
    }

    @Test
    void theBrokerIsKilled() {
        begin("broker-killed");
        for (int round = 0; round < ROUNDS; round++) {
            sendAndAwaitFirst("broker-killed", LOT);
            cluster.broker.process().kill();
            cluster.broker.startAgain();
        }
        assertAllOnce("broker-killed");
    }

    @Test
    void tasksComeAndGo() {
        beginWithRenamedTopic("tasks-moved");
        int[] tasks = {1, 3, 2, TASKS};
        for (int round = 0; round < ROUNDS * tasks.length; round++) {
            sendAndAwaitFirst("tasks-moved", LOT / 2);
            configure(
                    cluster.settingsWithRenamedTopic("tasks-moved", tasks[round % tasks.length], EVENTS),
                    "tasks-moved");
        }
        cluster.awaitTasksOn(cluster.second, "tasks-moved", 1);
        sendAndAwaitFirst("tasks-moved", LOT);
        cluster.second.process().stop();
        cluster.second.startAgain();
        assertAllOnce("tasks-moved");
    }

    @Test
    void badRecordsAloneGoToTheDeadLetterQueueWithWhatIsWrongInAHeader() {
        var output = newOutput();
        String name = "bad-records";
        cluster.createTopic(name);
        sendWritable(name, 1_000);
        var expected = new HashMap<String, String>();
        for (int partition = 0; partition < 3; partition++) {
            expected.put(cluster.send(name, partition, WITHOUT_ID), UNMAPPABLE);
        }
        sendWritable(name, 100);
        for (int partition = 2; partition < 4; partition++) {
            expected.put(cluster.send(name, partition, TOO_LONG), REFUSED);
        }
        sendWritable(name, 1_000);

        configure(cluster.settings(name, TASKS, EVENTS), name);

        figures.injected(expected.size());
        assertAllOnce(name, expected.size());
        var found = new HashMap<String, String>();
        for (var letter : cluster.deadLetters(name)) {
            var headers = headers(letter);
            String place = headers.get("__connect.errors.topic") + "-" + headers.get("__connect.errors.partition") + "@"
                    + headers.get("__connect.errors.offset");
            found.put(place, headers.get("__connect.errors.exception.message"));
            assertThat(letter.value()).contains(SECRET);
            assertThat(headers.values()).noneMatch(text -> text.contains(SECRET));
        }
        expected.replaceAll((place, reason) -> "The record " + place + " cannot be written: " + reason);
        assertThat(found).isEqualTo(expected);
        assertThat(count("Reported: The record " + name, output)).isEqualTo(expected.size());
        assertThat(count(SECRET, output)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"intolerant, false", "intolerant-with-log, true"})
    void aBadRecordFailsTheTaskWithWhatIsWrongWhereErrorsAreNotTolerated(String name, String errorsAreLogged) {
        cluster.createTopic(name);
        sendWritable(name, 100);
        String place = cluster.send(name, 0, WITHOUT_ID);
        sendWritable(name, 100);
        var settings = cluster.settings(name, 1, EVENTS)
                .without("errors.deadletterqueue.topic.name")
                .without("errors.deadletterqueue.topic.replication.factor")
                .without("errors.deadletterqueue.context.headers.enable")
                .with("errors.tolerance", "none", "errors.log.enable", errorsAreLogged);

        configure(settings, name);

        assertThat(cluster.awaitFailed(name))
                .contains("Caused by: org.apache.kafka.connect.errors.DataException: The record " + place
                        + " cannot be written: " + UNMAPPABLE + "\n")
                .doesNotContain("Tolerance exceeded")
                .doesNotContain(SECRET);
        assertThat(cluster.stored(name).getOrDefault(name + "-0", 0L)).isLessThanOrEqualTo(100 / Cluster.PARTITIONS);
    }

    private static void begin(String name) {
        cluster.createTopic(name);
        configure(cluster.settings(name, TASKS, EVENTS), name);
    }

    private static void beginWithRenamedTopic(String name) {
        cluster.createTopic(name);
        configure(cluster.settingsWithRenamedTopic(name, TASKS, EVENTS), name);
    }

    private static void beginThrough(FaultyProxy proxy, ConnectorSettings settings, String name) {
        cluster.createTopic(name);
        configure(settings.with("neo4j.uri", proxy.uri().toString()), name);
        cluster.connect().awaitRunning(name);
    }

    private static void configure(ConnectorSettings settings, String name) {
        cluster.connect().configure(name, settings.map());
    }

    private void sendWritable(String name, int records) {
        cluster.send(name, sent, sent + records);
        sent += records;
    }

    /** Sends more records, and returns in the middle of their being written. */
    private void sendAndAwaitFirst(String name, int records) {
        sendWritable(name, records);
        cluster.awaitWritten(name, sent - records + records / 10);
        long underWay = sent - cluster.written(name);
        assertThat(underWay).isPositive();
        figures.injected(1).add("under-way", underWay);
    }

    private void assertAllOnce(String name) {
        assertAllOnce(name, 0);
    }

    private void assertAllOnce(String name, int bad) {
        cluster.awaitAllWritten(name);
        cluster.awaitAllCommitted(name);
        var counted = cluster.appearances().counted();
        figures.counted(counted, sent, cluster.reported(name) - bad);
        figures.print("WorkerFaultsIT " + name);
        assertThat(counted).isEqualTo(new Appearances.Counted(sent, Map.of()));
        assertThat(cluster.reported(name)).isEqualTo(bad);
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> letter) {
        var headers = new HashMap<String, String>();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static List<NewOutput> newOutput() {
        return List.of(
                cluster.first.process().newOutput(), cluster.second.process().newOutput());
    }

    private static int count(String text, List<NewOutput> output) {
        return output.stream()
                .mapToInt(one -> one.text().split(Pattern.quote(text), -1).length - 1)
                .sum();
    }
}
