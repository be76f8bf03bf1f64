package org.graphsink.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What identifies a node: its shape, which is its first label and the names of its key, and the values of the key. */
public final class NodeIdentity {

    private final NodeShape shape;
    private final Key key;
    private final int hash;

    /** @param key one value per name of the shape, none of them null */
    public NodeIdentity(NodeShape shape, Key key) {
        KeyNames.requireValues(shape.key(), key);
        this.shape = shape;
        this.key = key;
        this.hash = 31 * shape.hashCode() + key.hashCode();
    }

    /** A node whose key properties are given in any order. */
    public static NodeIdentity of(String label, Map<String, ?> key) {
        var sorted = new TreeMap<String, Object>(key);
        return new NodeIdentity(
                new NodeShape(label, List.copyOf(sorted.keySet())),
                Key.of(sorted.values().toArray()));
    }

    public NodeShape shape() {
        return shape;
    }

    public String label() {
        return shape.label();
    }

    public Key key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof NodeIdentity node
                        && hash == node.hash
                        && shape.equals(node.shape)
                        && key.equals(node.key);
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
