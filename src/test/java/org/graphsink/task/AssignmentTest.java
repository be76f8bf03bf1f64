package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.P1;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.Deadline;
import org.graphsink.store.SourcePartition;
import org.graphsink.support.Records;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final SourcePartition SOURCE = new SourcePartition("events", 0);

    private final FakeTicker ticker = new FakeTicker();
    private final FakeDatabase database = new FakeDatabase(ticker);
    private final TaskContext context = TaskContext.tolerant();
    private final Assignment assignment = new Assignment(database.of("me"), context::offset);

    @Test
    void aWriteReliesOnWhatWasWrittenBefore() {
        open(P0);

        events().written(7);

        assertThat(events().expected()).hasValue(7);
    }

    @Test
    void aPartitionIsClaimedBackOncePerAssignment() {
        open(P0);
        claimBack();
        assertThat(events().claim()).isEqualTo(Partition.Claim.TAKEN);
        assertThat(events().expected()).isEmpty();

        assignment.claimOpen(deadline());
        assertThat(events().claim()).isEqualTo(Partition.Claim.RECLAIMED);
        claimBack();
        assertThat(events().claim()).isEqualTo(Partition.Claim.RECLAIMED);
        assertThat(events().expected()).hasValue(7);
    }

    @Test
    void aPartitionThatIsAssignedAgainCanBeClaimedBackAgain() {
        open(P0);
        claimBack();
        assignment.claimOpen(deadline());
        open(P0);

        claimBack();

        assertThat(events().claim()).isEqualTo(Partition.Claim.TAKEN);
        assertThat(events().expected()).isEmpty();
    }

    @Test
    void whatIsNotAssignedIsNotClaimedBack() {
        assignment.of(Records.event(0));

        assignment.claimAgain(List.of(SOURCE));
        assignment.claimOpen(deadline());

        assertThat(database.offset(SOURCE)).isEmpty();
        assertThat(events().claim()).isEqualTo(Partition.Claim.NONE);
    }

    @Test
    void theGroupIsNotToldOfAFailedPollWhosePartitionWasRevokedUntilItIsWritten() {
        var poll = Records.events(0, 2);
        var reached = Map.of(P0, new OffsetAndMetadata(2), P1, new OffsetAndMetadata(9));
        open(P0, P1);
        assertThat(assignment.committable(reached)).isEqualTo(reached);

        assignment.arrived(poll);
        assignment.failed(poll);
        assignment.close(List.of(P0, P1));
        open(P0, P1);
        var other = List.of(Records.event(P1, 5, 5, Map.of()));
        assignment.arrived(other);
        assignment.delivered(other);
        assertThat(assignment.committable(reached)).isEqualTo(Map.of(P1, new OffsetAndMetadata(9)));

        assignment.arrived(poll);
        assignment.delivered(poll);
        assertThat(assignment.committable(reached)).isEqualTo(reached);
    }

    @Test
    void whatIsLeftOfAFailedPollTellsNothingOfThePartitionsThatAreGone() {
        var poll = List.of(Records.event(0));
        open(P0);
        assignment.arrived(poll);
        assignment.failed(poll);
        assignment.close(List.of(P0));
        var inHand = assignment.arrived(poll);

        assertThat(inHand.takes(events(), 0)).isFalse();
        assignment.delivered(poll);

        assertThat(assignment.committable(Map.of(P0, new OffsetAndMetadata(1)))).isEmpty();
    }

    @Test
    void whatConnectTakesAlongWithALostPartitionOfTheSameNewNameIsFetchedAgain() {
        var kept = new TopicPartition("orders.v2", 0);
        var lost = new TopicPartition("orders", 0);
        var poll = List.of(renamed(5), renamed(6), renamed(7));
        open(kept, lost);
        assignment.arrived(poll);
        assignment.of(poll.get(0)).written(6);
        assignment.failed(poll);

        assignment.close(List.of(lost));

        assertThat(context.sought).isEqualTo(Map.of(kept, 6L));
        assertThat(taken(poll)).isEmpty();
        var reached = Map.of(kept, new OffsetAndMetadata(8));
        assertThat(assignment.committable(reached)).isEmpty();

        var fetched = List.of(renamed(6), renamed(7));
        assertThat(taken(fetched)).isEqualTo(fetched);
        assignment.delivered(fetched);
        assertThat(assignment.committable(reached)).isEqualTo(reached);
    }

    @Test
    void whatWasWrittenOfARestartedLogWithoutAnAnswerIsNotWrittenAgain() {
        var poll = Records.events(0, 2);
        open(P0);
        events().written(80);
        assertThat(taken(poll)).isEqualTo(poll);
        assertThat(events().position()).isEqualTo(Partition.Position.RESTARTED);
        // Found above what was written before: only the log from its start can have brought it there.
        assignment.found(events(), 100);
        assertThat(events().position()).isEqualTo(Partition.Position.AT);
        assignment.failed(poll);

        assertThat(taken(poll)).isEmpty();
    }

    @Test
    void theRecordsAtHandComeAgainWhereTheirPartitionIsClaimedLateAlongWithAnother() {
        database.store(SOURCE, "former", 50);
        database.is(FakeDatabase.AWAY);
        open(P0);
        var atHand = Records.events(20, 100);
        assignment.arrived(atHand);
        assignment.failed(atHand);
        database.isWell();

        open(P1);

        assertThat(context.sought).isEqualTo(Map.of(P0, 50L));
        assertThat(taken(atHand)).isEmpty();
        var fetched = Records.events(50, 100);
        assertThat(taken(fetched)).isEqualTo(fetched);
    }

    @Test
    void nothingIsAskedOfADatabaseThatKeepsNoOffsets() {
        var unkept = new Assignment(database.withoutOffsets(), context::offset);
        database.is(FakeDatabase.AWAY);
        unkept.adopt(List.of(P0));

        assertThat(unkept.claimOpened(List.of(P0), deadline())).isEmpty();
        assertThat(unkept.of(Records.event(0)).claim()).isEqualTo(Partition.Claim.NONE);
    }

    private void open(TopicPartition... partitions) {
        assignment.adopt(List.of(partitions));
        assignment.claimOpened(List.of(partitions), deadline());
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofMinutes(1));
    }

    private Partition events() {
        return assignment.of(Records.event(0));
    }

    private List<SinkRecord> taken(List<SinkRecord> records) {
        var poll = assignment.arrived(records);
        return records.stream()
                .filter(record -> poll.takes(assignment.of(record), record.originalKafkaOffset()))
                .toList();
    }

    private static SinkRecord renamed(long offset) {
        return new SinkRecord(
                "orders", 0, null, null, null, Map.of(), offset, null, null, List.of(), "orders.v2", 0, offset);
    }

    private void claimBack() {
        events().written(7);
        database.store(SOURCE, "me", 7);
        assignment.claimAgain(List.of(SOURCE));
    }

    @Test
    void whatIsStoredIsWhereThePartitionGoesOn() {
        database.store(SOURCE, "former", 9);

        open(P0, P1);

        assertThat(context.sought).isEqualTo(Map.of(P0, 9L));
        assertThat(events().expected()).isEqualTo(OptionalLong.of(9));
        assertThat(events().toString()).isEqualTo("events-0 CLAIMED, AT 9");
    }
}
