package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;

/**
 * A key besides a node's own, by which others refer to the node: what its row writes there is how they find it.
 *
 * @param names of its properties, in alphabetical order
 * @param references the relationships of those who refer by this key and by no other, each kind once and in order
 */
public record OtherKey(List<String> names, List<Reference> references) implements Comparable<OtherKey> {

    private static final Comparator<OtherKey> ORDER = Comparator.comparing(OtherKey::names, ListOrder.OF_NAMES)
            .thenComparing(OtherKey::references, ListOrder.of(Comparator.<Reference>naturalOrder()));

    public OtherKey {
        names = List.copyOf(names);
        references = List.copyOf(references);
    }

    /** Where a node remembers a property of such a key within a transaction, when it has lost it. */
    public static String former(String name) {
        return "__was_" + name;
    }

    @Override
    public int compareTo(OtherKey other) {
        return ORDER.compare(this, other);
    }
}
