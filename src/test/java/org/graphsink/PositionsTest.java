package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.graphsink.neo4j.SourcePartition;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private static final SourcePartition PARTITION = new SourcePartition("orders", 0);

    private final Positions positions = new Positions(Optional.empty(), null, null);

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
        positions.adopt(List.of(new TopicPartition("orders", 0)));

        claimBack();
        assertThat(positions.expected(List.of(PARTITION))).isEmpty();
    }

    private void claimBack() {
        positions.written(Map.of(PARTITION, 7L));
        positions.claimAgain(List.of(PARTITION));
    }
}
