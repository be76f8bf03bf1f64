package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.Field;

/**
 * The patterns of a topic bound to the layouts of a value and a record key. What can be found out from the schemas is found
 * out here, once.
 *
 * @param recordKey the paths of the record key's fields; one empty path for a primitive key
 */
public record Binding(List<BoundNode> nodes, List<BoundRelationship> relationships, List<List<String>> recordKey) {

    private static final List<List<String>> PRIMITIVE = List.of(List.of());

    static Binding of(
            TopicPatterns patterns, List<List<List<String>>> keysOfLikes, View view, Restrictions restrictions) {
        var nodes = patterns.nodes().stream()
                .map(node -> BoundNode.of(node, view, restrictions))
                .toList();
        var recordKey = recordKey(view);
        var relationships = new ArrayList<BoundRelationship>();
        for (var relationship : patterns.relationships()) {
            relationships.add(BoundRelationship.of(
                    relationship,
                    end(relationship.start(), patterns, nodes, view, restrictions),
                    end(relationship.end(), patterns, nodes, view, restrictions),
                    keysOfLikes.get(relationships.size()),
                    recordKey,
                    view,
                    restrictions));
        }
        return new Binding(nodes, List.copyOf(relationships), recordKey);
    }

    private static BoundNode end(
            NodePattern end, TopicPatterns patterns, List<BoundNode> nodes, View view, Restrictions restrictions) {
        var bound = BoundNode.of(end, view, restrictions);
        return patterns.isOwn(end) ? bound.at(nodes.get(0)) : bound;
    }

    private static List<List<String>> recordKey(View view) {
        var key = view.key();
        return key.isScalar()
                ? PRIMITIVE
                : key.fields().stream().map(Field::path).toList();
    }

    /** Whether a node goes with its row: the first node of the topic, and every other that is made of the record key. */
    public boolean isOwn(int node) {
        return node == 0 || nodes.get(node).isMadeOf(recordKey);
    }
}
