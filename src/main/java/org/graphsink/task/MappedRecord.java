package org.graphsink.task;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;

/**
 * A record with what is to be written of it.
 *
 * @param offset that of the original record
 * @param changes empty for a record that has nothing to write; its offset advances all the same
 * @param skipped why there is nothing to write; null where there is something, or where that needs no reason
 */
record MappedRecord(SinkRecord record, Partition partition, long offset, List<GraphChange> changes, String skipped) {

    static MappedRecord of(SinkRecord record, Partition partition, List<GraphChange> changes) {
        return new MappedRecord(record, partition, record.originalKafkaOffset(), changes, null);
    }

    static MappedRecord skipped(SinkRecord record, Partition partition, String reason) {
        return new MappedRecord(record, partition, record.originalKafkaOffset(), List.of(), reason);
    }

    /** The record once it has been reported: nothing of it is written. */
    MappedRecord withoutChanges() {
        return new MappedRecord(record, partition, offset, List.of(), null);
    }
}
