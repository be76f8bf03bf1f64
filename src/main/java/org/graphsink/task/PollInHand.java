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
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.store.SourcePartition;

/**
 * What is true of the records that a task was given, from their arrival until they are written or gone: however often Connect
 * delivers them, and whatever of them it takes away meanwhile.
 */
final class PollInHand {

    /** So often a poll is interrupted until it is taken for a record's doing. */
    private static final int COINCIDENCES = 3;

    /** The records of the last delivery where it failed; by identity, for Connect gives the same objects again. */
    private Set<SinkRecord> failed = Set.of();

    private int interruptions;

    /** Positions that were known when the poll failed: what lies before them has been written. */
    private final Set<Partition> known = new HashSet<>();

    /** Partitions for which the consumer was sent elsewhere since the records were fetched: they come again. */
    private final Set<Partition> sought = new HashSet<>();

    /** Offsets up to which an attempt of this delivery turned out to have been committed. */
    private final Map<Partition, Long> found = new HashMap<>();

    /** Partitions that were revoked with records of theirs in hand: those are another task's now. */
    private final Set<SourcePartition> gone = new HashSet<>();

    /**
     * Whether the records are those of this poll: Connect gives all of them again, or those of the partitions that are left,
     * and never mixes them with new ones.
     */
    boolean isDeliveredAgain(Collection<SinkRecord> records) {
        return failed.contains(records.iterator().next());
    }

    boolean hasFailed() {
        return !failed.isEmpty();
    }

    Collection<SinkRecord> failed() {
        return failed;
    }

    /** The records come again, though some may have been written. */
    void failed(Collection<SinkRecord> records, Collection<Partition> assigned) {
        failed = Collections.newSetFromMap(new IdentityHashMap<>());
        failed.addAll(records);
        for (var partition : assigned) {
            if (partition.position() != Partition.Position.UNKNOWN) {
                known.add(partition);
            }
        }
        found.clear();
    }

    void failedFor(Failed failed) {
        if (failed.kind() == FailureKind.INTERRUPTED) {
            interruptions++;
        }
    }

    /** Whether interruptions are no coincidence any more. */
    boolean isSuspect() {
        return interruptions >= COINCIDENCES;
    }

    void gone(SourcePartition partition) {
        gone.add(partition);
    }

    boolean isGone(SourcePartition partition) {
        return gone.contains(partition);
    }

    void sought(Partition partition) {
        sought.add(partition);
    }

    void found(Partition partition, long stored) {
        found.put(partition, stored);
    }

    /** Whether what arrives of a partition is to be written, as far as the poll knows. */
    boolean takes(Partition partition) {
        return !sought.contains(partition) && !gone.contains(partition.source());
    }

    /** Whether a record that arrives is still to be written. */
    boolean takes(Partition partition, long offset) {
        return takes(partition) && partition.arrived(offset, known.contains(partition));
    }

    /** Those of the records that are still to be written, after what was found since they arrived. */
    List<MappedRecord> due(List<MappedRecord> records) {
        if (sought.isEmpty() && found.isEmpty()) {
            return records;
        }
        var due = new ArrayList<MappedRecord>(records.size());
        for (var record : records) {
            if (!sought.contains(record.partition())
                    && record.offset() >= found.getOrDefault(record.partition(), Long.MIN_VALUE)) {
                due.add(record);
            }
        }
        return due;
    }
}
