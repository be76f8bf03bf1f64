package org.graphsink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.OffsetStore;
import org.graphsink.neo4j.SourcePartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Up to where each of the task's partitions has been written. */
final class Positions {

    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

    private final Optional<OffsetStore> store;
    private final Neo4jConnection connection;
    private final SinkTaskContext context;

    private final Set<SourcePartition> unclaimed = new HashSet<>();
    private final Set<SourcePartition> sought = new HashSet<>();
    private final Map<SourcePartition, Long> next = new HashMap<>();
    private final Set<SourcePartition> redelivered = new HashSet<>();

    Positions(Optional<OffsetStore> store, Neo4jConnection connection, SinkTaskContext context) {
        this.store = store;
        this.connection = connection;
        this.context = context;
    }

    /** Claims the partitions and has the consumer go on where the database stands. */
    void open(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var source = new SourcePartition(partition.topic(), partition.partition());
            forget(source);
            if (store.isPresent()) {
                unclaimed.add(source);
            }
        }
        // Connect seeks before it fetches for these partitions, so no record of them is under way.
        claim();
    }

    void close(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            forget(new SourcePartition(partition.topic(), partition.partition()));
        }
    }

    private void forget(SourcePartition partition) {
        next.remove(partition);
        unclaimed.remove(partition);
        sought.remove(partition);
        redelivered.remove(partition);
    }

    /** Makes up for a claim that an outage prevented; what was fetched without a seek comes again. */
    void claimUnclaimed() {
        if (!unclaimed.isEmpty()) {
            sought.addAll(claim());
        }
    }

    private Set<SourcePartition> claim() {
        var claimed = new HashSet<SourcePartition>();
        if (store.isEmpty() || unclaimed.isEmpty()) {
            return claimed;
        }
        try (var session = connection.session()) {
            var stored = store.get().claim(session, unclaimed);
            stored.forEach((partition, offset) -> {
                if (offset.isPresent()) {
                    next.put(partition, offset.getAsLong());
                    context.offset(new TopicPartition(partition.topic(), partition.partition()), offset.getAsLong());
                    claimed.add(partition);
                }
                LOG.info(
                        "{} goes on at {}",
                        partition,
                        offset.isPresent() ? "the stored offset " + offset.getAsLong() : "the consumer's offset");
            });
        }
        unclaimed.clear();
        return claimed;
    }

    /** The records that are still to be written, in order. */
    List<SinkRecord> unwritten(Collection<SinkRecord> records) {
        var unwritten = new ArrayList<SinkRecord>(records.size());
        var restarted = new HashSet<SourcePartition>();
        for (SinkRecord record : records) {
            var partition = MappedRecord.partition(record);
            var position = next.get(partition);
            if (sought.contains(partition)) {
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
    }

    OptionalLong position(SourcePartition partition) {
        var position = next.get(partition);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Connect delivers the same poll again, some of which may have been written. */
    void expectRedelivery() {
        redelivered.addAll(next.keySet());
    }

    /** What comes next was fetched after the seeks. */
    void delivered() {
        redelivered.clear();
        sought.clear();
    }
}
