package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What other rows have in a node whose own row goes. As long as they refer to it, a placeholder of it stays; what they wrote
 * to it stays as well, and with that the node.
 *
 * @param references the relationships of other rows, each kind once and in order
 * @param share what the row itself has in the node, where others may have written as well; empty where all of it is its own
 * @param labels the labels that the row itself gave besides the first
 * @param otherKeys by which others refer to the node: what refers by one stays at a placeholder of that key
 */
public record Claims(List<Reference> references, Optional<Share> share, List<String> labels, List<OtherKey> otherKeys)
        implements Comparable<Claims> {

    private static final Comparator<Share> NULLS_FIRST = Comparator.nullsFirst(Comparator.<Share>naturalOrder());

    private static final Comparator<Claims> ORDER = Comparator.comparing(
                    Claims::references, ListOrder.of(Comparator.<Reference>naturalOrder()))
            .thenComparing(Claims::share, Comparator.comparing(share -> share.orElse(null), NULLS_FIRST))
            .thenComparing(Claims::labels, ListOrder.OF_NAMES)
            .thenComparing(Claims::otherKeys, ListOrder.of(Comparator.<OtherKey>naturalOrder()));

    /** Nobody else has anything in the node: all of it goes. */
    public static final Claims NONE = new Claims(List.of(), Optional.empty(), List.of());

    public Claims {
        references = List.copyOf(references);
        labels = List.copyOf(labels);
        otherKeys = List.copyOf(otherKeys);
    }

    /** Where others refer to the node by its own key alone. */
    public Claims(List<Reference> references, Optional<Share> share, List<String> labels) {
        this(references, share, labels, List.of());
    }

    public boolean areNone() {
        return references.isEmpty() && share.isEmpty();
    }

    /** These, where the row gave further labels besides. */
    public Claims and(List<String> more) {
        var all = new TreeSet<>(labels);
        all.addAll(more);
        return new Claims(references, share, List.copyOf(all), otherKeys);
    }

    /** By references, then by what the row wrote: an order for the statements of a plan. */
    @Override
    public int compareTo(Claims other) {
        return ORDER.compare(this, other);
    }
}
