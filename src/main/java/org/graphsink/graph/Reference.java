package org.graphsink.graph;

import java.util.Comparator;
import java.util.Optional;

/**
 * A kind of relationship by which other rows refer to a node.
 *
 * @param type empty for any type
 * @param incoming whether the relationship ends at the node; otherwise it starts there
 */
public record Reference(Optional<String> type, boolean incoming) implements Comparable<Reference> {

    private static final Comparator<Reference> ORDER = Comparator.comparing(
                    (Reference reference) -> reference.type.orElse(""))
            .thenComparing(Reference::incoming);

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }
}
