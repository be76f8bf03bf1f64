package org.graphsink.footprint;

import java.util.List;

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

    /** Whether more is written to such nodes than that they are there. */
    boolean isWritten() {
        return !furtherLabels.isNone() || !properties.isNone();
    }
}
