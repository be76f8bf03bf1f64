package org.graphsink.footprint;

import java.util.List;
import org.graphsink.graph.NodeShape;

/**
 * A kind of node that a topic's records make, write to or refer to.
 *
 * @param label by which such nodes are found
 * @param key the properties by which they are found, alphabetically; empty where they are found otherwise
 * @param furtherLabels that they are given besides
 * @param properties that are written besides the key; one that stands for nested data may be several, named {@code a.b}
 */
public record NodeFootprint(NameSet label, List<String> key, NameSet furtherLabels, NameSet properties) {
    public NodeFootprint {
        key = List.copyOf(key);
    }

    /**
     * Whether such a node may be found by the shape: by its key, or by what else is written to nodes of a label that is known.
     * Of the nodes whose label only records know, no more is known than their key.
     */
    boolean mayBeFoundBy(NodeShape shape) {
        if (!label.mayBe(shape.label())) {
            return false;
        }
        return key.equals(shape.key())
                || label.listed().contains(shape.label())
                        && shape.key().stream().allMatch(name -> key.contains(name) || properties.mayBe(name));
    }

    /** Whether more is written to such nodes than that they are there. */
    boolean isWritten() {
        return !furtherLabels.isNone() || !properties.isNone();
    }
}
