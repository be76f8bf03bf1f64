package org.graphsink.support.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the worker's answer to a validation. */
final class ValidationErrors {

    private ValidationErrors() {}

    /** The messages by setting, of those settings that have any. */
    static Map<String, List<String>> of(JsonNode answer) {
        var errors = new TreeMap<String, List<String>>();
        for (JsonNode setting : answer.get("configs")) {
            JsonNode value = setting.get("value");
            var messages = new ArrayList<String>();
            value.get("errors").forEach(message -> messages.add(message.asText()));
            if (!messages.isEmpty()) {
                errors.put(value.get("name").asText(), messages);
            }
        }
        return errors;
    }
}
