package org.graphsink.support;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.Neo4jSinkTask;

/** A task as a worker runs it: started, with partitions, and with a poll delivered again where it asks for that. */
public final class RunningTask implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(3);

    public final TaskContext context;
    private final Neo4jSinkTask task = new Neo4jSinkTask();

    private RunningTask(Map<String, String> settings, TaskContext context) {
        this.context = context;
        task.initialize(context);
        task.start(settings);
    }

    public static RunningTask start(Map<String, String> settings) {
        return new RunningTask(settings, TaskContext.tolerant());
    }

    /** With {@code errors.tolerance=none}: there is no errant record reporter. */
    public static RunningTask startIntolerant(Map<String, String> settings) {
        return new RunningTask(settings, TaskContext.intolerant());
    }

    /** Settings of a connector {@code faults} without authentication, with more of them in pairs. */
    public static Map<String, String> settings(URI server, String... more) {
        return settings(server.toString(), more);
    }

    public static Map<String, String> settings(String server, String... more) {
        return ConnectorSettings.to(server)
                .named("faults")
                .topic("events", "(:Event {!id, *})")
                .with(more)
                .map();
    }

    public RunningTask open(TopicPartition... partitions) {
        task.open(List.of(partitions));
        return this;
    }

    public void lose(TopicPartition... partitions) {
        task.close(List.of(partitions));
    }

    public void put(SinkRecord... records) {
        task.put(List.of(records));
    }

    public void put(List<SinkRecord> records) {
        task.put(records);
    }

    /** Delivers the poll until the task takes it. */
    public void deliver(List<SinkRecord> records) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(LONG)
                .until(() -> {
                    try {
                        task.put(records);
                        return true;
                    } catch (RetriableException e) {
                        return false;
                    }
                });
    }

    public List<String> reported() {
        return context.reports.stream().map(TaskContext.Report::coordinates).toList();
    }

    public List<String> messages() {
        return Stream.iterate(0, i -> i + 1)
                .limit(context.reports.size())
                .map(i -> context.reports.get(i).error().getMessage())
                .toList();
    }

    @Override
    public void close() {
        task.stop();
    }
}
