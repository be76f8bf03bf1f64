package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.Records.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.store.SourcePartition;
import org.graphsink.support.LogCapture;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the records of a poll that the database does not take as they are. */
class PollWriterTest {

    private static final SourcePartition E0 = new SourcePartition("events", 0);

    private final FakeTicker ticker = new FakeTicker();
    private final FakeDatabase database = new FakeDatabase(ticker);
    private final TaskFixture fixture = TaskFixture.over(database.of("me"), ticker);
    private final StartedTask task = fixture.task;

    @BeforeEach
    void open() {
        task.open(List.of(P0));
    }

    @Test
    void aRefusedRecordIsFoundByHalvingAndReportedAlone() {
        database.refuses("3217"::equals);

        task.put(events(0, 5000));

        assertThat(fixture.reported()).containsExactly("events-0@3217");
        assertThat(fixture.messages())
                .containsExactly("The record events-0@3217 cannot be written: Neo4j answered Refused");
        assertThat(database.written).isEqualTo(without(5000, 3217));
        assertThat(database.offset(E0)).hasValue(5000);
        // 12 halvings of two transactions each; it is tried again, and then passed.
        assertThat(database.transactions).hasSize(1 + 2 * 12 + 2);
        assertThat(database.probes).isEqualTo(1);
    }

    @Test
    void severalRefusedRecordsAreReportedInOrder() {
        database.refuses(Set.of("0", "1", "150", "299")::contains);

        task.put(events(0, 300));

        assertThat(fixture.reported()).containsExactly("events-0@0", "events-0@1", "events-0@150", "events-0@299");
        assertThat(database.written).hasSize(296);
    }

    @Test
    void aRecordThatIsRefusedOnceAloneIsWritten() {
        database.answers(List.of(refused(), Optional.empty()));

        task.put(events(0, 1));

        assertThat(fixture.reported()).isEmpty();
        assertThat(database.written).containsExactly("0");
    }

    @Test
    void aDatabaseThatRefusesEverythingIsAnOutageAndNoRecordsFault() {
        database.is(refused().orElseThrow());

        assertThatThrownBy(() -> task.put(events(0, 4)))
                .isInstanceOf(RetriableException.class)
                .hasMessage(
                        "Neo4j cannot write (Neo4j refuses every transaction (Refused); see the server's log, and the"
                                + " constraints on the label of neo4j.eos-offset-label)");

        assertThat(fixture.reported()).isEmpty();
    }

    @Test
    void withoutReporterTheTaskFailsAtTheRefusedRecordAndWhatIsBeforeItIsWritten() {
        var intolerant = TaskFixture.over(database.of("me"), ticker, TaskContext.intolerant());
        intolerant.task.open(List.of(P0));
        database.refuses("2"::equals);

        assertThatThrownBy(() -> intolerant.task.put(events(0, 4)))
                .isInstanceOf(DataException.class)
                .hasMessage("The record events-0@2 cannot be written: Neo4j answered Refused");

        assertThat(database.written).containsExactly("0", "1");
        assertThat(database.offset(E0)).hasValue(2);
    }

    @Test
    void aRefusedRecordIsReportedOnceHoweverOftenItsPollIsDelivered() {
        database.refuses("2"::equals);
        // The offset of the refused record cannot be passed.
        database.answers(List.of(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wrongPassword()));
        var poll = events(1, 4);
        assertThatThrownBy(() -> task.put(poll)).hasMessageContaining("authentication");
        assertThat(fixture.reported()).containsExactly("events-0@2");

        assertThat(fixture.puts(poll)).isTrue();

        assertThat(fixture.reported()).containsExactly("events-0@2");
        assertThat(database.written).containsExactly("1", "3");
    }

    @Test
    void aTransactionThatIsTooLargeIsHalvedAndTheSizeIsKept() {
        database.hasRoomFor(100, FailureKind.TOO_LARGE);

        task.put(events(0, 150));
        task.put(events(150, 300));

        assertThat(database.written).hasSize(300);
        assertThat(database.transactions).containsExactly(150, 75, 75, 75, 75);
    }

