package org.graphsink.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.connect.sink.SinkRecord;

/** In which order records reach the connector. */
enum Order {
    AS_WRITTEN,
    /** Those of one key in one topic keep their order, as in a partition. All others overtake each other. */
    BY_KEY,
    /** Each topic keeps its order, with records lost and read again, so that they do not add up to what the tables hold. */
    DISTURBED;

    List<SinkRecord> of(List<SinkRecord> records, Random random) {
        return switch (this) {
            case AS_WRITTEN -> records;
            case BY_KEY -> mixed(records, record -> List.of(record.topic(), record.key()), random, 0);
            case DISTURBED ->
                mixed(
                        records.stream()
                                .filter(record -> random.nextInt(12) > 0)
                                .toList(),
                        SinkRecord::topic,
                        random,
                        15);
        };
    }

    /** @param rereads after how many records, roughly, some are read again; 0 for never */
    private static List<SinkRecord> mixed(
            List<SinkRecord> records, Function<SinkRecord, Object> queue, Random random, int rereads) {
        Map<Object, Deque<SinkRecord>> queues = new LinkedHashMap<>();
        for (var record : records) {
            queues.computeIfAbsent(queue.apply(record), name -> new ArrayDeque<>())
                    .add(record);
        }
        var mixed = new ArrayList<SinkRecord>();
        var left = new ArrayList<>(queues.values());
        while (!left.isEmpty()) {
            var next = left.get(random.nextInt(left.size()));
            mixed.add(next.remove());
            if (next.isEmpty()) {
                left.remove(next);
            }
            if (rereads > 0 && random.nextInt(rereads) == 0) {
                readAgain(mixed, random);
            }
        }
        return mixed;
    }

    private static void readAgain(List<SinkRecord> records, Random random) {
        int from = random.nextInt(records.size());
        var topic = records.get(from).topic();
        for (var record : List.copyOf(records.subList(from, records.size()))) {
            if (record.topic().equals(topic)) {
                records.add(record);
            }
        }
    }
}
