package org.graphsink.config;

import java.util.Arrays;
import java.util.Set;

/**
 * Whether the configured transformations may rename topics. Kafka's own, its routers apart, and Debezium's
 * {@code ExtractNewRecordState} are known not to; any other may.
 */
final class TopicRenaming {

    private static final String KAFKA = "org.apache.kafka.connect.transforms.";
    private static final Set<String> KAFKA_ROUTERS = Set.of(KAFKA + "RegexRouter", KAFKA + "TimestampRouter");
    private static final String DEBEZIUM_UNWRAP = "io.debezium.transforms.ExtractNewRecordState";

    private TopicRenaming() {}

    static boolean isPossible(Submitted config) {
        return Arrays.stream(config.text("transforms").split(","))
                .map(String::trim)
                .filter(alias -> !alias.isEmpty())
                .anyMatch(alias -> mayRename(config, "transforms." + alias));
    }

    private static boolean mayRename(Submitted config, String transformation) {
        var type = config.text(transformation + ".type");
        if (type.equals(DEBEZIUM_UNWRAP)) {
            return !config.text(transformation + ".route.by.field").isEmpty();
        }
        return !type.startsWith(KAFKA) || KAFKA_ROUTERS.contains(type);
    }
}
