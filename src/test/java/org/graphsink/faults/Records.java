package org.graphsink.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records without schema of the topic {@code events}. */
final class Records {

    static final TopicPartition P0 = new TopicPartition("events", 0);
    static final TopicPartition P1 = new TopicPartition("events", 1);

    private Records() {}

    /** An event whose id is its offset. */
    static SinkRecord event(long offset) {
        return event(offset, Map.of());
    }

    static SinkRecord event(long offset, Map<String, ?> more) {
        return event(P0, offset, offset, more);
    }

    static SinkRecord event(TopicPartition partition, long offset, Object id, Map<String, ?> more) {
        var value = new HashMap<String, Object>(more);
        value.put("id", id);
        return record(partition, offset, value);
    }

    static SinkRecord record(TopicPartition partition, long offset, Object value) {
        return new SinkRecord(partition.topic(), partition.partition(), null, null, null, value, offset);
    }

    /** Events at the offsets from the first to before the last. */
    static List<SinkRecord> events(long from, long to) {
        return LongStream.range(from, to).mapToObj(Records::event).toList();
    }
}
