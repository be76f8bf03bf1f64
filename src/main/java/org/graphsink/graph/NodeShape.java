package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;

/**
 * How nodes are identified: by a label and the properties of a key. Nodes of one shape are written by one statement.
 *
 * <p>Whoever makes many identities makes their shape once, so that comparing shapes is comparing references. Shapes are in
 * order of their labels, then of the names of their keys: all tasks write, and lock, in this order.
 */
public final class NodeShape implements Comparable<NodeShape> {

    private static final Comparator<NodeShape> ORDER =
            Comparator.comparing(NodeShape::label).thenComparing(NodeShape::key, ListOrder.OF_NAMES);

    private final String label;
    private final List<String> key;
    private final int hash;

    /** @param key the property names, distinct and in alphabetical order, at least one; the list is kept, not copied */
    public NodeShape(String label, List<String> key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A node of label " + label + " needs a key");
        }
        KeyNames.requireSorted(key);
        this.label = label;
        this.key = key;
        this.hash = 31 * label.hashCode() + key.hashCode();
    }

    public String label() {
        return label;
    }

    /** The names of the key properties. */
    public List<String> key() {
        return key;
    }

    @Override
    public int compareTo(NodeShape other) {
        return this == other ? 0 : ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof NodeShape shape
                        && hash == shape.hash
                        && label.equals(shape.label)
                        && key.equals(shape.key);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "(:" + label + " {" + String.join(", ", key) + "})";
    }
}
