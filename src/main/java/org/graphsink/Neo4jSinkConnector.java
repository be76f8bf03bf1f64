package org.graphsink;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.graphsink.config.AllSettings;
import org.graphsink.config.SinkConfigValidation;
import org.graphsink.config.SinkSettings;
import org.graphsink.neo4j.ConnectionCheck;

/** Keeps a Neo4j graph equal to what Kafka topics say. */
public final class Neo4jSinkConnector extends SinkConnector {

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

    /** Every task gets the whole configuration, in which Kafka Connect keeps the connector's name too. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, config);
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

    @Override
    public String version() {
        return Version.VERSION;
    }
}
