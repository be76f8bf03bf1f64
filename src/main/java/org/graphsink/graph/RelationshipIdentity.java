package org.graphsink.graph;

import java.util.List;

/**
 * What identifies a relationship: its shape, its end nodes and, where several of one type may lie between two nodes, a key of
 * its own.
 */
public final class RelationshipIdentity {

    private final RelationshipShape shape;
    private final NodeIdentity start;
    private final NodeIdentity end;
    private final Key key;
    private final int hash;

    /**
     * @param start a node of the shape's start
     * @param end a node of the shape's end
     * @param key one value per name of the shape, none of them null; {@link Key#NONE} where type and ends identify
     */
    public RelationshipIdentity(RelationshipShape shape, NodeIdentity start, NodeIdentity end, Key key) {
        KeyNames.requireValues(shape.key(), key);
        if (!shape.start().equals(start.shape()) || !shape.end().equals(end.shape())) {
            throw new IllegalArgumentException(shape + " does not lie between " + start + " and " + end);
        }
        this.shape = shape;
        this.start = start;
        this.end = end;
        this.key = key;
        this.hash = 31 * (31 * (31 * shape.hashCode() + start.hashCode()) + end.hashCode()) + key.hashCode();
    }

    /** A relationship that type and ends identify. */
    public static RelationshipIdentity of(String type, NodeIdentity start, NodeIdentity end) {
        return new RelationshipIdentity(
                new RelationshipShape(type, start.shape(), end.shape(), List.of()), start, end, Key.NONE);
    }

    public RelationshipShape shape() {
        return shape;
    }

    public String type() {
        return shape.type();
    }

    public NodeIdentity start() {
        return start;
    }

    public NodeIdentity end() {
        return end;
    }

    public Key key() {
        return key;
    }

    /** Whether the node is one of the relationship's ends. */
    public boolean isAt(NodeIdentity node) {
        return start.equals(node) || end.equals(node);
    }

    /** The same relationship after one of its end nodes got another identity. */
    public RelationshipIdentity rekeyed(NodeIdentity from, NodeIdentity to) {
        if (!isAt(from)) {
            return this;
        }
        var newStart = start.equals(from) ? to : start;
        var newEnd = end.equals(from) ? to : end;
        return new RelationshipIdentity(shape.between(newStart.shape(), newEnd.shape()), newStart, newEnd, key);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof RelationshipIdentity relationship
                        && hash == relationship.hash
                        && shape.equals(relationship.shape)
                        && start.equals(relationship.start)
                        && end.equals(relationship.end)
                        && key.equals(relationship.key);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The shape alone: a key's values never reach a log or a message. */
    @Override
    public String toString() {
        return shape.toString();
    }
}
