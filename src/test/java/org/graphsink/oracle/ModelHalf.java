package org.graphsink.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.graphsink.graph.KeyMove;

/** A half of a changed key that waits for the other: what the old node has left, or the new node which is to get it. */
final class ModelHalf<N> {

    final KeyMove move;
    final boolean waits;
    final Optional<List<String>> told;
    N node;

    ModelHalf(KeyMove move, boolean waits, Optional<List<String>> told, N node) {
        this.move = move;
        this.waits = waits;
        this.told = told;
        this.node = node;
    }

    /** @return null where there is none */
    static <N> ModelHalf<N> first(List<ModelHalf<N>> halves, KeyMove move, boolean waits) {
        return halves.stream()
                .filter(half -> half.waits == waits && half.move.name().equals(move.name()))
                .min(Comparator.comparing(half -> half.move.at()))
                .orElse(null);
    }
}
