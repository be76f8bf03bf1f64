package org.graphsink.task;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.store.SourcePartition;

/**
 * A record with what is to be written of it.
 *
 * @param changes empty for a record that has nothing to write; its offset advances all the same
 * @param skipped why there is nothing to write; empty also where that needs no reason
 */
record MappedRecord(
        SinkRecord record,
        SourcePartition partition,
        long offset,
        List<GraphChange> changes,
        Optional<String> skipped) {

    static MappedRecord of(SinkRecord record, List<GraphChange> changes) {
        return new MappedRecord(record, partition(record), record.originalKafkaOffset(), changes, Optional.empty());
    }

    static MappedRecord skipped(SinkRecord record, String reason) {
        return new MappedRecord(
                record, partition(record), record.originalKafkaOffset(), List.of(), Optional.of(reason));
    }

    static SourcePartition partition(SinkRecord record) {
        return new SourcePartition(record.originalTopic(), record.originalKafkaPartition());
    }

    /** The record once it has been reported: nothing of it is written. */
    MappedRecord withoutChanges() {
        return new MappedRecord(record, partition, offset, List.of(), Optional.empty());
    }

    String coordinates() {
        return partition + "@" + offset;
    }
}
