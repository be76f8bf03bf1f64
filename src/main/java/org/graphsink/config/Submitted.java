package org.graphsink.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigValue;

/**
 * A configuration under validation.
 *
 * @param texts what the user wrote, settings of Kafka Connect included
 * @param values our settings parsed, with defaults; none where the text is wrong
 */
record Submitted(Map<String, String> texts, Map<String, Object> values) {

    static Submitted of(Map<String, String> texts, Map<String, ConfigValue> parsed) {
        var values = new HashMap<String, Object>();
        parsed.forEach((name, value) -> {
            if (value.errorMessages().isEmpty()) {
                values.put(name, value.value());
            }
        });
        return new Submitted(texts, values);
    }

    /** What the user wrote, without blanks around it; empty where there is nothing. */
    String text(String name) {
        return texts.getOrDefault(name, "").trim();
    }

    boolean has(Setting<?> setting) {
        return !text(setting.name()).isEmpty();
    }

    /** The value or default; empty where the user's text is wrong. */
    <T> Optional<T> value(Setting<T> setting) {
        return values.get(setting.name()) == null ? Optional.empty() : Optional.of(setting.from(values));
    }
}
