package org.graphsink;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.graphsink.check.ConnectionCheck;
import org.graphsink.config.AllSettings;
import org.graphsink.config.SinkConfigValidation;
import org.graphsink.config.SinkSettings;
import org.graphsink.neo4j.DriverFailures;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.OffsetStore;
import org.graphsink.store.Deadline;
import org.graphsink.store.SourcePartition;

/** Keeps a Neo4j graph equal to what Kafka topics say. */
public final class Neo4jSinkConnector extends SinkConnector {

    /** Where a task finds its number. */
    static final String TASK = "task.id";

    private static final Duration CONNECTION_CHECK_TIMEOUT = Duration.ofSeconds(5);

    private Map<String, String> config = Map.of();

    @Override
    public void start(Map<String, String> config) {
        SinkSettings.of(config);
        this.config = Map.copyOf(config);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return Neo4jSinkTask.class;
    }

    /** Every task gets the whole configuration, in which Kafka Connect keeps the connector's name too, and its number. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return IntStream.range(0, maxTasks).mapToObj(this::taskConfig).toList();
    }

    private Map<String, String> taskConfig(int number) {
        var numbered = new HashMap<>(config);
        numbered.put(TASK, Integer.toString(number));
        return numbered;
    }

    @Override
    public void stop() {}

    @Override
    public ConfigDef config() {
        return AllSettings.definition();
    }

    @Override
    public Config validate(Map<String, String> config) {
        var check = new ConnectionCheck(Version.USER_AGENT, CONNECTION_CHECK_TIMEOUT);
        return new SinkConfigValidation(check).validate(config);
    }

    /**
     * Changes the offsets that are stored in the database, which are the ones that count, along with those of the consumer
     * group.
     *
     * @param offsets null values forget; a group that has no offsets any more is reset with none at all. What is not named
     *     stays: a reset of the whole connector cannot be told from one of some partitions
     * @throws ConnectException where the database cannot be reached or an offset cannot be one
     * @see <a href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-875%3A+First-class+offsets+support+in+Kafka+Connect">KIP-875</a>
     */
    @Override
    public boolean alterOffsets(Map<String, String> config, Map<TopicPartition, Long> offsets) {
        var settings = SinkSettings.of(config);
        var label = settings.delivery().offsetLabel();
        if (label.isEmpty()) {
            return true;
        }
        var altered = new HashMap<SourcePartition, OptionalLong>();
        offsets.forEach((partition, offset) -> {
            if (offset != null && offset < 0) {
                throw new ConnectException("The offset of " + partition + " cannot be negative");
            }
            altered.put(
                    new SourcePartition(partition.topic(), partition.partition()),
                    offset == null ? OptionalLong.empty() : OptionalLong.of(offset));
        });
        var store = new OffsetStore(label.get(), settings.connectorName(), "");
        var deadline = Deadline.in(settings.delivery().writeTimeout());
        try (var connection = Neo4jConnection.open(settings.connection(), Version.USER_AGENT)) {
            connection.within(deadline, () -> {
                if (altered.isEmpty()) {
                    store.forgetAll(connection);
                } else {
                    store.alter(connection, altered);
                }
                return true;
            });
        } catch (RuntimeException e) {
            throw new ConnectException("The stored offsets cannot be changed: "
                    + DriverFailures.of(e).advice());
        }
        return true;
    }

    @Override
    public String version() {
        return Version.VERSION;
    }
}
