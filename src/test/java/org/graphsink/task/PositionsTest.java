package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.SourcePartition;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
    private static final TopicPartition CUSTOMERS = new TopicPartition("customers", 0);
    private static final SourcePartition PARTITION = new SourcePartition("orders", 0);

    private final TaskContext context = TaskContext.tolerant();
    private final Positions positions = new Positions(new PartitionClaims(Optional.empty(), null), context);

    @Test
    void aWriteReliesOnWhatWasWrittenBefore() {
        positions.written(Map.of(PARTITION, 7L));

        assertThat(positions.expected(List.of(PARTITION))).isEqualTo(Map.of(PARTITION, 7L));
    }

    @Test
    void aPartitionIsClaimedBackOncePerAssignment() {
        claimBack();
        assertThat(positions.expected(List.of(PARTITION))).isEmpty();

        claimBack();
        assertThat(positions.expected(List.of(PARTITION))).isEqualTo(Map.of(PARTITION, 7L));
    }

    @Test
    void aPartitionThatIsAssignedAgainCanBeClaimedBackAgain() {
        claimBack();
        positions.adopt(List.of(ORDERS));

        claimBack();
        assertThat(positions.expected(List.of(PARTITION))).isEmpty();
    }

    @Test
    void theGroupIsNotToldOfAFailedPollWhosePartitionWasRevokedUntilItIsWritten() {
        var poll = List.of(record(0), record(1));
        var reached = Map.of(ORDERS, new OffsetAndMetadata(2), CUSTOMERS, new OffsetAndMetadata(9));
        positions.adopt(List.of(ORDERS, CUSTOMERS));
        assertThat(positions.committable(reached)).isEqualTo(reached);

        positions.arrived(poll);
        positions.expectRedelivery(poll);
        positions.close(List.of(ORDERS, CUSTOMERS));
        positions.adopt(List.of(ORDERS, CUSTOMERS));
        positions.delivered();
        assertThat(positions.committable(reached)).isEqualTo(Map.of(CUSTOMERS, new OffsetAndMetadata(9)));

        positions.arrived(poll);
        positions.consumed(poll);
        assertThat(positions.committable(reached)).isEqualTo(reached);
    }

    @Test
    void whatIsLeftOfAFailedPollTellsNothingOfThePartitionsThatAreGone() {
        var poll = List.of(record(0));
        positions.expectRedelivery(poll);
        positions.close(List.of(ORDERS));
        positions.arrived(poll);

        positions.consumed(poll);

        assertThat(positions.committable(Map.of(ORDERS, new OffsetAndMetadata(1))))
                .isEmpty();
    }

    @Test
    void whatConnectTakesAlongWithALostPartitionOfTheSameNewNameIsFetchedAgain() {
        var kept = new TopicPartition("orders.v2", 0);
        var poll = List.of(renamed(5), renamed(6), renamed(7));
        positions.written(Map.of(new SourcePartition("orders.v2", 0), 6L));
        positions.expectRedelivery(poll);

        positions.close(List.of(ORDERS));

        assertThat(context.sought).isEqualTo(Map.of(kept, 6L));
        positions.arrived(poll);
        assertThat(positions.unwritten(poll)).isEmpty();
        var reached = Map.of(kept, new OffsetAndMetadata(8));
        assertThat(positions.committable(reached)).isEmpty();

        var fetched = List.of(renamed(6), renamed(7));
        positions.arrived(fetched);
        assertThat(positions.unwritten(fetched)).isEqualTo(fetched);
        positions.consumed(fetched);
        assertThat(positions.committable(reached)).isEqualTo(reached);
    }

    @Test
    void whatWasWrittenOfARestartedLogWithoutAnAnswerIsNotWrittenAgain() {
        var poll = List.of(record(0), record(1));
        positions.written(Map.of(PARTITION, 80L));
        assertThat(positions.unwritten(poll)).isEqualTo(poll);
        // Found above what was written before: only the log from its start can have brought it there.
        positions.found(Map.of(PARTITION, 100L));
        positions.expectRedelivery(poll);

        positions.arrived(poll);

        assertThat(positions.unwritten(poll)).isEmpty();
    }

    private static SinkRecord renamed(long offset) {
        return new SinkRecord(
                "orders", 0, null, null, null, Map.of(), offset, null, null, List.of(), "orders.v2", 0, offset);
    }

    private static SinkRecord record(long offset) {
        return new SinkRecord("orders", 0, null, null, null, Map.of(), offset);
    }

    private void claimBack() {
        positions.written(Map.of(PARTITION, 7L));
        positions.claimAgain(List.of(PARTITION));
    }
}
