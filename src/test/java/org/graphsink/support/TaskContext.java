package org.graphsink.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What a worker gives a task, and what the task asked of it. */
public final class TaskContext implements SinkTaskContext {

    public final Map<TopicPartition, Long> sought = Collections.synchronizedMap(new HashMap<>());
    public final List<Long> timeouts = Collections.synchronizedList(new ArrayList<>());
    public final List<Report> reports = Collections.synchronizedList(new ArrayList<>());
    /** What the reporter answers: a report that has arrived, unless a test says otherwise. */
    public volatile CompletableFuture<Void> reporting = CompletableFuture.completedFuture(null);

    private final ErrantRecordReporter reporter;

    private TaskContext() {
        reporter = (record, error) -> {
            reports.add(new Report(
                    record.originalTopic() + "-" + record.originalKafkaPartition() + "@" + record.originalKafkaOffset(),
                    error));
            return reporting;
        };
    }

    private TaskContext(ErrantRecordReporter reporter) {
        this.reporter = reporter;
    }

    /** Of a worker that tolerates errors: its reporter puts down what it is given. */
    public static TaskContext tolerant() {
        return new TaskContext();
    }

    /** Of a worker with {@code errors.tolerance=none}: there is no reporter. */
    public static TaskContext intolerant() {
        return new TaskContext(null);
    }

    /** @param reporter null for none */
    public static TaskContext reportingTo(ErrantRecordReporter reporter) {
        return new TaskContext(reporter);
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return reporter;
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        sought.put(partition, offset);
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        sought.putAll(offsets);
    }

    @Override
    public void timeout(long millis) {
        timeouts.add(millis);
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of();
    }

    @Override
    public void pause(TopicPartition... partitions) {}

    @Override
    public void resume(TopicPartition... partitions) {}

    @Override
    public void requestCommit() {}

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException();
    }

    /** A record that was given to the errant record reporter. */
    public record Report(String coordinates, Throwable error) {}
}