    @Test
    void aRecordThatAloneIsTooLargeIsReported() {
        database.hasRoomFor(0, FailureKind.TOO_LARGE);

        task.put(events(0, 1));

        assertThat(fixture.reported()).containsExactly("events-0@0");
    }

    @Test
    void aRecordForWhichThereIsNoMemoryNowIsWaitedFor() {
        database.hasRoomFor(0, FailureKind.TOO_MUCH_NOW);
        var poll = events(0, 2);

        assertThat(fixture.puts(poll)).isFalse();
        database.hasRoomFor(9, FailureKind.TOO_MUCH_NOW);
        assertThat(fixture.puts(poll)).isTrue();

        assertThat(fixture.reported()).isEmpty();
        assertThat(database.written).containsExactly("0", "1");
    }

    @Test
    void aPollThatTakesTooLongIsGivenUpAndTriedAgainWithFewerRecords() {
        database.takes(Duration.ofMinutes(1));
        var poll = events(0, 8);

        assertThatThrownBy(() -> task.put(poll))
                .isInstanceOf(RetriableException.class)
                .hasMessageContaining("within the 180.0 s of neo4j.write-timeout");
        while (!fixture.puts(poll)) {
            assertThat(database.transactions).hasSizeLessThan(20);
        }

        assertThat(database.written).isEqualTo(without(8, -1));
        assertThat(database.transactions.subList(0, 3)).containsExactly(8, 4, 2);
    }

    @Test
    void nothingIsBegunWhenTimeIsUp() {
        var cut = TaskFixture.inBatches(database.of("me"), ticker, 1);
        cut.task.open(List.of(P0));
        database.takes(Duration.ofSeconds(100));
        var poll = events(0, 2);

        assertThat(cut.puts(poll)).isFalse();

        assertThat(database.written).containsExactly("0");
        database.takes(Duration.ofSeconds(1));
        assertThat(cut.puts(poll)).isTrue();
        assertThat(database.written).containsExactly("0", "1");
    }

    @Test
    void aLockThatSomebodyHoldsDoesNotMakeTransactionsSmaller() {
        database.isLocked("2"::equals);
        var poll = events(0, 8);

        assertThatThrownBy(() -> task.put(poll))
                .isInstanceOf(RetriableException.class)
                .hasMessage(
                        "Neo4j cannot write (it has not done so within the 180.0 s of neo4j.write-timeout, for it waits"
                                + " for a lock that another transaction holds; SHOW TRANSACTIONS names that one)");
        assertThat(fixture.puts(poll)).isFalse();
        database.isLocked(text -> false);
        assertThat(fixture.puts(poll)).isTrue();

        assertThat(database.transactions).containsExactly(8, 8, 8);
    }

    @Test
    void aRecordThatHasItsTransactionEndedEachTimeIsReportedInTheEnd() {
        database.interrupts("5"::equals);
        var poll = events(0, 9);
        int deliveries = 1;
        while (!fixture.puts(poll)) {
            assertThat(fixture.reported()).isEmpty();
            assertThat(++deliveries).isLessThan(10);
        }

        assertThat(deliveries).isEqualTo(4);
        assertThat(fixture.messages())
                .containsExactly("The record events-0@5 cannot be written: Neo4j answered Terminated");
        assertThat(database.written).isEqualTo(without(9, 5));
        assertThat(database.probes).isEqualTo(1);
    }

    @Test
    void aServerThatEndsTransactionsForAWhileIsAnOutage() {
        var poll = events(0, 9);
        database.is(FakeDatabase.TERMINATED);
        for (int delivery = 0; delivery < 6; delivery++) {
            assertThat(fixture.puts(poll)).isFalse();
        }
        database.isWell();

        assertThat(fixture.puts(poll)).isTrue();

        assertThat(fixture.reported()).isEmpty();
    }

    @Test
    void aRecordThatCannotBePlannedIsFoundReportedAndSaidLoudly() {
        fixture.unplannable = "5"::equals;
        try (var log = LogCapture.everything()) {
            task.put(events(0, 9));

            assertThat(log.lines("ERROR")).hasSize(1);
            assertThat(log.lines("ERROR").get(0))
                    .contains("A record of events could not be written")
                    .contains("java.lang.IllegalStateException\n")
                    .contains("at org.graphsink.task.TaskFixture");
            assertThat(log.lines("secret")).isEmpty();
        }

        assertThat(fixture.messages())
                .containsExactly("The record events-0@5 cannot be written: it could not be planned"
                        + " (java.lang.IllegalStateException)");
        assertThat(database.written).isEqualTo(without(9, 5));
    }

