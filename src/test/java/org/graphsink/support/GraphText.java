package org.graphsink.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphsink.graph.Share;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/**
 * A whole graph as sorted lines of text, so that tests compare all of it: one line per node and one per relationship,
 * as in {@code (:Order {id: 10})-[:PLACED_BY {}]->(:Customer {id: 1})}. What the connector keeps for itself, under labels
 * that start with two underscores, is left out; so are the marks of writers on other nodes.
 */
public final class GraphText {

    private GraphText() {}

    public static List<String> of(Driver driver) {
        var lines = new TreeSet<String>();
        for (Record row : driver.executableQuery("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m")
                .execute()
                .records()) {
            Node start = row.get("n").asNode();
            if (isInternal(start)) {
                continue;
            }
            lines.add(node(start));
            if (!row.get("r").isNull()) {
                var relationship = row.get("r").asRelationship();
                lines.add(node(start) + "-[:" + relationship.type() + " " + properties(relationship.asMap(v -> v))
                        + "]->" + node(row.get("m").asNode()));
            }
        }
        return List.copyOf(lines);
    }

    private static boolean isInternal(Node node) {
        for (String label : node.labels()) {
            if (label.startsWith("__") && !Share.isMark(label)) {
                return true;
            }
        }
        return false;
    }

    private static String node(Node node) {
        var labels = new TreeSet<String>();
        node.labels().forEach(labels::add);
        labels.removeIf(Share::isMark);
        return "(:" + String.join(":", labels) + " " + properties(node.asMap(value -> value)) + ")";
    }

    private static String properties(Map<String, Value> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .map(property -> property.getKey() + ": " + property.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
