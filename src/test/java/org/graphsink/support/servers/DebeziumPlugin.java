package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.Map;

/** Debezium's PostgreSQL connector, as it is published. */
public final class DebeziumPlugin {

    private DebeziumPlugin() {}

    /** A folder for the worker's {@code plugin.path} that holds the plugin. */
    public static Path folder() {
        return folder("postgres", Versions.debezium());
    }

    static Path folder(String database, String version) {
        return Archive.once(
                ServerFolder.shared("debezium-" + database + "-" + version),
                folder -> Archive.unpackTarGz(
                        Artifacts.file("io.debezium:debezium-connector-" + database + ":tar.gz:plugin:" + version),
                        folder));
    }

    /** The least configuration of a connector that captures all tables of the server. */
    public static Map<String, String> source(PostgresServer server, String topicPrefix) {
        return Map.ofEntries(
                Map.entry("connector.class", "io.debezium.connector.postgresql.PostgresConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("plugin.name", "pgoutput"),
                Map.entry("database.hostname", server.host()),
                Map.entry("database.port", Integer.toString(server.port())),
                Map.entry("database.user", PostgresServer.USER),
                Map.entry("database.dbname", PostgresServer.DATABASE),
                Map.entry("topic.prefix", topicPrefix),
                Map.entry("slot.name", topicPrefix),
                Map.entry("topic.creation.default.replication.factor", "1"),
                Map.entry("topic.creation.default.partitions", "1"));
    }
}
