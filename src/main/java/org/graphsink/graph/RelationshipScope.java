package org.graphsink.graph;

import java.util.Optional;

/**
 * The relationships that one row can have produced, as far as its record key tells: of a type, between two kinds of
 * nodes, narrowed by whichever of the two ends and the relationship's own key is known.
 *
 * @param shape has no key where the relationship's own key is not known. At an end that is not known, nodes of the label
 *     belong to the scope whatever their key is
 * @param start {@link Key#NONE} where the start node is not known
 * @param end {@link Key#NONE} where the end node is not known
 * @param key {@link Key#NONE} where the relationship's own key is not known
 */
public record RelationshipScope(RelationshipShape shape, Key start, Key end, Key key) {

    public RelationshipScope {
        if (start.isEmpty() && end.isEmpty() && key.isEmpty()) {
            throw new IllegalArgumentException("A scope that names neither end nor key is all of " + shape.type());
        }
        KeyNames.requireValues(shape.key(), key);
    }

    public String type() {
        return shape.type();
    }

    /** The start node, where it is known. */
    public Optional<NodeIdentity> startNode() {
        return node(shape.start(), start);
    }

    /** The end node, where it is known. */
    public Optional<NodeIdentity> endNode() {
        return node(shape.end(), end);
    }

    private static Optional<NodeIdentity> node(NodeShape shape, Key key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(new NodeIdentity(shape, key));
    }

    public boolean contains(RelationshipIdentity relationship) {
        return type().equals(relationship.type())
                && contains(shape.start(), start, relationship.start())
                && contains(shape.end(), end, relationship.end())
                && (key.isEmpty() || shape.key().equals(relationship.shape().key()) && key.equals(relationship.key()));
    }

    private static boolean contains(NodeShape shape, Key key, NodeIdentity node) {
        return key.isEmpty()
                ? shape.label().equals(node.label())
                : shape.equals(node.shape()) && key.equals(node.key());
    }
}
