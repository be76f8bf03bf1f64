package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.Neo4jSinkConnector;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.Records;
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

/** What a server takes in one transaction: so much memory, so much time. */
class LimitsIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static Neo4jServer neo4j;
    private static Database database;

    @BeforeAll
    static void start() {
        neo4j = Neo4jServer.start(Neo4jOptions.defaults().setting("db.memory.transaction.max", "2m"));
        database = new Database(neo4j.driver());
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @BeforeEach
    void clear() {
        database.clearInParts();
    }

    @Test
    void aPollTooLargeForTheMemoryIsSplitAndTheSizeIsKeptForTheNext() {
        try (var log = LogCapture.info();
                var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            int begun = proxy.count(BoltMessage.BEGIN);
            task.put(large(0, 1000));
            figures.add("transactions", proxy.count(BoltMessage.BEGIN) - begun);
            assertThat(database.number("MATCH (e:Event) RETURN count(e)")).isEqualTo(1000);
            int failures = log.lines("is too large for the server").size();
            figures.injected(failures).add("splits", failures);
            assertThat(failures).isPositive();

            for (int poll = 1; poll <= 3; poll++) {
                int before = proxy.count(BoltMessage.BEGIN);
                task.put(large(poll * 1000, poll * 1000 + 1000));
                assertThat(proxy.count(BoltMessage.BEGIN) - before).isGreaterThan(1);
            }

            assertThat(log.lines("is too large for the server")).hasSize(failures);
            assertThat(database.number("MATCH (e:Event) RETURN count(e)")).isEqualTo(4000);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 4000L));
            figures.assertReported(task.reported());
        }
    }

    @Test
    void aTransactionThatWaitsForALockLongerThanAPollMayTakeIsGivenUpAndTriedAgainAsItIs() {
        database.run("CREATE (:Event {id: 2})");
        try (var log = LogCapture.info();
                var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.write-timeout", "3s"))
                        .open(P0);
                var session = neo4j.driver().session();
                var other = session.beginTransaction()) {
            other.run("MATCH (e:Event {id: 2}) SET e.busy = true").consume();
            var poll = List.of(event(0), event(1), event(2, Map.of("name", "x")), event(3));

            for (int delivery = 0; delivery < 2; delivery++) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> task.put(poll))
                        .isInstanceOf(RetriableException.class)
                        .hasMessage(
                                "Neo4j cannot write (it has not done so within the 3.0 s of neo4j.write-timeout, for"
                                        + " it waits for a lock that another transaction holds; SHOW TRANSACTIONS names that one)");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
            assertThat(database.offsets()).isEmpty();
            other.rollback();
            int before = proxy.count(BoltMessage.COMMIT);
            task.deliver(poll);

            assertThat(proxy.count(BoltMessage.COMMIT) - before).isEqualTo(1);
            figures.injected(2).assertWritten(database.events(), 0L, 1L, 2L, 3L);
            figures.assertReported(task.reported());
            assertThat(log.lines("Outage: ")).hasSize(2);
        }
    }

    @Test
    void aPollWhoseFirstHalfTakesTooLongAfterItWasRefusedIsTriedAgainWithFewerRecords() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.write-timeout", "1s"))
                        .open(P0)) {
            int resets = proxy.count(BoltMessage.RESET);
            proxy.refuse(
                    statement -> proxy.count(BoltMessage.RESET) == resets,
                    "Neo.ClientError.Schema.ConstraintValidationFailed");
            proxy.faults(message -> message == BoltMessage.RUN ? Fault.SILENCE : Fault.NONE);

            assertThatThrownBy(() -> task.put(events(0, 4))).isInstanceOf(RetriableException.class);
            assertThat(proxy.injected()).containsOnlyKeys(Fault.REFUSAL, Fault.SILENCE);
            proxy.injected().values().forEach(figures::injected);
            proxy.healthy();
            int before = proxy.count(BoltMessage.BEGIN);
            task.deliver(events(0, 4));

            assertThat(proxy.count(BoltMessage.BEGIN) - before).isGreaterThan(1);
            figures.assertWritten(database.events(), 0L, 1L, 2L, 3L);
            figures.assertReported(task.reported());
        }
    }

    @Test
    void aReportThatDoesNotArriveWhileThePollHasTimeIsMadeAgain() {
        try (var task = RunningTask.start(settings(neo4j.uri(), "neo4j.write-timeout", "1s"))
                .open(P0)) {
            var poll = List.of(event(0), Records.record(P0, 1, Map.of("name", "no id")));
            task.context.reporting = new CompletableFuture<>();
            await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
                assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
                return !task.reported().isEmpty();
            });
            task.context.reporting = CompletableFuture.completedFuture(null);

            task.deliver(poll);

            figures.injected(1).assertWritten(database.events(), 0L);
            figures.assertReported(task.reported(), "events-0@1", "events-0@1");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpWhenThePollHasTakenItsTime() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.write-timeout", "1s"))
                        .open(P0)) {
            task.deliver(List.of(event(0)));
            for (var message : List.of(BoltMessage.BEGIN, BoltMessage.RUN, BoltMessage.COMMIT)) {
                proxy.once(message, Fault.SILENCE);
                long start = System.nanoTime();
                assertThatThrownBy(() -> task.put(events(1, 4)))
                        .as("%s", message)
                        .isInstanceOf(RetriableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            }
            proxy.injected().values().forEach(figures::injected);
            proxy.healthy();
            task.deliver(events(1, 4));

            figures.assertWritten(database.events(), 0L, 1L, 2L, 3L);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 4L));
        }
    }

    @Test
    void aServerThatNeverAnswersKeepsNoTaskFromStartingAndNoOffsetsFromBeingRefused() {
        try (var proxy = FaultyProxy.to(neo4j)) {
            proxy.faults(message -> message == BoltMessage.RUN ? Fault.SILENCE : Fault.NONE);
            var settings = settings(proxy.uri(), "neo4j.write-timeout", "1s", "neo4j.schema.await", "0s");
            long start = System.nanoTime();
            try (var task = RunningTask.start(settings)) {
                assertThatThrownBy(() -> new Neo4jSinkConnector().alterOffsets(settings, Map.of(P0, 3L)))
                        .isInstanceOf(ConnectException.class)
                        .hasMessageStartingWith(
                                "The stored offsets cannot be changed: it has not done so within the 1.0 s"
                                        + " of neo4j.write-timeout");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
                proxy.injected().values().forEach(figures::injected);
                proxy.healthy();
                task.open(P0).deliver(List.of(event(0)));
            }
        }
        figures.assertWritten(database.events(), 0L);
    }

    @Test
    void aLabelTooLargeForOneTransactionIsEmptied() {
        try (var session = neo4j.driver().session()) {
            session.run("UNWIND range(1, 20000) AS i CALL (i) { CREATE (:Event {id: i, text: 'x'}) }"
                            + " IN TRANSACTIONS OF 500 ROWS")
                    .consume();
        }
        try (var log = LogCapture.info();
                var task = RunningTask.start(settings(
                                neo4j.uri(), "neo4j.pattern.rows.topics", "events", "neo4j.cdc.truncate", "apply"))
                        .open(P0)) {
            var truncate = new HashMap<String, Object>();
            truncate.put("op", "t");
            truncate.put("before", null);
            truncate.put("after", null);
            truncate.put("source", Map.of("connector", "postgresql", "table", "events"));
            truncate.put("ts_ms", 1L);
            task.deliver(List.of(Records.record(P0, 0, truncate)));

            figures.injected(1);
            figures.assertReported(task.reported());
            assertThat(log.lines("it is emptied in parts")).hasSize(1);
        }
        figures.assertWritten(database.events());
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 1L));
    }

    @Test
    void oneRecordTooLargeForTheMemoryIsReported() {
        try (var task = RunningTask.start(settings(neo4j.uri())).open(P0)) {
            task.put(event(0), event(1, Map.of("text", "x".repeat(3_000_000))), event(2));

            figures.assertReported(task.reported(), "events-0@1");
            figures.assertWritten(database.events(), 0L, 2L);
        }
    }

    @Test
    void oneRecordThatWaitsLongerThanATransactionMayLastIsNotReported() {
        database.run("CREATE (:Event {id: 7})");
        var hasty = settings(neo4j.uri(), "neo4j.max-retry-time", "0s", "neo4j.batch-timeout", "100ms");
        try (var task = RunningTask.start(hasty).open(P0);
                var session = neo4j.driver().session();
                var other = session.beginTransaction()) {
            other.run("MATCH (e:Event {id: 7}) SET e.busy = true").consume();

            assertThatThrownBy(() -> task.put(event(7, Map.of("name", "x")))).isInstanceOf(RetriableException.class);
            other.rollback();
            task.deliver(List.of(event(7, Map.of("name", "x"))));

            figures.assertReported(task.reported());
            assertThat(database.number("MATCH (e:Event {id: 7, name: 'x'}) RETURN count(e)"))
                    .isEqualTo(1);
        }
    }

    private static List<SinkRecord> large(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(id -> event(id, Map.of("text", "x".repeat(1000))))
                .toList();
    }
}
