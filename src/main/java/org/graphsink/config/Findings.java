package org.graphsink.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a configuration, by setting. Kafka Connect shows the messages without the names of the settings
 * when it refuses to create a connector, so each message names its setting itself.
 */
final class Findings {

    private final Map<String, List<String>> messages = new LinkedHashMap<>();

    void add(String setting, String message) {
        messages.computeIfAbsent(setting, name -> new ArrayList<>()).add(message);
    }

    void add(Setting<?> setting, String message) {
        add(setting.name(), message);
    }

    Map<String, List<String>> messages() {
        return messages;
    }
}
