package org.graphsink.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigValue;
import org.graphsink.check.ConnectionProblem;
import org.graphsink.support.ConnectorSettings;

/** What validation says of configurations. */
final class Validated {

    static final ConnectorSettings SOUND = ConnectorSettings.to("neo4j://localhost:7687")
            .named("shop")
            .as("neo4j", "secret")
            .topic("orders", "(:Order {!id})");

    private Validated() {}

    /** The messages on each setting that has any, where the server has nothing to say. */
    static Map<String, List<String>> errors(ConnectorSettings settings) {
        return errors(settings.map());
    }

    static Map<String, List<String>> errors(Map<String, String> config) {
        return errors(config, Optional.empty());
    }

    /** The same for a sound configuration of which the server says something. */
    static Map<String, List<String>> errorsWith(ConnectionProblem problem) {
        return errorsWith(problem, SOUND);
    }

    static Map<String, List<String>> errorsWith(ConnectionProblem problem, ConnectorSettings settings) {
        return errors(settings.map(), Optional.of(problem));
    }

    private static Map<String, List<String>> errors(Map<String, String> config, Optional<ConnectionProblem> problem) {
        var errors = new LinkedHashMap<String, List<String>>();
        for (var value : new SinkConfigValidation((connection, schema) -> problem)
                .validate(config)
                .configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }

    static Map<String, ConfigValue> validated(ConnectorSettings settings) {
        var values = new HashMap<String, ConfigValue>();
        new SinkConfigValidation((connection, schema) -> Optional.empty())
                .validate(settings.map())
                .configValues()
                .forEach(value -> values.put(value.name(), value));
        return values;
    }
}
