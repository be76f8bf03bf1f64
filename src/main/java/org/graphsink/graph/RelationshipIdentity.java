package org.graphsink.graph;

/**
 * What identifies a relationship: its type, its end nodes and, where several of one type may lie between two nodes, a
 * key of its own.
 *
 * @param key {@link Key#NONE} for a relationship that type and ends identify
 */
public record RelationshipIdentity(String type, NodeIdentity start, NodeIdentity end, Key key) {

    /** Whether the node is one of the relationship's ends. */
    public boolean isAt(NodeIdentity node) {
        return start.equals(node) || end.equals(node);
    }

    /** The same relationship after one of its end nodes got another identity. */
    public RelationshipIdentity rekeyed(NodeIdentity from, NodeIdentity to) {
        if (!isAt(from)) {
            return this;
        }
        return new RelationshipIdentity(type, start.equals(from) ? to : start, end.equals(from) ? to : end, key);
    }
}
