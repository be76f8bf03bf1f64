package org.graphsink.graph;

/**
 * What identifies a node: its first label and its key.
 *
 * @param key never empty
 */
public record NodeIdentity(String label, Key key) {
    public NodeIdentity {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A node of label " + label + " needs a key");
        }
    }

    public NodeShape shape() {
        return new NodeShape(label, key.properties());
    }
}
