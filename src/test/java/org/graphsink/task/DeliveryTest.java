package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.P1;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.store.SourcePartition;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;

/** Each record is written once, whatever happens between the task and the database. */
class DeliveryTest {

    private static final SourcePartition E0 = new SourcePartition("events", 0);
    private static final SourcePartition E1 = new SourcePartition("events", 1);

    private final FakeTicker ticker = new FakeTicker();
    private final FakeDatabase database = new FakeDatabase(ticker);
    private final TaskFixture fixture = TaskFixture.over(database.of("me"), ticker);
    private final StartedTask task = fixture.task;

    @Test
    void aPollIsOneTransactionWithItsOffsets() {
        task.open(List.of(P0, P1));

        task.put(List.of(event(5), event(P1, 70, 1000, Map.of()), event(6)));

        assertThat(database.written).containsExactly("5", "1000", "6");
        assertThat(database.transactions).containsExactly(3);
        assertThat(database.offset(E0)).hasValue(7);
        assertThat(database.offset(E1)).hasValue(71);
    }

    @Test
    void anOutageIsWaitedForWithoutAskingTooOften() {
        task.open(List.of(P0));
        database.is(FakeDatabase.AWAY);
        var poll = events(0, 3);

        assertThat(fixture.puts(poll)).isFalse();
        assertThat(database.transactions.size()).isBetween(5, 20);
        assertThat(fixture.puts(poll)).isFalse();
        database.isWell();
        assertThat(fixture.puts(poll)).isTrue();

        assertThat(database.written).isEqualTo(ids(0, 3));
        assertThat(fixture.context.timeouts).containsExactly(500L, 1000L);
        assertThat(fixture.reported()).isEmpty();
    }

    @Test
    void aDeadlockIsRepeatedAtOnce() {
        task.open(List.of(P0));
        database.answers(List.of(Optional.of(FakeDatabase.AWAY), Optional.of(FakeDatabase.AWAY)));

        task.put(events(0, 3));

        assertThat(database.transactions).containsExactly(3, 3, 3);
        assertThat(Duration.ofNanos(ticker.nanos())).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void aCommitWithoutAnswerIsNotRepeated() {
        task.open(List.of(P0));
        database.loseAnswer();

        task.put(events(0, 10));

        assertThat(database.written).isEqualTo(ids(0, 10));
        assertThat(database.offset(E0)).hasValue(10);
    }

    @Test
    void aCommitWithoutAnswerIsNotRepeatedWhenThePollIsDeliveredAgain() {
        task.open(List.of(P0));
        var poll = events(0, 10);
        database.loseAnswer();
        database.answers(List.of(Optional.empty(), Optional.of(FakeDatabase.WRONG_PASSWORD)));
        assertThatThrownBy(() -> task.put(poll)).hasMessageContaining("authentication");

        assertThat(fixture.puts(poll)).isTrue();

        assertThat(database.written).isEqualTo(ids(0, 10));
    }

    @Test
    void whatWasCommittedOfAPollIsNotWrittenAgain() {
        var cut = TaskFixture.inBatches(database.of("me"), ticker, 2);
        cut.task.open(List.of(P0, P1));
        database.answers(List.of(Optional.empty(), Optional.empty(), Optional.of(FakeDatabase.WRONG_PASSWORD)));
        var poll = events(0, 6);
        try (var log = LogCapture.info()) {
            assertThatThrownBy(() -> cut.task.put(poll)).hasMessageContaining("authentication");
            assertThat(database.offset(E0)).hasValue(4);
            cut.task.close(List.of(P1));

            assertThat(cut.puts(poll)).isTrue();

            assertThat(database.written).isEqualTo(ids(0, 6));
            assertThat(log.lines("the log has been restarted")).isEmpty();
        }
    }

    @Test
    void aPollOfAnotherTasksPartitionIsRefused() {
        task.open(List.of(P0, P1));
        task.put(List.of(event(0)));
        database.store(E0, "heir", 1);

        assertThatThrownBy(() -> task.put(List.of(event(P1, 1, 1, Map.of()), event(1))))
                .isInstanceOf(RetriableException.class)
                .hasMessageStartingWith("Another task has taken over [events-0]; nothing was written.");

        assertThat(database.written).isEqualTo(ids(0, 1));
        assertThat(database.offset(E1)).isEmpty();
    }

    @Test
    void aTaskThatIsLeftItsPartitionClaimsItBackOnceAndGoesOnWhereTheOtherStopped() {
        task.open(List.of(P0));
        task.put(List.of(event(0)));
        database.store(E0, "late", 2);
        var poll = events(1, 3);
        try (var log = LogCapture.info()) {
            assertThat(fixture.puts(poll)).isFalse();
            ticker.pass(Duration.ofSeconds(5));
            assertThat(fixture.puts(poll)).isFalse();
            assertThat(fixture.puts(poll)).isTrue();
            assertThat(fixture.context.sought).isEqualTo(Map.of(P0, 2L));
            task.put(events(2, 4));

            assertThat(database.written).containsExactly("0", "2", "3");
            assertThat(log.lines("Partition: events-0 is still assigned to this task, which claims it again"))
                    .hasSize(1);
        }

        database.store(E0, "late", 9);
        for (int i = 0; i < 3; i++) {
            assertThat(fixture.puts(events(4, 5))).isFalse();
            ticker.pass(Duration.ofSeconds(6));
        }
        assertThat(database.offset(E0)).hasValue(9);
    }

    @Test
    void aTaskThatIsRefusedForAMinuteFails() {
        task.open(List.of(P0));
        var poll = events(0, 1);
        database.store(E0, "rival", 0);
        assertThat(fixture.puts(poll)).isFalse();
        ticker.pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> task.put(poll))
                .isNotInstanceOf(RetriableException.class)
                .hasMessageContaining("Another task has taken over")
                .hasMessageEndingWith(", for 60 s now");
    }

