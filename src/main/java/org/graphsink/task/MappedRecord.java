package org.graphsink.task;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.source.Mapped;

/**
 * A record with what is to be written of it.
 *
 * @param offset that of the original record
 * @param changes empty for a record that has nothing to write; its offset advances all the same
 * @param leftOut how many things that it could have made the record lacks the key for
 * @param skipped why there is nothing to write; null where there is something, or where that needs no reason
 */
record MappedRecord(
        SinkRecord record, Partition partition, long offset, List<GraphChange> changes, int leftOut, String skipped) {

    static MappedRecord of(SinkRecord record, Partition partition, Mapped mapped) {
        return new MappedRecord(
                record,
                partition,
                record.originalKafkaOffset(),
                mapped.changes(),
                mapped instanceof Mapped.Changes made ? made.leftOut() : 0,
                mapped instanceof Mapped.Skipped skipped ? skipped.reason() : null);
    }

    /** A record that has been reported. */
    static MappedRecord reported(SinkRecord record, Partition partition) {
        return new MappedRecord(record, partition, record.originalKafkaOffset(), List.of(), 0, null);
    }

    /** The record once it has been reported: nothing of it is written. */
    MappedRecord withoutChanges() {
        return new MappedRecord(record, partition, offset, List.of(), 0, null);
    }
}
