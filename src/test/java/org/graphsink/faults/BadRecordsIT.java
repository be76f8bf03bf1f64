package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.Records;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** Records that are wrong, among others that are not. */
@WithNeo4j
class BadRecordsIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static final String SECRET = "kleopatra@example.com";
    private static final String REFUSED = "The record events-0@%d cannot be written: Neo4j answered"
            + " Neo.ClientError.Schema.ConstraintValidationFailed: a constraint does not allow it (SHOW CONSTRAINTS lists"
            + " those of its labels and relationship types)";

    private final FaultyProxy proxy;
    private final Database database;

    BadRecordsIT(Neo4jServer neo4j, Driver driver) {
        this.proxy = FaultyProxy.to(neo4j);
        this.database = new Database(driver);
    }

    @BeforeEach
    void letTheDatabaseRefuseAnAddress() {
        database.run("CREATE CONSTRAINT email FOR (e:Event) REQUIRE e.email IS UNIQUE");
        database.run("CREATE (:Event {id: -1, email: '" + SECRET + "'})");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void aMomentInAZoneThatIsAnOffsetWithANameIsWrittenWithTheOffset() {
        var settings = settings(proxy.uri(), "neo4j.pattern.topic.events", "(:Event {!id, at: datetime(at)})");
        var zones = List.of("GMT+02:00", "UTC+02:00", "UT+02:00", "Etc/GMT-2", "Europe/Paris");
        try (var task = RunningTask.start(settings).open(P0)) {
            var poll = new ArrayList<SinkRecord>();
            for (var zone : zones) {
                poll.add(event(poll.size(), Map.of("at", "2024-07-01T10:15+02:00[" + zone + "]")));
            }
            poll.add(event(5, Map.of("at", "2024-07-01T10:15Z[UT]")));
            task.put(poll);

            assertThat(database.texts("MATCH (e:Event) WHERE e.at IS NOT NULL RETURN toString(e.at) ORDER BY e.id"))
                    .containsExactly(
                            "2024-07-01T10:15:00+02:00",
                            "2024-07-01T10:15:00+02:00",
                            "2024-07-01T10:15:00+02:00",
                            "2024-07-01T10:15:00+02:00[Etc/GMT-2]",
                            "2024-07-01T10:15:00+02:00[Europe/Paris]",
                            "2024-07-01T10:15:00Z");
            figures.assertReported(task.reported());
        }
    }

    @Test
    void aServerWhoseHooksRefuseEveryCommitIsAnOutage() {
        try (var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            proxy.refuse(BoltMessage.COMMIT, "Neo.ClientError.Transaction.TransactionHookFailed");
            assertThatThrownBy(() -> task.put(event(0)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessageStartingWith("Neo4j cannot write (Neo4j refuses every transaction"
                            + " (Neo.ClientError.Transaction.TransactionHookFailed)");
            proxy.injected().values().forEach(figures::injected);

            proxy.healthy();
            task.deliver(List.of(event(0)));
        }
    }

    @Test
    void aRefusedRecordAmongFiveThousandIsFoundInTwoTransactionsPerHalving() {
        var poll = new ArrayList<>(events(0, 5000));
        poll.set(3217, refused(3217));
        var settings = settings(proxy.uri(), "neo4j.pattern.topic.events", "(:Event {!id, *}) ; (:Watched {!id})");
        try (var log = LogCapture.info();
                var appearances = Appearances.watch(database.driver(), "Watched");
                var task = RunningTask.start(settings).open(P0)) {
            proxy.faults(appearances::takeBefore);
            int before = proxy.count(BoltMessage.BEGIN);

            task.put(poll);

            // This record is alone after 12 halvings of two transactions each. The first one finds that something is
            // wrong; the last three refuse the record again, try whether the server is well, and pass the offset.
            int transactions = proxy.count(BoltMessage.BEGIN) - before;
            figures.add("transactions-for-1-bad-in-5000", transactions);
            assertThat(transactions).isEqualTo(1 + 2 * 12 + 3);
            assertThat(task.messages()).containsExactly(REFUSED.formatted(3217));
            figures.assertWritten(database.events(), without(LongStream.range(-1, 5000), 3217));
            var counted = appearances.counted();
            figures.doubled(4999, counted.several().size());
            assertThat(counted).isEqualTo(new Appearances.Counted(4999, Map.of()));
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 5000L));
            assertThat(log.lines(SECRET)).isEmpty();
            assertThat(log.lines("WARN")).hasSize(1);
        }
    }

    @Test
    void whatWasWrittenWithoutAnswerIsNotWrittenAgainWhereTheRestIsRefused() {
        var settings = settings(
                proxy.uri(),
                "neo4j.max-retry-time",
                "0s",
                "neo4j.pattern.topic.events",
                "(:Event {!id, *}) ; (:Watched {!id})");
        var commits = new AtomicInteger();
        try (var appearances = Appearances.watch(database.driver(), "Watched");
                var task = RunningTask.start(settings).open(P0)) {
            proxy.faults(message -> {
                appearances.takeBefore(message);
                return message == BoltMessage.COMMIT && commits.getAndIncrement() == 0 ? Fault.CLOSE_AFTER : Fault.NONE;
            });
            var poll = List.of(event(0), event(1), refused(2), event(3));
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 2L));

            task.put(poll);

            var counted = appearances.counted();
            figures.counted(counted, 3, 0);
            figures.assertReported(task.reported(), "events-0@2");
            assertThat(counted).isEqualTo(new Appearances.Counted(3, Map.of()));
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 4L));
        }
    }

    @Test
    void severalRefusedRecordsAreEachReportedInOrder() {
        var poll = new ArrayList<>(events(0, 300));
        List.of(0, 1, 150, 299).forEach(i -> poll.set(i, refused(i)));
        try (var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            task.put(poll);

            figures.assertReported(task.reported(), "events-0@0", "events-0@1", "events-0@150", "events-0@299");
            assertThat(database.events()).hasSize(297);
        }
    }

    @Test
    void theOrderOfTheOthersIsKept() {
        try (var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            task.put(
                    event(P0, 0, 7, Map.of("step", 1)),
                    event(P0, 1, 8, Map.of("email", SECRET)),
                    event(P0, 2, 7, Map.of("step", 2)),
                    event(P0, 3, 8, Map.of("email", "other")),
                    event(P0, 4, 7, Map.of("step", 3)));

            assertThat(database.number("MATCH (e:Event {id: 7}) RETURN e.step")).isEqualTo(3);
            assertThat(database.number("MATCH (e:Event {id: 8, email: 'other'}) RETURN count(e)"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRefusedRecordAloneInItsPollIsReported() {
        try (var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            task.put(refused(4));

            assertThat(task.messages()).containsExactly(REFUSED.formatted(4));
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 5L));
        }
    }

    @Test
    void withoutReporterTheTaskFailsAtTheRefusedRecordWithTheSameMessage() {
        try (var task = RunningTask.startIntolerant(settings(proxy.uri())).open(P0)) {
            assertThatThrownBy(() -> task.put(event(0), event(1), refused(2), event(3)))
                    .isInstanceOf(DataException.class)
                    .hasMessage(REFUSED.formatted(2))
                    .hasNoCause();

            figures.assertWritten(database.events(), -1L, 0L, 1L);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 2L));
        }
    }

    @Test
    void aRecordThatCannotBeMappedCostsNoTransaction() {
        var poll = new ArrayList<>(events(0, 100));
        poll.set(50, Records.record(P0, 50, Map.of("ident", SECRET)));
        try (var log = LogCapture.info();
                var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            int before = proxy.count(BoltMessage.BEGIN);

            task.put(poll);

            assertThat(proxy.count(BoltMessage.BEGIN) - before).isEqualTo(1);
            assertThat(task.messages()).hasSize(1);
            assertThat(task.messages().get(0))
                    .startsWith("The record events-0@50 cannot be written: ")
                    .contains("id")
                    .doesNotContain(SECRET);
            figures.assertWritten(database.events(), without(LongStream.range(-1, 100), 50));
            assertThat(log.lines(SECRET)).isEmpty();
        }
    }

    @Test
    void aTextTooLongForAnIndexIsItsRecordsFault() {
        try (var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            task.put(event(0), event(P0, 1, "x".repeat(40_000), Map.of()), event(2));

            figures.assertReported(task.reported(), "events-0@1");
            figures.assertWritten(database.events(), -1L, 0L, 2L);
        }
    }

    @Test
    void aRelationshipWithoutEndNodeIsItsRecordsFaultWhereThatIsWanted() {
        var settings = settings(
                proxy.uri(),
                "neo4j.relationships.missing-endpoints",
                "fail",
                "neo4j.pattern.topic.events",
                "(:Event {!id})-[:AFTER]->(:Event {!id: before})");
        database.run("UNWIND range(0, 9) AS i CREATE (:Event {id: i})");
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(
                    event(P0, 0, 1, Map.of("before", 0)),
                    event(P0, 1, 2, Map.of("before", 999)),
                    event(P0, 2, 3, Map.of("before", 2)));

            figures.assertReported(task.reported(), "events-0@1");
            assertThat(task.messages().get(0))
                    .isEqualTo("The record events-0@1 cannot be written: 1 relationship(s) have no start or no end node"
                            + " (neo4j.relationships.missing-endpoints=fail)");
            assertThat(database.number("MATCH ()-[r:AFTER]->() RETURN count(r)"))
                    .isEqualTo(2);
        }
    }

    @Test
    void aRelationshipWithoutEndNodeIsReportedThoughItsRowMovesOnInTheSamePoll() {
        var settings = settings(
                proxy.uri(),
                "neo4j.relationships.missing-endpoints",
                "fail",
                "neo4j.pattern.rows.topics",
                "events",
                "neo4j.pattern.topic.events",
                "(:Event {!id}) ; (:Event {!id})-[:AFTER]->(:Event {!id: before})");
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(event(P0, 0, 1, Map.of("before", 999)), event(P0, 1, 1, Map.of("before", 1)));

            figures.assertReported(task.reported(), "events-0@0");
            assertThat(database.number("MATCH ()-[r:AFTER]->() RETURN count(r)"))
                    .isEqualTo(1);
        }
    }

    private static SinkRecord refused(long offset) {
        figures.injected(1);
        return event(offset, Map.of("email", SECRET));
    }

    private static Long[] without(LongStream ids, long missing) {
        return ids.filter(id -> id != missing).boxed().toArray(Long[]::new);
    }
}
