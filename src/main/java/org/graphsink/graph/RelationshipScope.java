package org.graphsink.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The relationships that one row can have produced, as far as its record key tells: of a type, between two kinds of
 * nodes, narrowed by whichever of the two ends and the relationship's own key is known.
 *
 * @param start the key is {@link Key#NONE} where the start node is not known
 * @param end the key is {@link Key#NONE} where the end node is not known
 * @param key {@link Key#NONE} where the relationship's own key is not known
 */
public record RelationshipScope(String type, End start, End end, Key key) {

    /**
     * One end of a scope.
     *
     * @param shape the label and key properties of the nodes there
     * @param key the key of the one node that is meant, or {@link Key#NONE} for any
     */
    public record End(NodeShape shape, Key key) {
        public static End of(NodeIdentity node) {
            return new End(node.shape(), node.key());
        }

        public static End any(NodeShape shape) {
            return new End(shape, Key.NONE);
        }

        public boolean isKnown() {
            return !key.isEmpty();
        }

        boolean contains(NodeIdentity node) {
            return shape.label().equals(node.label()) && (key.isEmpty() || key.equals(node.key()));
        }
    }

    public RelationshipScope {
        if (!start.isKnown() && !end.isKnown() && key.isEmpty()) {
            throw new IllegalArgumentException("A scope that names neither end nor key is all of " + type);
        }
    }

    /** The nodes at those ends that are known: none, one or both. */
    public List<NodeIdentity> knownEnds() {
        var ends = new ArrayList<NodeIdentity>(2);
        for (var end : List.of(start, end)) {
            if (end.isKnown()) {
                ends.add(new NodeIdentity(end.shape().label(), end.key()));
            }
        }
        return ends;
    }

    public boolean contains(RelationshipIdentity relationship) {
        return type.equals(relationship.type())
                && start.contains(relationship.start())
                && end.contains(relationship.end())
                && (key.isEmpty() || key.equals(relationship.key()));
    }
}
