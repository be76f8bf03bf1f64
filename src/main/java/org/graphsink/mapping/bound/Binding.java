package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;

/**
 * The patterns of a topic bound to the layouts of a value and a record key. What can be found out from the schemas is found
 * out here, once.
 *
 * @param recordKey the paths of the record key's fields, one empty path for a primitive key; or of the fields that stand in its
 *     place
 */
public record Binding(List<BoundNode> nodes, List<BoundRelationship> relationships, List<List<String>> recordKey) {

    static Binding of(
            TopicPatterns patterns,
            Optional<RowKey> rowKey,
            List<List<List<String>>> keysOfLikes,
            View view,
            Restrictions restrictions) {
        var rows = RowIdentity.of(view, rowKey);
        var nodes = patterns.nodes().stream()
                .map(node -> BoundNode.of(node, view, rows, restrictions))
                .toList();
        var relationships = new ArrayList<BoundRelationship>();
        for (var relationship : patterns.relationships()) {
            relationships.add(BoundRelationship.of(
                    relationship,
                    end(relationship.start(), patterns, nodes, view, rows, restrictions),
                    end(relationship.end(), patterns, nodes, view, rows, restrictions),
                    keysOfLikes.get(relationships.size()),
                    rows,
                    view,
                    restrictions));
        }
        return new Binding(nodes, List.copyOf(relationships), rows.fields());
    }

    private static BoundNode end(
            NodePattern end,
            TopicPatterns patterns,
            List<BoundNode> nodes,
            View view,
            RowIdentity rows,
            Restrictions restrictions) {
        var bound = BoundNode.of(end, view, rows, restrictions);
        return patterns.isOwn(end) ? bound.at(nodes.get(0)) : bound;
    }

    /** Whether a node goes with its row: the first node of the topic, and every other that is made of the record key. */
    public boolean isOwn(int node) {
        return node == 0 || nodes.get(node).isMadeOf(recordKey);
    }
}
