package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph put together from rows. Nodes and relationships with the same label or type, ends and key are one. */
final class ExpectedGraph {

    private record NodeKey(String label, String property, Object value) {}

    private record RelationshipKey(NodeKey start, String type, Map<String, Object> key, NodeKey end) {}

    private final Map<NodeKey, Set<String>> labels = new LinkedHashMap<>();
    private final Map<NodeKey, Map<String, Object>> nodes = new LinkedHashMap<>();
    private final Map<RelationshipKey, Map<String, Object>> relationships = new LinkedHashMap<>();
    private final boolean past;

    /** @param past whether rows that are gone are being added: of them, only shared nodes and events are left */
    private ExpectedGraph(boolean past) {
        this.past = past;
    }

    static ExpectedGraph of(List<SourceTables.RowChange> log, List<SourceTables.StoredRow> rows) {
        var history = new ExpectedGraph(true);
        for (var change : log) {
            if (change.after() != null) {
                change.table().expectation().add(change.after(), history);
            }
        }
        var graph = new ExpectedGraph(false);
        history.labels.forEach((key, value) -> graph.labels.put(key, new HashSet<>(value)));
        history.nodes.forEach((key, value) -> graph.nodes.put(key, new HashMap<>(value)));
        graph.relationships.putAll(history.relationships);
        rows.forEach(row -> row.table().expectation().add(row.row(), graph));
        return graph;
    }

    /** A node of the row, as in {@code node("Customer:Party", "id", 1, "name", name)}; the first property is its key. */
    void node(String labels, Object... properties) {
        if (!past) {
            write(labels, properties);
        }
    }

    /** A node that outlives its row. */
    void shared(String labels, Object... properties) {
        if (past) {
            write(labels, properties);
        }
    }

    private NodeKey write(String text, Object... properties) {
        var names = text.split(":");
        var key = new NodeKey(names[0], (String) properties[0], properties[1]);
        labels.computeIfAbsent(key, k -> new HashSet<>()).addAll(Arrays.asList(names));
        nodes.computeIfAbsent(key, k -> new HashMap<>()).putAll(map(properties));
        return key;
    }

    /** A relationship of the row between nodes that are there for their own rows, or shared. */
    void relationship(
            String startLabel,
            String startProperty,
            Object start,
            String type,
            Map<String, Object> key,
            Map<String, Object> properties,
            String endLabel,
            String endProperty,
            Object end) {
        if (!past && start != null && end != null && type != null) {
            var written = new HashMap<>(key);
            written.putAll(properties);
            relationships
                    .computeIfAbsent(
                            new RelationshipKey(
                                    new NodeKey(startLabel, startProperty, start),
                                    type,
                                    key,
                                    new NodeKey(endLabel, endProperty, end)),
                            k -> new HashMap<>())
                    .putAll(written);
        }
    }

    /** A relationship of an event, with its ends: all of it stays. */
    void event(Runnable additions) {
        if (past) {
            additions.run();
        }
    }

    void eventRelationship(NodeRef start, String type, Map<String, Object> key, NodeRef end) {
        relationships.put(
                new RelationshipKey(
                        write(start.label, start.property, start.value),
                        type,
                        key,
                        write(end.label, end.property, end.value)),
                new HashMap<>(key));
    }

    record NodeRef(String label, String property, Object value) {}

    static Map<String, Object> map(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    GraphDump dump() {
        var texts = new HashMap<NodeKey, String>();
        nodes.forEach((key, properties) -> texts.put(key, GraphDump.node(labels.get(key), present(properties))));
        var lines = new ArrayList<String>();
        relationships.forEach((key, properties) -> lines.add(GraphDump.relationship(
                texts.get(node(key.start)), key.type, present(properties), texts.get(node(key.end)))));
        return GraphDump.of(texts.values(), lines);
    }

    /** By its key, or by any other property that its row gives to no other node. */
    private NodeKey node(NodeKey found) {
        return nodes.containsKey(found)
                ? found
                : nodes.entrySet().stream()
                        .filter(node -> node.getKey().label().equals(found.label())
                                && found.value().equals(node.getValue().get(found.property())))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Object> present(Map<String, Object> properties) {
        var present = new HashMap<String, Object>();
        properties.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
