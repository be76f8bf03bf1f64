package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.P1;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;

/** The connection breaks at a chosen moment, such as between a commit and its answer. */
@WithNeo4j
class LostAnswersIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private final FaultyProxy proxy;
    private final URI server;
    private final Database database;
    private final Map<String, String> impatient;

    LostAnswersIT(Neo4jServer neo4j, Driver driver) {
        this.proxy = FaultyProxy.to(neo4j);
        this.server = neo4j.uri();
        this.database = new Database(driver);
        this.impatient = settings(proxy.uri(), "neo4j.max-retry-time", "0s");
    }

    @AfterEach
    void close() {
        proxy.injected().values().forEach(figures::injected);
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE_AFTER", "RESET_AFTER", "HALF_CLOSE"})
    void aCommitWithoutAnswerIsNotRepeatedByTheDriver(Fault fault) {
        try (var log = LogCapture.info();
                var task = RunningTask.start(settings(proxy.uri())).open(P0);
                var appearances = Appearances.watch(database.driver())) {
            proxy.once(BoltMessage.COMMIT, fault);

            task.put(events(0, 10));

            var counted = appearances.counted();
            figures.counted(counted, 10, 0);
            assertThat(counted).isEqualTo(new Appearances.Counted(10, Map.of()));
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 10L));
            assertThat(log.lines("by a transaction that gave no answer")).hasSize(1);
        }
    }

    @Test
    void aCommitWithoutAnswerIsNotRepeatedWhenThePollIsDeliveredAgain() {
        try (var task = RunningTask.start(impatient).open(P0)) {
            proxy.once(BoltMessage.COMMIT, Fault.CLOSE_AFTER);
            var poll = events(0, 10);
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            database.takeEvents();

            task.put(poll);
            figures.assertWritten(database.events());

            task.put(events(10, 12));
            figures.assertWritten(database.events(), 10L, 11L);
        }
    }

    @Test
    void withoutStoredOffsetsACommitWithoutAnswerIsRepeated() {
        var settings = settings(proxy.uri(), "neo4j.eos-offset-label", "");
        try (var task = RunningTask.start(settings).open(P0);
                var appearances = Appearances.watch(database.driver())) {
            proxy.once(BoltMessage.COMMIT, Fault.CLOSE_AFTER);

            task.put(events(0, 2));

            assertThat(appearances.counted()).isEqualTo(new Appearances.Counted(0, Map.of("0", 2L, "1", 2L)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE_BEFORE", "RESET_BEFORE"})
    void aCommitThatDidNotArriveIsRepeated(Fault fault) {
        try (var task = RunningTask.start(impatient).open(P0)) {
            proxy.once(BoltMessage.COMMIT, fault);
            var poll = events(0, 3);
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            figures.assertWritten(database.events());

            task.put(poll);
            figures.assertWritten(database.events(), 0L, 1L, 2L);
        }
    }

    @Test
    void whatWasCommittedOfAPollIsNotWrittenAgain() {
        var cut = settings(proxy.uri(), "neo4j.max-retry-time", "0s", "neo4j.batch-size", "2");
        try (var log = LogCapture.info();
                var task = RunningTask.start(cut).open(P0)) {
            thirdCommitFails(Fault.CLOSE_BEFORE);
            var poll = events(0, 6);
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 4L));
            database.takeEvents();

            task.put(poll);

            figures.assertWritten(database.events(), 4L, 5L);
            assertThat(log.lines("the log has been restarted")).isEmpty();
        }
    }

    @Test
    void whatWasCommittedOfAPollIsNotWrittenAgainWhenAnotherPartitionGoesAwayMeanwhile() {
        var cut = settings(proxy.uri(), "neo4j.max-retry-time", "0s", "neo4j.batch-size", "2");
        try (var log = LogCapture.info();
                var task = RunningTask.start(cut).open(P0, P1)) {
            thirdCommitFails(Fault.CLOSE_BEFORE);
            var poll = events(0, 6);
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            database.takeEvents();
            task.lose(P1);

            task.put(poll);

            figures.assertWritten(database.events(), 4L, 5L);
            assertThat(log.lines("the log has been restarted")).isEmpty();
        }
    }

    @Test
    void aLogThatRestartsAfterItsPartitionCameBackIsFollowed() {
        var cut = settings(proxy.uri(), "neo4j.max-retry-time", "0s", "neo4j.batch-size", "2");
        try (var task = RunningTask.start(cut).open(P0)) {
            thirdCommitFails(Fault.CLOSE_BEFORE);
            assertThatThrownBy(() -> task.put(events(0, 6))).isInstanceOf(RetriableException.class);
            database.takeEvents();
            task.lose(P0);
            task.open(P0);

            task.put(event(0));

            figures.assertWritten(database.events(), 0L);
        }
    }

    @Test
    void recordsFetchedBeforeTheSeekAreLeftOutHoweverOftenTheyAreDelivered() {
        try (var task = RunningTask.start(impatient).open(P0)) {
            task.put(events(0, 10));
        }
        try (var task = RunningTask.start(impatient)) {
            proxy.faults(message -> Fault.CLOSE_BEFORE);
            task.open(P0, P1);
            assertThat(task.context.sought).isEmpty();
            database.takeEvents();

            // The consumer stands somewhere else than the database, until it is told to seek.
            var poll = List.of(event(20), event(P1, 0, 100, Map.of()));
            secondCommitFails();
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            assertThat(task.context.sought).isEqualTo(Map.of(P0, 10L));
            proxy.healthy();
            task.put(poll);
            figures.assertWritten(database.events(), 100L);

            task.put(events(10, 12));
            figures.assertWritten(database.events(), 10L, 11L, 100L);
        }
    }

    @Test
    void aRefusedRecordIsReportedOnceHoweverOftenItsPollIsDelivered() {
        try (var task = RunningTask.start(impatient).open(P0)) {
            database.run("CREATE CONSTRAINT email FOR (e:Event) REQUIRE e.email IS UNIQUE");
            task.put(event(0, Map.of("email", "taken")));
            var commits = new AtomicInteger();
            proxy.faults(message ->
                    message == BoltMessage.COMMIT && commits.incrementAndGet() >= 2 ? Fault.CLOSE_BEFORE : Fault.NONE);
            var poll = List.of(event(1), event(2, Map.of("email", "taken")), event(3));
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            proxy.healthy();

            task.put(poll);

            figures.assertReported(task.reported(), "events-0@2");
            figures.assertWritten(database.events(), 0L, 1L, 3L);
        }
    }

    @Test
    void aTransactionThatAFormerOwnerLeftOpenDoesNotKeepItsSuccessorWaiting() {
        var frozen = new CompletableFuture<Void>();
        try (var zombie = RunningTask.start(impatient).open(P0)) {
            zombie.put(event(0));
            proxy.faults(message -> {
                if (message == BoltMessage.COMMIT) {
                    frozen.join();
                }
                return Fault.NONE;
            });
            var late = CompletableFuture.runAsync(() -> zombie.put(event(1)));
            await().until(() -> database.number("SHOW TRANSACTIONS YIELD metaData"
                            + " WHERE metaData.graphsinkOwner IS NOT NULL RETURN count(*)")
                    > 0);
            try (var heir = RunningTask.start(settings(server)).open(P0)) {
                assertThat(heir.context.sought).isEqualTo(Map.of(P0, 1L));
                heir.put(event(1), event(2));
                frozen.complete(null);

                assertThat(late)
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableThat()
                        .withCauseInstanceOf(RetriableException.class);
                figures.assertWritten(database.events(), 0L, 1L, 2L);
                assertThat(database.offsets()).isEqualTo(Map.of("events-0", 3L));
            }
        }
    }

    private void thirdCommitFails(Fault fault) {
        var commits = new AtomicInteger();
        proxy.faults(message -> message == BoltMessage.COMMIT && commits.incrementAndGet() == 3 ? fault : Fault.NONE);
    }

    /** The first one is that of the claim. */
    private void secondCommitFails() {
        var commits = new AtomicInteger();
        proxy.faults(message ->
                message == BoltMessage.COMMIT && commits.incrementAndGet() == 2 ? Fault.CLOSE_BEFORE : Fault.NONE);
    }
}
