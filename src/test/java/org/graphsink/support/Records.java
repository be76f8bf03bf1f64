package org.graphsink.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records without schema of the topic {@code events}. */
public final class Records {

    public static final TopicPartition P0 = new TopicPartition("events", 0);
    public static final TopicPartition P1 = new TopicPartition("events", 1);

    private Records() {}

    /** An event whose id is its offset. */
    public static SinkRecord event(long offset) {
        return event(offset, Map.of());
    }

    public static SinkRecord event(long offset, Map<String, ?> more) {
        return event(P0, offset, offset, more);
    }

    public static SinkRecord event(TopicPartition partition, long offset, Object id, Map<String, ?> more) {
        var value = new HashMap<String, Object>(more);
        value.put("id", id);
        return record(partition, offset, value);
    }

    public static SinkRecord record(TopicPartition partition, long offset, Object value) {
        return new SinkRecord(partition.topic(), partition.partition(), null, null, null, value, offset);
    }

    /** Events at the offsets from the first to before the last. */
    public static List<SinkRecord> events(long from, long to) {
        return LongStream.range(from, to).mapToObj(Records::event).toList();
    }
}
