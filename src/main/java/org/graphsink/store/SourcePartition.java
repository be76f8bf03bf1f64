package org.graphsink.store;

/** A partition of an original topic, before transformations renamed it. */
public record SourcePartition(String topic, int partition) {
    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
