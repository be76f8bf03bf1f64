package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.graphsink.neo4j.PoolSettings;

/** The driver's connection pool. */
final class PoolGroup {

    static final Setting<Integer> MAX_SIZE = Setting.optional(
            "neo4j.pool.max-connection-pool-size",
            Kind.count(1),
            100,
            LOW,
            "Pool size",
            "The most connections of one task to one server.");

    static final Setting<Duration> ACQUISITION_TIMEOUT = Setting.optional(
            "neo4j.pool.connection-acquisition-timeout",
            DurationKind.duration(),
            "1m",
            LOW,
            "Acquisition timeout",
            "How long a transaction waits for a connection of the pool.");

    static final Setting<Optional<Duration>> IDLE_TIME_BEFORE_TEST = Setting.optional(
            "neo4j.pool.idle-time-before-connection-test",
            DurationKind.optional(),
            "",
            LOW,
            "Idle time before test",
            "A connection that was idle for longer is tested before it is used; empty for no test. Set it below the"
                    + " idle limit of a load balancer or firewall on the way to the server.");

    static final Setting<Duration> MAX_LIFETIME = Setting.optional(
            "neo4j.pool.max-connection-lifetime",
            DurationKind.duration(),
            "1h",
            LOW,
            "Connection lifetime",
            "Connections older than this are replaced.");

    static final SettingGroup GROUP =
            SettingGroup.of("Connection pool", MAX_SIZE, ACQUISITION_TIMEOUT, IDLE_TIME_BEFORE_TEST, MAX_LIFETIME);

    private PoolGroup() {}

    static PoolSettings read(Map<String, Object> values) {
        return new PoolSettings(
                MAX_SIZE.from(values),
                ACQUISITION_TIMEOUT.from(values),
                IDLE_TIME_BEFORE_TEST.from(values),
                MAX_LIFETIME.from(values));
    }
}
