package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphsink.neo4j.DeliverySettings;

/** How polls become transactions, and what happens when Neo4j is away. */
final class DeliveryGroup {

    static final Setting<Integer> BATCH_SIZE = Setting.optional(
            "neo4j.batch-size",
            Kind.count(0),
            0,
            MEDIUM,
            "Batch size",
            "The most records of one transaction; 0 writes each poll in one transaction. The size of a poll is the"
                    + " consumer's max.poll.records, which consumer.override.max.poll.records sets for one connector.");

    static final Setting<Optional<Duration>> BATCH_TIMEOUT = Setting.optional(
            "neo4j.batch-timeout",
            DurationKind.unlessZero(),
            "0s",
            MEDIUM,
            "Transaction timeout",
            "The server ends a transaction that takes longer; 0s leaves it to the server's own limit.");

    static final Setting<String> OFFSET_LABEL = Setting.optional(
            "neo4j.eos-offset-label",
            Kind.text(),
            "__KafkaOffset",
            MEDIUM,
            "Offset label",
            "The label of the nodes that hold the consumed offsets. They are written in the transactions of the data,"
                    + " which makes delivery exactly-once; empty turns this off and leaves at-least-once.");

    static final Setting<Duration> WRITE_TIMEOUT = Setting.optional(
            "neo4j.write-timeout",
            DurationKind.duration(),
            "3m",
            LOW,
            "Write timeout",
            "How long the writing of a poll may take before the rest of it is given back to Kafka Connect to be"
                    + " delivered again, whatever Neo4j is waiting for. Keep it, and neo4j.pool.connection-acquisition-timeout"
                    + " on top of it, below the consumer's max.poll.interval.ms, which is 5m by default.");

    static final Setting<Optional<Duration>> OUTAGE_TIMEOUT = Setting.optional(
            "neo4j.outage-timeout",
            DurationKind.optional(),
            "",
            LOW,
            "Outage timeout",
            "How long Neo4j may be away before the task fails; empty to wait for as long as it takes.");

    static final SettingGroup GROUP =
            SettingGroup.of("Delivery", BATCH_SIZE, BATCH_TIMEOUT, OFFSET_LABEL, WRITE_TIMEOUT, OUTAGE_TIMEOUT);

    private DeliveryGroup() {}

    static DeliverySettings read(Map<String, Object> values) {
        var batchSize = BATCH_SIZE.from(values);
        return new DeliverySettings(
                batchSize == 0 ? OptionalInt.empty() : OptionalInt.of(batchSize),
                BATCH_TIMEOUT.from(values),
                Optional.of(OFFSET_LABEL.from(values)).filter(label -> !label.isEmpty()),
                WRITE_TIMEOUT.from(values),
                OUTAGE_TIMEOUT.from(values));
    }
}