    @Test
    void whatCannotBePlannedTogetherIsWrittenApart() {
        var planned = new ArrayList<String>();
        fixture.unplannable = id -> {
            planned.add(id);
            return planned.size() == 4;
        };

        task.put(events(0, 4));

        assertThat(fixture.reported()).isEmpty();
        assertThat(database.transactions).containsExactly(2, 2);
    }

    @Test
    void aReportThatDoesNotArriveIsMadeAgainAndTheQueueIsNamed() {
        var hanging = new CompletableFuture<Void>();
        fixture.context.reporting = hanging;
        database.refuses("1"::equals);
        // Refused twice, it has two milliseconds left to be reported.
        database.takes(Duration.ofMillis(89_999));
        var poll = events(1, 2);

        assertThatThrownBy(() -> task.put(poll))
                .isInstanceOf(RetriableException.class)
                .hasMessage(
                        "The record events-0@1 could not be reported within the 180.0 s of neo4j.write-timeout; see to"
                                + " the topic of errors.deadletterqueue.topic.name")
                .hasCauseInstanceOf(TimeoutException.class);
        database.takes(Duration.ZERO);
        fixture.context.reporting = CompletableFuture.completedFuture(null);
        assertThat(fixture.puts(poll)).isTrue();

        assertThat(fixture.reported()).containsExactly("events-0@1", "events-0@1");
        assertThat(database.offset(E0)).hasValue(2);
    }

    @Test
    void aLabelThatCannotHaveItsConstraintIsTheFailureOfTheRecordsThatNameIt() {
        fixture.open = true;
        fixture.labels.put("Twin", Failed.of(FailureKind.DATA, "the constraint cannot be created"));

        task.put(List.of(event(0, label("Twin")), event(1, label("Single")), event(2, label("Twin"))));

        assertThat(fixture.reported()).containsExactly("events-0@0", "events-0@2");
        assertThat(fixture.messages().get(0))
                .isEqualTo("The record events-0@0 cannot be written: the constraint cannot be created");
        assertThat(database.written).containsExactly("1");
        assertThat(database.offset(E0)).hasValue(3);
    }

    @Test
    void aServerThatIsAwayWhileAConstraintIsMadeIsNoFailureOfTheRecord() {
        fixture.open = true;
        fixture.labels.put("New", FakeDatabase.AWAY);
        var poll = List.of(event(0, label("New")));
        assertThat(fixture.puts(poll)).isFalse();
        fixture.labels.clear();

        assertThat(fixture.puts(poll)).isTrue();

        assertThat(fixture.reported()).isEmpty();
        assertThat(database.written).containsExactly("0");
    }

    @Test
    void noConstraintIsAskedForWhereAllLabelsAreDeclared() {
        task.put(events(0, 3));

        assertThat(fixture.ensured).isEmpty();
    }

    @Test
    void aRecordThatCannotBeMappedCostsNoTransaction() {
        var withoutId = new HashMap<String, Object>();
        withoutId.put("id", null);

        task.put(List.of(event(0), record(P0, 1, withoutId), event(2)));

        assertThat(database.transactions).containsExactly(2);
        assertThat(fixture.messages())
                .containsExactly("The record events-0@1 cannot be written: The key property id is null");
        assertThat(database.offset(E0)).hasValue(3);
    }

    private static Map<String, String> label(String label) {
        return Map.of("label", label);
    }

    private static Optional<Failed> refused() {
        return Optional.of(Failed.ofServer(FailureKind.DATA, "Refused", "Neo4j answered Refused"));
    }

    private static Optional<Failed> wrongPassword() {
        return Optional.of(FakeDatabase.WRONG_PASSWORD);
    }

    private static List<String> without(long to, long missing) {
        return LongStream.range(0, to)
                .filter(id -> id != missing)
                .mapToObj(Long::toString)
                .toList();
    }
}
