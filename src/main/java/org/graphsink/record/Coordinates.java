package org.graphsink.record;

/**
 * Where a record stands in Kafka: its original topic, partition and offset, before any transformation renamed the
 * topic.
 */
public record Coordinates(String topic, int partition, long offset) {
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
