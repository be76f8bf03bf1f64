package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/**
 * A property graph in memory that takes changes one at a time. It knows nothing of plans: what a change means is written
 * down here a second time, as plainly as possible.
 */
final class ModelGraph {

    private static final class Node {
        private final Set<String> labels = new HashSet<>();
        private final Map<String, Object> properties = new HashMap<>();

        private boolean is(String label, Key key) {
            return labels.contains(label) && has(properties, key);
        }
    }

    private record Relationship(String type, Node start, Node end, Map<String, Object> properties) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();

    void apply(GraphChange change) {
        if (change instanceof GraphChange.UpsertNode upsert) {
            upsert(upsert);
        } else if (change instanceof GraphChange.DeleteNode delete) {
            delete(found(delete.node()));
        } else if (change instanceof GraphChange.RekeyNode rekey) {
            rekey(rekey.from(), rekey.to());
        } else if (change instanceof GraphChange.UpsertRelationship upsert) {
            upsert(upsert.relationship(), upsert.properties(), upsert.write());
        } else if (change instanceof GraphChange.DeleteRelationship delete) {
            relationships.removeIf(relationship -> is(relationship, delete.relationship()));
        } else if (change instanceof GraphChange.PruneRelationships prune) {
            prune(prune.scope(), prune.keep());
        } else if (change instanceof GraphChange.EmptyLabel empty) {
            delete(nodes(node -> node.labels.contains(empty.label())));
        } else if (change instanceof GraphChange.EmptyRelationshipType empty) {
            relationships.removeIf(relationship -> relationship.type.equals(empty.type())
                    && relationship.start.labels.contains(empty.startLabel())
                    && relationship.end.labels.contains(empty.endLabel()));
        } else {
            throw new IllegalStateException("Unknown change " + change.getClass());
        }
    }

    private void upsert(GraphChange.UpsertNode upsert) {
        var found = found(upsert.node());
        if (found.isEmpty() && upsert.create()) {
            var node = new Node();
            node.labels.add(upsert.node().label());
            write(node.properties, upsert.node().key());
            nodes.add(node);
            found = List.of(node);
        }
        for (var node : found) {
            node.labels.addAll(upsert.addedLabels());
            node.labels.removeAll(upsert.removedLabels());
            write(node.properties, upsert.node().key(), upsert.properties(), upsert.write());
        }
    }

    private void rekey(NodeIdentity from, NodeIdentity to) {
        var found = found(from);
        if (!found(to).isEmpty()) {
            delete(found);
            return;
        }
        for (var node : found) {
            node.labels.remove(from.label());
            node.labels.add(to.label());
            write(node.properties, to.key());
        }
    }

    private void upsert(RelationshipIdentity identity, Properties properties, PropertyWrite write) {
        for (var start : found(identity.start())) {
            for (var end : found(identity.end())) {
                var there = relationships.stream()
                        .filter(relationship -> relationship.type.equals(identity.type())
                                && relationship.start == start
                                && relationship.end == end
                                && has(relationship.properties, identity.key()))
                        .toList();
                if (there.isEmpty()) {
                    var created = new Relationship(identity.type(), start, end, new HashMap<>());
                    write(created.properties, identity.key());
                    relationships.add(created);
                    there = List.of(created);
                }
                there.forEach(relationship -> write(relationship.properties, identity.key(), properties, write));
            }
        }
    }

    private void prune(RelationshipScope scope, Set<RelationshipIdentity> keep) {
        relationships.removeIf(relationship -> relationship.type.equals(scope.type())
                && relationship.start.is(
                        scope.start().shape().label(), scope.start().key())
                && relationship.end.is(scope.end().shape().label(), scope.end().key())
                && has(relationship.properties, scope.key())
                && keep.stream().noneMatch(kept -> is(relationship, kept)));
    }

    private void delete(List<Node> gone) {
        relationships.removeIf(relationship -> gone.contains(relationship.start) || gone.contains(relationship.end));
        nodes.removeAll(gone);
    }

    private static boolean is(Relationship relationship, RelationshipIdentity identity) {
        return relationship.type.equals(identity.type())
                && relationship.start.is(
                        identity.start().label(), identity.start().key())
                && relationship.end.is(identity.end().label(), identity.end().key())
                && has(relationship.properties, identity.key());
    }

    private List<Node> found(NodeIdentity identity) {
        return nodes(node -> node.is(identity.label(), identity.key()));
    }

    private List<Node> nodes(Predicate<Node> predicate) {
        return nodes.stream().filter(predicate).toList();
    }

    private static boolean has(Map<String, Object> properties, Key key) {
        for (int i = 0; i < key.size(); i++) {
            if (!key.value(i).equals(properties.get(key.properties().get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static void write(Map<String, Object> properties, Key key) {
        for (int i = 0; i < key.size(); i++) {
            properties.put(key.properties().get(i), key.value(i));
        }
    }

    private static void write(Map<String, Object> properties, Key key, Properties written, PropertyWrite write) {
        if (write == PropertyWrite.REPLACE) {
            properties.clear();
            write(properties, key);
        }
        for (int i = 0; i < written.size(); i++) {
            if (written.value(i) == null) {
                properties.remove(written.names().get(i));
            } else {
                properties.put(written.names().get(i), written.value(i));
            }
        }
    }

    GraphDump dump() {
        return GraphDump.of(
                nodes.stream().map(ModelGraph::text).toList(),
                relationships.stream()
                        .map(relationship -> GraphDump.relationship(
                                text(relationship.start),
                                relationship.type,
                                relationship.properties,
                                text(relationship.end)))
                        .toList());
    }

    private static String text(Node node) {
        return GraphDump.node(node.labels, node.properties);
    }
}
