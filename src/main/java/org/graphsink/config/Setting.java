package org.graphsink.config;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * The one definition of a setting.
 *
 * @param defaultValue as a user would write it; {@link ConfigDef#NO_DEFAULT_VALUE} where the setting is required
 * @param condition when the setting means something; null for always
 */
record Setting<T>(
        String name,
        Kind<T> kind,
        Object defaultValue,
        Importance importance,
        String displayName,
        String documentation,
        Condition condition) {

    /** The setting has a meaning only while another one has a certain value, as a user would write it. */
    record Condition(Setting<?> parent, String value) {
        boolean holds(Map<String, Object> values) {
            return value.equalsIgnoreCase(String.valueOf(values.get(parent.name)));
        }
    }

    static <T> Setting<T> required(
            String name, Kind<T> kind, Importance importance, String displayName, String documentation) {
        return new Setting<>(name, kind, ConfigDef.NO_DEFAULT_VALUE, importance, displayName, documentation, null);
    }

    static <T> Setting<T> optional(
            String name,
            Kind<T> kind,
            Object defaultValue,
            Importance importance,
            String displayName,
            String documentation) {
        return new Setting<>(name, kind, defaultValue, importance, displayName, documentation, null);
    }

    Setting<T> onlyWith(Setting<?> parent, String value) {
        return new Setting<>(
                name, kind, defaultValue, importance, displayName, documentation, new Condition(parent, value));
    }

    /** The value among those that Kafka has parsed. */
    T from(Map<String, Object> values) {
        return kind.reading().apply(values.get(name));
    }

    boolean isRequired() {
        return defaultValue == ConfigDef.NO_DEFAULT_VALUE;
    }

    void define(ConfigDef definition, String group, int order, List<String> dependents) {
        definition.define(
                name,
                kind.type(),
                defaultValue,
                kind.validator(),
                importance,
                documentation,
                group,
                order,
                kind.width(),
                displayName,
                dependents,
                new Advice(kind.choices(), condition));
    }

    private record Advice(List<Object> choices, Condition condition) implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> values) {
            return choices;
        }

        @Override
        public boolean visible(String name, Map<String, Object> values) {
            return condition == null || condition.holds(values);
        }
    }
}
