package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that cannot write for a while, for one reason or another. */
class OutageIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static Neo4jServer neo4j;
    private static Database database;
    private static Map<String, String> impatient;

    @BeforeAll
    static void start() {
        // A server that notices a silent client, and tells clients when to consider it silent itself.
        neo4j = Neo4jServer.start(Neo4jOptions.defaults()
                .setting("db.lock.acquisition.timeout", "300ms")
                .setting("server.bolt.connection_keep_alive", "1s")
                .setting("server.bolt.connection_keep_alive_probes", "2")
                .setting("server.bolt.connection_keep_alive_for_requests", "ALL"));
        database = new Database(neo4j.driver());
        impatient = settings(neo4j.uri(), "neo4j.max-retry-time", "0s");
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @BeforeEach
    void clear() {
        neo4j.clear();
    }

    private static void kill() {
        figures.injected(1);
        neo4j.process().kill();
    }

    @Test
    void aPollIsKeptWhileTheServerIsAwayAndWrittenWhenItIsBack() {
        try (var log = LogCapture.info();
                var task = RunningTask.start(impatient).open(P0)) {
            task.put(events(0, 2));
            kill();
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> task.put(events(2, 4))).isInstanceOf(RetriableException.class);
            }
            neo4j.startAgain();

            task.deliver(events(2, 4));

            figures.assertWritten(database.events(), 0L, 1L, 2L, 3L);
            figures.assertReported(task.reported());
            assertThat(task.context.timeouts.subList(0, 8))
                    .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
            assertThat(log.lines("Outage")).hasSize(2);
            assertThat(log.lines("Outage").get(0)).startsWith("WARN").contains("The poll is kept");
            assertThat(log.lines("Outage").get(1)).startsWith("INFO").contains("Neo4j writes again after");
        }
    }

    @Test
    void aTaskStartsAndGetsItsPartitionsWhileTheServerIsAway() {
        try (var task = RunningTask.start(impatient).open(P0)) {
            task.put(events(0, 2));
        }
        kill();
        try (var task = RunningTask.start(impatient).open(P0)) {
            assertThatThrownBy(() -> task.put(events(0, 3))).isInstanceOf(RetriableException.class);
            neo4j.startAgain();
            database.takeEvents();

            task.deliver(events(0, 3));
            assertThat(task.context.sought).isEqualTo(Map.of(P0, 2L));
            task.put(events(2, 3));

            figures.assertWritten(database.events(), 2L);
        }
    }

    @Test
    void aTaskFailsWhenTheOutageLastsLongerThanAllowed() {
        var settings = settings(neo4j.uri(), "neo4j.max-retry-time", "0s", "neo4j.outage-timeout", "1s");
        try (var task = RunningTask.start(settings).open(P0)) {
            kill();
            await().pollInSameThread()
                    .untilAsserted(() -> assertThatThrownBy(() -> task.put(event(0)))
                            .isInstanceOf(ConnectException.class)
                            .isNotInstanceOf(RetriableException.class)
                            .hasMessageMatching(
                                    "Neo4j cannot write \\(.+\\), for \\d+ s now \\(neo4j.outage-timeout\\)"));
        } finally {
            neo4j.startAgain();
        }
    }

    @Test
    void anOutageWhosePollWentElsewhereDoesNotCountTowardsTheNext() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(
                                settings(proxy.uri(), "neo4j.max-retry-time", "0s", "neo4j.outage-timeout", "500ms"))
                        .open(P0)) {
            proxy.faults(message -> Fault.CLOSE_BEFORE);
            figures.injected(1);
            assertThatThrownBy(() -> task.put(event(0))).isInstanceOf(RetriableException.class);
            task.lose(P0);
            var lost = System.nanoTime();
            task.put();
            await().until(() ->
                    System.nanoTime() - lost > Duration.ofMillis(600).toNanos());
            task.open(P0);

            assertThatThrownBy(() -> task.put(event(0))).isInstanceOf(RetriableException.class);
        }
    }

    @Test
    void aRecordThatWaitsForALockIsNotReported() {
        database.run("CREATE (:Event {id: 7})");
        try (var task = RunningTask.start(impatient).open(P0);
                var session = neo4j.driver().session();
                var other = session.beginTransaction()) {
            other.run("MATCH (e:Event {id: 7}) SET e.busy = true").consume();
            figures.injected(1);

            assertThatThrownBy(() -> task.put(event(7, Map.of("name", "x")))).isInstanceOf(RetriableException.class);
            other.rollback();
            task.put(event(7, Map.of("name", "x")));

            figures.assertReported(task.reported());
            assertThat(database.number("MATCH (e:Event {id: 7, name: 'x'}) RETURN count(e)"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aTransactionThatAnOperatorTerminatesIsRepeated() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.max-retry-time", "0s"))
                        .open(P0)) {
            var terminated = new AtomicInteger();
            proxy.faults(message -> {
                if (message == BoltMessage.COMMIT && terminated.get() == 0) {
                    terminated.set(terminateWriters());
                }
                return Fault.NONE;
            });

            assertThatThrownBy(() -> task.put(event(7, Map.of("name", "x"))))
                    .isInstanceOf(RetriableException.class)
                    .hasMessage("Neo4j cannot write (Neo4j answered Neo.ClientError.Transaction.Terminated)");
            assertThat(terminated).hasValue(1);
            figures.injected(terminated.get());
            assertThat(database.events()).isEmpty();
            task.put(event(7, Map.of("name", "x")));

            figures.assertReported(task.reported());
            assertThat(database.number("MATCH (e:Event {id: 7, name: 'x'}) RETURN count(e)"))
                    .isEqualTo(1);
        }
    }

    private static int terminateWriters() {
        return (int) database.number("SHOW TRANSACTIONS YIELD transactionId AS id, metaData"
                + " WHERE metaData.graphsinkOwner IS NOT NULL"
                + " TERMINATE TRANSACTIONS id YIELD message WHERE message = 'Transaction terminated.' RETURN count(*)");
    }

    @Test
    void aConnectionThatFallsSilentIsGivenUpInTime() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.max-retry-time", "0s"))
                        .open(P0)) {
            proxy.once(BoltMessage.COMMIT, Fault.SILENCE);
            figures.injected(1);

            assertThatThrownBy(() -> task.put(event(0))).isInstanceOf(RetriableException.class);
            task.deliver(List.of(event(0)));

            figures.assertWritten(database.events(), 0L);
        }
    }

    @Test
    void aServerThatAcceptsConnectionsAndSaysNothingIsAnOutage() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(
                                proxy.uri(),
                                "neo4j.max-retry-time",
                                "0s",
                                "neo4j.pool.connection-acquisition-timeout",
                                "500ms"))
                        .open(P0)) {
            proxy.faults(message -> Fault.CLOSE_BEFORE);
            figures.injected(1);
            assertThatThrownBy(() -> task.put(event(0))).isInstanceOf(RetriableException.class);
            proxy.faults(message -> Fault.SILENCE);
            figures.injected(1);
            assertThatThrownBy(() -> task.put(event(0))).isInstanceOf(RetriableException.class);
            proxy.healthy();
            task.deliver(List.of(event(0)));

            figures.assertWritten(database.events(), 0L);
        }
    }
}
