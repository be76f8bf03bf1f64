package org.graphsink.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.graphsink.graph.Share;

/** What rows have in nodes of several writers. */
final class ArbitraryShares {

    static final List<String> MARKS = List.of(Share.mark("a"), Share.mark("b"));

    private ArbitraryShares() {}

    /**
     * What one of two writers has, whose marks nodes bear, or one beside whom others leave no marks.
     *
     * @param apart whether the writers have no property in common
     */
    static Share of(Random random, boolean marks, boolean apart) {
        boolean first = random.nextBoolean();
        var own = List.of((apart && marks ? first : random.nextBoolean()) ? "p" : "q");
        if (!marks) {
            return Share.unmarked(own);
        }
        var other = MARKS.get(first ? 1 : 0);
        return new Share(
                Optional.of(MARKS.get(first ? 0 : 1)),
                List.of(other),
                false,
                own,
                false,
                random.nextBoolean() ? new TreeMap<>(Map.of("X", List.of(other))) : new TreeMap<>());
    }
}
