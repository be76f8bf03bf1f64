package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.Map;

/** Debezium's MariaDB connector, as it is published. */
public final class MariaDbPlugin {

    private MariaDbPlugin() {}

    /** A folder for the worker's {@code plugin.path} that holds the plugin. */
    public static Path folder() {
        return DebeziumPlugin.folder("mariadb", Versions.debeziumForMariaDb());
    }

    /** The least configuration of a connector that captures all tables of the server. */
    public static Map<String, String> source(MariaDbServer server, KafkaBroker broker, String topicPrefix) {
        return Map.ofEntries(
                Map.entry("connector.class", "io.debezium.connector.mariadb.MariaDbConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("database.hostname", server.host()),
                Map.entry("database.port", Integer.toString(server.port())),
                Map.entry("database.user", MariaDbServer.USER),
                Map.entry("database.password", ""),
                Map.entry("database.ssl.mode", "disable"),
                // Each reader of a binary log is a server of its own.
                Map.entry("database.server.id", Integer.toString(1_000 + Math.abs(topicPrefix.hashCode() % 1_000_000))),
                Map.entry("topic.prefix", topicPrefix),
                Map.entry("schema.history.internal.kafka.bootstrap.servers", broker.bootstrapServers()),
                Map.entry("schema.history.internal.kafka.topic", topicPrefix + "-schema-history"),
                Map.entry("topic.creation.default.replication.factor", "1"),
                Map.entry("topic.creation.default.partitions", "1"));
    }
}
