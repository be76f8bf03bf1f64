package org.graphsink.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.graphsink.store.SourcePartition;

/**
 * Partitions that were revoked while records of theirs could not be written. Connect takes such a poll for consumed as soon
 * as another one succeeds: what it says of these partitions is wrong until records of theirs have been written again.
 */
final class RevokedRecords {

    private final Set<SourcePartition> partitions = new HashSet<>();

    void add(SourcePartition partition) {
        partitions.add(partition);
    }

    void remove(SourcePartition partition) {
        partitions.remove(partition);
    }

    boolean areNone() {
        return partitions.isEmpty();
    }

    /** The offsets of the other partitions. */
    Map<TopicPartition, OffsetAndMetadata> without(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (partitions.isEmpty()) {
            return offsets;
        }
        var others = new HashMap<>(offsets);
        others.keySet()
                .removeIf(partition ->
                        partitions.contains(new SourcePartition(partition.topic(), partition.partition())));
        return others;
    }
}
