package org.graphsink.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All rows of the tables, or all of the graph, at one moment.
 *
 * @param entities the fields of each row, node and relationship by the text that identifies it
 */
record Contents(SortedMap<String, Map<String, String>> entities) {

    /** What is gone ({@code -}), new ({@code +}) and different ({@code ~}) in the later ones, a line for each. */
    List<String> changesTo(Contents later) {
        var identities = new TreeSet<>(entities.keySet());
        identities.addAll(later.entities.keySet());
        var lines = new ArrayList<String>();
        for (String identity : identities) {
            var before = entities.get(identity);
            var after = later.entities.get(identity);
            if (after == null) {
                lines.add("- " + identity);
            } else if (before == null) {
                lines.add(("+ " + identity + "  " + text(shortened(after))).stripTrailing());
            } else if (!before.equals(after)) {
                lines.add("~ " + identity + "  " + text(differences(before, after)));
            }
        }
        return lines;
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var differences = new TreeMap<String, String>();
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                differences.put(name, text(before.get(name)) + " → " + text(after.get(name)));
            }
        }
        return differences;
    }

    private static String text(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> shortened(Map<String, String> fields) {
        var shortened = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> shortened.put(name, text(value)));
        return shortened;
    }

    private static String text(String value) {
        return value == null ? "none" : ShortText.cut(value);
    }
}
