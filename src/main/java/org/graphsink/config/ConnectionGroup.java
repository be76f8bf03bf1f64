package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.neo4j.ConnectionSettings;

/** Where Neo4j is and how patient a connection to it is. */
final class ConnectionGroup {

    static final Setting<List<URI>> URI = Setting.required(
            "neo4j.uri",
            AddressKind.addresses(),
            HIGH,
            "Neo4j URI",
            "Where the server is, such as neo4j://localhost:7687. The schemes neo4j+s and bolt+s encrypt and trust"
                    + " certificates of well-known authorities; neo4j+ssc and bolt+ssc encrypt and trust any. Several"
                    + " addresses of the scheme neo4j are the first contacts of one cluster.");

    static final Setting<String> DATABASE = Setting.optional(
            "neo4j.database",
            Kind.text(),
            "",
            HIGH,
            "Database",
            "The database that is written; empty for the user's home database.");

    static final Setting<Duration> TIMEOUT = Setting.optional(
            "neo4j.connection-timeout",
            DurationKind.duration(),
            "30s",
            LOW,
            "Connection timeout",
            "How long establishing one connection may take.");

    static final Setting<Duration> MAX_RETRY_TIME = Setting.optional(
            "neo4j.max-retry-time",
            DurationKind.duration(),
            "30s",
            LOW,
            "Maximum retry time",
            "How long a transaction that failed for a transient reason is repeated, before the poll is given"
                    + " back to Kafka Connect to be delivered again. Keep it well below the consumer's"
                    + " max.poll.interval.ms.");

    static final Setting<CheckMode> CHECK = Setting.optional(
            "neo4j.connection-check",
            Kind.choice(CheckMode.class),
            "lenient",
            LOW,
            "Connection check",
            "What happens when a configuration is submitted: lenient connects, and refuses what a server that answers"
                    + " refuses, while a server that is away gets a warning in the worker's log, for its tasks will wait for"
                    + " it; strict refuses that too; none does not connect.");

    static final SettingGroup GROUP = SettingGroup.of("Connection", URI, DATABASE, TIMEOUT, MAX_RETRY_TIME, CHECK);

    private ConnectionGroup() {}

    static ConnectionSettings read(Map<String, Object> values) {
        return new ConnectionSettings(
                URI.from(values),
                Optional.of(DATABASE.from(values)).filter(database -> !database.isEmpty()),
                AuthenticationGroup.read(values),
                SecurityGroup.read(values),
                PoolGroup.read(values),
                TIMEOUT.from(values),
                MAX_RETRY_TIME.from(values));
    }
}
