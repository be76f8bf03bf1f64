package org.graphsink.schema;

import java.util.List;

/**
 * A label with the properties that identify its nodes.
 *
 * @param properties kept in alphabetical order, so that the same key has one constraint
 */
public record LabelKey(String label, List<String> properties) {
    public LabelKey {
        if (properties.isEmpty()) {
            throw new IllegalArgumentException("The key of " + label + " has no properties");
        }
        properties = properties.stream().sorted().distinct().toList();
    }
}
