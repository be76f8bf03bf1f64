package org.graphsink.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.ClaimOutcome;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.GraphStore;
import org.graphsink.store.SourcePartition;

/** The partitions that are assigned to a task, as one database has them, and the poll that is in hand. */
final class Assignment {

    private final GraphStore store;
    private final Seek seek;
    private final Map<SourcePartition, Partition> partitions = new LinkedHashMap<>();
    private final RevokedRecords revoked = new RevokedRecords();
    private PollInHand inHand = new PollInHand();
    private Partition last;

    /** Has the consumer go on at an offset of a partition, before it fetches more of it. */
    interface Seek {
        void to(TopicPartition partition, long offset);
    }

    Assignment(GraphStore store, Seek seek) {
        this.store = store;
        this.seek = seek;
    }

    /** Takes the partitions on; they are claimed before the next write. */
    void adopt(Collection<TopicPartition> opened) {
        for (var partition : opened) {
            var source = Partition.source(partition);
            partitions.put(source, store.keepsOffsets() ? Partition.unclaimed(source) : Partition.unclaimable(source));
        }
        last = null;
    }

    /** Claims what is to be claimed, and has the consumer go on where the database stands. */
    Optional<Failed> claimOpened(Collection<TopicPartition> opened, Deadline deadline) {
        return claim(deadline, partition -> {
            // Connect seeks before it fetches for partitions that it opens, so no record of them is under way.
            // Of those that an outage kept from being claimed before, the records at hand come again.
            if (!opened.contains(topicPartition(partition))) {
                inHand.sought(partition);
            }
        });
    }

    void close(Collection<TopicPartition> lost) {
        for (var partition : lost) {
            var source = Partition.source(partition);
            partitions.remove(source);
            if (inHand.hasFailed()) {
                inHand.gone(source);
            }
        }
        last = null;
        for (var record : inHand.failed()) {
            var source = new SourcePartition(record.originalTopic(), record.originalKafkaPartition());
            if (inHand.isGone(source)) {
                revoked.add(source);
            }
        }
        refetch(lost);
    }

    /**
     * Connect takes the records of lost partitions out of a failed poll by their topics after transformations, so that it
     * takes those of another partition along that is renamed to a lost one's topic and stays with this task.
     */
    private void refetch(Collection<TopicPartition> lost) {
        var taken = new HashMap<Partition, Long>();
        for (var record : inHand.failed()) {
            var partition = of(record);
            if (!inHand.isGone(partition.source())
                    && lost.contains(new TopicPartition(record.topic(), record.kafkaPartition()))) {
                taken.merge(partition, record.originalKafkaOffset(), Math::min);
            }
        }
        taken.forEach((partition, first) -> {
            seek.to(topicPartition(partition), partition.refetched(first));
            inHand.sought(partition);
            revoked.add(partition.source());
        });
    }

    /** What the consumer group may be told of the offsets that Connect takes the task to have reached. */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> reached) {
        return revoked.without(reached);
    }

    /** @return the poll that the records are: the failed one before, or a new one, which was fetched after all seeks */
    PollInHand arrived(Collection<SinkRecord> records) {
        if (!inHand.isDeliveredAgain(records)) {
            inHand = new PollInHand();
        }
        return inHand;
    }

    /** Makes up for claims that an outage prevented; what was fetched without a seek comes again. */
    Optional<Failed> claimOpen(Deadline deadline) {
        return claim(deadline, inHand::sought);
    }

    /** Takes partitions back from a task that claimed them last though the coordinator leaves them to this one. */
    void claimAgain(Collection<SourcePartition> taken) {
        for (var source : taken) {
            var partition = partitions.get(source);
            if (partition != null) {
                partition.taken();
            }
        }
    }

    private Optional<Failed> claim(Deadline deadline, Consumer<Partition> moved) {
        var open = partitions.values().stream().filter(Partition::isToBeClaimed).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var outcome = store.claim(open.stream().map(Partition::source).toList(), deadline);
        if (outcome instanceof Failed failed) {
            return Optional.of(failed);
        }
        var stored = ((ClaimOutcome.Claimed) outcome).stored();
        for (var partition : open) {
            var offset = stored.get(partition.source());
            partition.claimed(offset);
            if (offset.isPresent()) {
                seek.to(topicPartition(partition), offset.getAsLong());
                moved.accept(partition);
            }
        }
        return Optional.empty();
    }

    /** The partition of a record. One that is not assigned is not claimed either, so that it cannot be written. */
    Partition of(SinkRecord record) {
        // Records come in runs of one partition.
        if (last == null || !last.isOf(record)) {
            last = partitions.computeIfAbsent(
                    new SourcePartition(record.originalTopic(), record.originalKafkaPartition()),
                    Partition::unclaimable);
        }
        return last;
    }

    /** Follows an offset that was found stored where another was expected. */
    void found(Partition partition, long stored) {
        if (partition.found(stored)) {
            seek.to(topicPartition(partition), stored);
            inHand.sought(partition);
        } else {
            inHand.found(partition, stored);
        }
    }

    /** Connect delivers the records again. */
    void failed(Collection<SinkRecord> records) {
        inHand.failed(records, partitions.values());
    }

    /** The records have been written, so that Connect knows again how far their partitions are. */
    void delivered(Collection<SinkRecord> records) {
        if (!revoked.areNone()) {
            for (var record : records) {
                var partition = of(record);
                if (inHand.takes(partition)) {
                    revoked.remove(partition.source());
                }
            }
        }
        inHand = new PollInHand();
    }

    private static TopicPartition topicPartition(Partition partition) {
        return new TopicPartition(partition.source().topic(), partition.source().partition());
    }
}
