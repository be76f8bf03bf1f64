package org.graphsink.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.sink.SinkRecord;

/** Topics that arrive out of step with each other, with records lost and read again. Each topic keeps its order. */
final class Disturbance {

    private Disturbance() {}

    static List<SinkRecord> of(List<SinkRecord> records, Random random) {
        Map<String, Deque<SinkRecord>> topics = new LinkedHashMap<>();
        for (var record : records) {
            if (random.nextInt(12) > 0) {
                topics.computeIfAbsent(record.topic(), topic -> new ArrayDeque<>())
                        .add(record);
            }
        }
        var disturbed = new ArrayList<SinkRecord>();
        var left = new ArrayList<>(topics.values());
        while (!left.isEmpty()) {
            var topic = left.get(random.nextInt(left.size()));
            disturbed.add(topic.remove());
            if (topic.isEmpty()) {
                left.remove(topic);
            }
            if (random.nextInt(15) == 0) {
                readAgain(disturbed, random);
            }
        }
        return disturbed;
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
