package org.graphsink.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.store.SourcePartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Up to where each of the task's partitions has been written. */
final class Positions {

    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

    private final PartitionClaims claims;
    private final SinkTaskContext context;

    private final Set<SourcePartition> sought = new HashSet<>();
    private final Map<SourcePartition, Long> next = new HashMap<>();
    private final Map<SourcePartition, Long> found = new HashMap<>();
    private final Set<SourcePartition> redelivered = new HashSet<>();
    private final Set<SourcePartition> restarted = new HashSet<>();
    private final Set<SourcePartition> gone = new HashSet<>();
    private final RevokedRecords revoked = new RevokedRecords();
    private Set<SinkRecord> failed = Set.of();

    Positions(PartitionClaims claims, SinkTaskContext context) {
        this.claims = claims;
        this.context = context;
    }

    /** Claims the partitions and has the consumer go on where the database stands. */
    void open(Collection<TopicPartition> partitions) {
        adopt(partitions);
        claim().stream()
                // Connect seeks before it fetches for partitions that it opens, so no record of them is under way.
                // Of those that an outage kept from being claimed before, the records at hand come again.
                .filter(partition -> !partitions.contains(new TopicPartition(partition.topic(), partition.partition())))
                .forEach(sought::add);
    }

    /** Takes the partitions on; they are claimed before the next write. */
    void adopt(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var source = new SourcePartition(partition.topic(), partition.partition());
            forget(source);
            claims.assigned(source);
        }
    }

    void close(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var source = new SourcePartition(partition.topic(), partition.partition());
            forget(source);
            if (!failed.isEmpty()) {
                gone.add(source);
            }
        }
        for (var record : failed) {
            var source = MappedRecord.partition(record);
            if (gone.contains(source)) {
                revoked.add(source);
            }
        }
        refetch(partitions);
    }

    /**
     * Connect takes the records of lost partitions out of a failed poll by their topics after transformations, so that it
     * takes those of another partition along that is renamed to a lost one's topic and stays with this task.
     */
    private void refetch(Collection<TopicPartition> lost) {
        var taken = new HashMap<SourcePartition, Long>();
        for (var record : failed) {
            var source = MappedRecord.partition(record);
            if (!gone.contains(source) && lost.contains(new TopicPartition(record.topic(), record.kafkaPartition()))) {
                taken.merge(source, record.originalKafkaOffset(), Math::min);
            }
        }
        taken.forEach((partition, first) -> {
            var position = restarted.contains(partition) ? first : Math.max(first, next.getOrDefault(partition, first));
            context.offset(new TopicPartition(partition.topic(), partition.partition()), position);
            sought.add(partition);
            revoked.add(partition);
        });
    }

    /** What the consumer group may be told of the offsets that Connect takes the task to have reached. */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> reached) {
        return revoked.without(reached);
    }

    /**
     * Tells the delivery of a poll that failed before from a new one: Connect gives the same record objects again, all of
     * them or those of the partitions that are left, and never mixes them with new ones.
     */
    void arrived(Collection<SinkRecord> records) {
        if (!records.isEmpty() && !failed.contains(records.iterator().next())) {
            delivered();
        }
    }

    /** Takes partitions back from a task that claimed them last though the coordinator leaves them to this one. */
    void claimAgain(Collection<SourcePartition> partitions) {
        claims.again(partitions).forEach(next::remove);
    }

    private void forget(SourcePartition partition) {
        claims.revoked(partition);
        next.remove(partition);
        found.remove(partition);
        sought.remove(partition);
        redelivered.remove(partition);
        restarted.remove(partition);
    }

    /** Makes up for a claim that an outage prevented; what was fetched without a seek comes again. */
    void claimUnclaimed() {
        sought.addAll(claim());
    }

    private Set<SourcePartition> claim() {
        var stored = claims.make();
        stored.forEach((partition, offset) -> {
            next.put(partition, offset);
            context.offset(new TopicPartition(partition.topic(), partition.partition()), offset);
        });
        return stored.keySet();
    }

    /** The records that are still to be written, in order. */
    List<SinkRecord> unwritten(Collection<SinkRecord> records) {
        var unwritten = new ArrayList<SinkRecord>(records.size());
        for (SinkRecord record : records) {
            var partition = MappedRecord.partition(record);
            var position = next.get(partition);
            // Connect takes the records of lost partitions out of a failed poll by topic, and misses renamed topics.
            if (sought.contains(partition) || gone.contains(partition)) {
                continue;
            }
            if (position != null && record.originalKafkaOffset() < position && !restarted.contains(partition)) {
                if (redelivered.contains(partition)) {
                    continue;
                }
                LOG.warn(
                        "{} has a record at offset {} although everything before {} has been written: the log has been"
                                + " restarted, or offsets have been reset outside Graphsink. The record is applied and"
                                + " followed",
                        partition,
                        record.originalKafkaOffset(),
                        position);
                restarted.add(partition);
            }
            unwritten.add(record);
        }
        return unwritten;
    }

    /** The stored offsets that the next write relies on. */
    Map<SourcePartition, Long> expected(Collection<SourcePartition> partitions) {
        var expected = new HashMap<SourcePartition, Long>();
        for (var partition : partitions) {
            var position = next.get(partition);
            if (position != null) {
                expected.put(partition, position);
            }
        }
        return expected;
    }

    void written(Map<SourcePartition, Long> offsets) {
        next.putAll(offsets);
        restarted.removeAll(offsets.keySet());
    }

    /**
     * Follows offsets that were found stored. Where they are behind what this task has written, the database has been put
     * back to an earlier state, and the consumer has to go back too: the records at hand come again.
     */
    void found(Map<SourcePartition, Long> stored) {
        stored.forEach((partition, offset) -> {
            var position = next.get(partition);
            if (position != null && offset < position) {
                LOG.warn(
                        "{} is stored up to {} although {} had been written: the database has been put back to an earlier"
                                + " state. The task goes back there too",
                        partition,
                        offset,
                        position);
                context.offset(new TopicPartition(partition.topic(), partition.partition()), offset);
                sought.add(partition);
            } else {
                LOG.info("{} had been written up to {} by a transaction that gave no answer", partition, offset);
                found.put(partition, offset);
            }
            next.put(partition, offset);
        });
        restarted.removeAll(stored.keySet());
    }

    /** Whether a record is still to be written, after what was found in the meantime. */
    boolean isDue(MappedRecord record) {
        return !sought.contains(record.partition())
                && record.offset() >= found.getOrDefault(record.partition(), Long.MIN_VALUE);
    }

    /** Connect delivers the same poll again, some of which may have been written. */
    void expectRedelivery(Collection<SinkRecord> records) {
        failed = Collections.newSetFromMap(new IdentityHashMap<>());
        failed.addAll(records);
        redelivered.addAll(next.keySet());
        found.clear();
    }

    /** A poll has been written, so that Connect knows again how far its partitions are. */
    void consumed(Collection<SinkRecord> records) {
        if (!revoked.areNone()) {
            records.stream()
                    .map(MappedRecord::partition)
                    .filter(partition -> !gone.contains(partition) && !sought.contains(partition))
                    .forEach(revoked::remove);
        }
    }

    /** What comes next was fetched after the seeks. */
    void delivered() {
        failed = Set.of();
        gone.clear();
        found.clear();
        redelivered.clear();
        sought.clear();
    }
}
