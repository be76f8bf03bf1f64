package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What other rows have in a node whose own row goes. As long as they refer to it, a placeholder of it stays; what they wrote
 * to it stays as well, and with that the node.
 *
 * @param references the relationships of other rows, each kind once and in order
 * @param own the properties that the row itself wrote, where other rows may have written others; empty where all of them are
 *     its own
 * @param labels the labels that the row itself gave besides the first
 */
public record Claims(List<Reference> references, Optional<List<String>> own, List<String> labels)
        implements Comparable<Claims> {

    private static final Comparator<Claims> ORDER = Comparator.comparing(
                    Claims::references, ListOrder.of(Comparator.<Reference>naturalOrder()))
            .thenComparing(claims -> claims.own().isPresent())
            .thenComparing(claims -> claims.own().orElse(List.of()), ListOrder.OF_NAMES)
            .thenComparing(Claims::labels, ListOrder.OF_NAMES);

    /** Nobody else has anything in the node: all of it goes. */
    public static final Claims NONE = new Claims(List.of(), Optional.empty(), List.of());

    public Claims {
        references = List.copyOf(references);
        own = own.map(List::copyOf);
        labels = List.copyOf(labels);
    }

    public boolean areNone() {
        return references.isEmpty() && own.isEmpty();
    }

    /** By references, then by what the row wrote: an order for the statements of a plan. */
    @Override
    public int compareTo(Claims other) {
        return ORDER.compare(this, other);
    }
}
