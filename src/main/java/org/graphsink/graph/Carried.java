package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;

/**
 * What a row's node does not keep when the row gets another key, because the record of its new state tells it. All else that
 * the record does not tell goes with the node.
 *
 * @param labels that the rows give
 * @param made relationships that rows make
 */
public record Carried(List<String> labels, List<Reference> made) implements Comparable<Carried> {

    private static final Comparator<Carried> ORDER = Comparator.comparing(Carried::labels, ListOrder.OF_NAMES)
            .thenComparing(Carried::made, ListOrder.of(Comparator.<Reference>naturalOrder()));

    public Carried {
        labels = List.copyOf(labels);
        made = List.copyOf(made);
    }

    @Override
    public int compareTo(Carried other) {
        return ORDER.compare(this, other);
    }
}