    @Test
    void aTaskWhoseStoredOffsetsAreDeletedFailsAtOnceAndSaysHowToLoadEverythingAgain() {
        task.open(List.of(P0));
        task.put(events(0, 1));
        database.forget(E0);

        assertThatThrownBy(() -> task.put(events(1, 2)))
                .isNotInstanceOf(RetriableException.class)
                .hasMessage(
                        "The poll cannot be written: the stored offsets of [events-0] are no longer in the database."
                                + " Was it emptied? To load everything again, stop the connector, delete its offsets through the"
                                + " REST interface of Connect (DELETE /connectors/<name>/offsets) and resume it; a task that is"
                                + " merely restarted writes only what comes after the consumer's offsets");
        assertThat(database.written).isEqualTo(ids(0, 1));
    }

    @Test
    void aRestartedLogIsFollowedWithAWarning() {
        task.open(List.of(P0));
        task.put(events(0, 100));
        try (var log = LogCapture.info()) {
            task.put(events(0, 2));
            task.put(events(2, 3));

            assertThat(database.offset(E0)).hasValue(3);
            assertThat(database.written.subList(100, 103)).isEqualTo(ids(0, 3));
            assertThat(log.lines("WARN")).hasSize(1);
        }
    }

    @Test
    void aTaskGoesBackWithADatabaseThatWasPutBack() {
        task.open(List.of(P0));
        task.put(events(0, 100));
        database.putBack(E0, 40);

        task.put(events(100, 110));

        assertThat(fixture.context.sought).isEqualTo(Map.of(P0, 40L));
        assertThat(database.offset(E0)).hasValue(40);
        assertThat(database.written).hasSize(100);
        task.put(events(40, 110));
        assertThat(database.offset(E0)).hasValue(110);
    }

    @Test
    void aClaimThatAnOutagePreventedIsMadeBeforeTheNextWrite() {
        database.store(E0, "former", 10);
        database.is(FakeDatabase.AWAY);
        task.open(List.of(P0, P1));
        var poll = List.of(event(20), event(P1, 0, 100, Map.of()));
        assertThat(fixture.puts(poll)).isFalse();
        assertThat(database.transactions).isEmpty();
        database.isWell();

        assertThat(fixture.puts(poll)).isTrue();

        assertThat(fixture.context.sought).isEqualTo(Map.of(P0, 10L));
        assertThat(database.written).containsExactly("100");
        task.put(events(10, 12));
        assertThat(database.written).containsExactly("100", "10", "11");
    }

    @Test
    void recordsOfAPartitionThatIsLostWithinAPollAreLeftToItsHeir() {
        task.open(List.of(P0, P1));
        database.is(FakeDatabase.AWAY);
        var poll = List.of(event(0), event(P1, 7, 70, Map.of()));
        assertThat(fixture.puts(poll)).isFalse();
        database.isWell();
        task.close(List.of(P0));
        database.store(E0, "heir", 0);

        assertThat(fixture.puts(poll)).isTrue();

        assertThat(database.written).containsExactly("70");
        assertThat(task.committable(Map.of(P0, new OffsetAndMetadata(1), P1, new OffsetAndMetadata(8))))
                .isEqualTo(Map.of(P1, new OffsetAndMetadata(8)));
    }

    @Test
    void withoutStoredOffsetsWhatWasWrittenOfAFailedPollIsLeftOutAndARepeatedPollIsWritten() {
        var unkept = TaskFixture.over(database.withoutOffsets(), ticker);
        unkept.task.open(List.of(P0));

        unkept.task.put(events(0, 2));
        unkept.task.put(events(0, 2));

        assertThat(database.written).containsExactly("0", "1", "0", "1");
    }

    private static List<String> ids(long from, long to) {
        return LongStream.range(from, to).mapToObj(Long::toString).toList();
    }
}
