package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graphsink.servers.BoltMessage;
import org.graphsink.servers.ConnectWorker;
import org.graphsink.servers.Fault;
import org.graphsink.servers.FaultyProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers and workers are killed, frozen and moved about while four tasks on two workers write. */
class WorkerFaultsIT {

    private static final int TASKS = 4;
    private static final int ROUNDS = Scale.of(1, 2);
    /** What is sent before each fault. */
    private static final int LOT = Scale.of(8_000, 12_000);

    private static final String EVENTS = "(:Event {!id})";
    private static final String REFUSED_COMMIT =
            "Neo4j cannot write (Neo4j answered Neo.ClientError.Transaction.Terminated)";

    private static Cluster cluster;

    private final Figures figures = new Figures();
    private Appearances appearances;
    private int sent;

    @BeforeAll
    static void start() {
        cluster = new Cluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void watch() {
        cluster.takeEvents();
        appearances = Appearances.watch(cluster.neo4j.driver());
    }

    @AfterEach
    void deleteConnectors() {
        appearances.close();
        cluster.connect().connectors().forEach(cluster.connect()::delete);
    }

    @Test
    void theDatabaseIsKilled() {
        begin("database-killed");
        for (int round = 0; round < ROUNDS; round++) {
            sendAndAwaitFirst("database-killed", LOT);
            cluster.neo4j.process().kill();
            cluster.neo4j.startAgain();
        }
        assertAllOnce("database-killed");
    }

    @Test
    void aWorkerIsKilled() {
        begin("worker-killed");
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
    void aWriteThatAFrozenWorkerHadBegunIsRefusedWhenItGoesOn() {
        var atCommit = new CompletableFuture<Void>();
        var moved = new CompletableFuture<Void>();
        var armed = new AtomicBoolean();
        try (var proxy = FaultyProxy.to(cluster.neo4j)) {
            cluster.createTopic("write-frozen");
            cluster.configure("write-frozen", TASKS, EVENTS, proxy.uri());
            cluster.connect().awaitRunning("write-frozen");
            // All of the tasks are to be on the worker that stands still.
            cluster.first.process().stop();
            cluster.awaitTasksOn(cluster.second, "write-frozen", TASKS);
            proxy.faults(message -> {
                if (message == BoltMessage.COMMIT && armed.compareAndSet(true, false)) {
                    cluster.second.process().freeze();
                    atCommit.complete(null);
                    moved.join();
                }
                return Fault.NONE;
            });
            sendAndAwaitFirst("write-frozen", LOT);
            armed.set(true);
            assertThat(atCommit).succeedsWithin(Duration.ofMinutes(1));
            cluster.first.startAgain();
            cluster.awaitTasksOn(cluster.first, "write-frozen", TASKS);
            cluster.awaitAllWritten("write-frozen");
            assertThat(log(cluster.first)).contains("has left a transaction open; it is ended");
            assertThat(log(cluster.second)).doesNotContain(REFUSED_COMMIT);

            cluster.second.process().resume();
            moved.complete(null);

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> log(cluster.second).contains(REFUSED_COMMIT));
            assertAllOnce("write-frozen");
        }
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
        begin("tasks-moved");
        int[] tasks = {1, 3, 2, TASKS};
        for (int round = 0; round < ROUNDS * tasks.length; round++) {
            sendAndAwaitFirst("tasks-moved", LOT / 2);
            cluster.configure("tasks-moved", tasks[round % tasks.length], EVENTS);
        }
        cluster.awaitTasksOn(cluster.second, "tasks-moved", 1);
        sendAndAwaitFirst("tasks-moved", LOT);
        cluster.second.process().stop();
        cluster.second.startAgain();
        assertAllOnce("tasks-moved");
    }

    private static void begin(String name) {
        cluster.createTopic(name);
        cluster.configure(name, TASKS, EVENTS);
    }

    /** Sends more records, and returns in the middle of their being written. */
    private void sendAndAwaitFirst(String name, int records) {
        cluster.send(name, sent, sent + records);
        sent += records;
        cluster.awaitWritten(name, sent - records + records / 10);
        long underWay = sent - cluster.written(name);
        assertThat(underWay).isPositive();
        figures.injected(1).add("under-way", underWay);
    }

    private void assertAllOnce(String name) {
        cluster.awaitAllWritten(name);
        var counted = appearances.counted();
        figures.counted(counted, sent, cluster.reported(name));
        figures.print("WorkerFaultsIT " + name);
        assertThat(counted).isEqualTo(new Appearances.Counted(sent, Map.of()));
        assertThat(cluster.reported(name)).isZero();
    }

    private static String log(ConnectWorker worker) {
        try {
            return Files.readString(worker.process().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
