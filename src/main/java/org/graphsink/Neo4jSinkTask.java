package org.graphsink;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.graphsink.config.SinkSettings;
import org.graphsink.task.StartedTask;

/** Writes the records of its partitions to Neo4j. */
public final class Neo4jSinkTask extends SinkTask {

    private StartedTask started;

    @Override
    public void start(Map<String, String> config) {
        started = StartedTask.start(
                SinkSettings.of(config),
                config.getOrDefault(Neo4jSinkConnector.TASK, "0"),
                Version.USER_AGENT,
                context);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        started.open(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        started.put(records);
    }

    /**
     * Everything that was written, which is everything but the records of a failed poll whose partitions were revoked.
     *
     * @param reached how far Connect takes the task to be
     */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> reached) {
        return started.committable(reached);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        started.close(partitions);
    }

    @Override
    public void stop() {
        if (started != null) {
            started.stop();
        }
    }

    @Override
    public String version() {
        return Version.VERSION;
    }
}
