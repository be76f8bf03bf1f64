package org.graphsink.footprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphsink.graph.ListOrder;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Reference;

/** By which keys others refer to the nodes of rows that are found by another. */
final class OtherKeys {

    private final Map<String, Footprint> topics;

    OtherKeys(Map<String, Footprint> topics) {
        this.topics = topics;
    }

    List<OtherKey> of(String topic, NodeShape node) {
        var byKey = new TreeMap<List<String>, Set<Reference>>(ListOrder.OF_NAMES);
        topics.values()
                .forEach(footprint -> footprint.relationships().forEach(relationship -> {
                    enter(relationship.start(), references(relationship, false), node, byKey);
                    enter(relationship.end(), references(relationship, true), node, byKey);
                }));
        var found = new ArrayList<OtherKey>();
        byKey.forEach((key, references) -> {
            if (!key.equals(node.key()) && isWritten(topic, new NodeShape(node.label(), key))) {
                var alone = new TreeSet<>(references);
                byKey.forEach((other, same) -> {
                    if (!other.equals(key)) {
                        alone.removeAll(same);
                    }
                });
                found.add(new OtherKey(key, List.copyOf(alone)));
            }
        });
        return List.copyOf(found);
    }

    private static void enter(
            RelationshipFootprint.End end,
            Set<Reference> references,
            NodeShape node,
            Map<List<String>, Set<Reference>> byKey) {
        var kind = end.node();
        if (kind.label().mayBe(node.label()) && !kind.key().isEmpty()) {
            byKey.computeIfAbsent(kind.key(), key -> new TreeSet<>()).addAll(references);
        }
    }

    /** Of any type nothing can be told. */
    private static Set<Reference> references(RelationshipFootprint relationship, boolean incoming) {
        var references = new HashSet<Reference>();
        relationship.type().listed().forEach(type -> references.add(new Reference(Optional.of(type), incoming)));
        return references;
    }

    private boolean isWritten(String topic, NodeShape shape) {
        return topics.get(topic).own().stream().anyMatch(row -> row.mayBeFoundBy(shape));
    }
}
