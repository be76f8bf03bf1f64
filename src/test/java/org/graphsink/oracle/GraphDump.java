package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphsink.graph.Share;

/**
 * Everything in a graph as sorted lines: one per node, one per relationship. Two graphs whose nodes differ in labels or
 * properties are equal where their dumps are. The number of a sequence is left out of keys.
 */
record GraphDump(List<String> lines) {

    static GraphDump of(Collection<String> nodes, Collection<String> relationships) {
        var lines = new ArrayList<String>(nodes);
        lines.addAll(relationships);
        lines.sort(null);
        return new GraphDump(List.copyOf(lines));
    }

    /** Without the marks of writers: what comes of them is seen when one of them leaves. */
    static String node(Collection<String> labels, Map<String, ?> properties) {
        var shown = new TreeSet<>(labels);
        shown.removeIf(Share::isMark);
        return "(:" + String.join(":", shown) + properties(properties) + ")";
    }

    static String relationship(String start, String type, Map<String, ?> properties, String end) {
        return start + "-[:" + type + properties(properties) + "]->" + end;
    }

    private static String properties(Map<String, ?> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .map(property -> property.getKey() + ": " + Domain.general(property.getValue()))
                        .collect(Collectors.joining(", ", " {", "}"));
    }

    @Override
    public String toString() {
        return lines.isEmpty() ? "(nothing)" : String.join("\n", lines);
    }
}
