package org.graphsink.cypher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graphsink.plan.StepKind;

/**
 * The texts of statements, made once per kind of step and kept: of the kinds that steps have, most come with every poll. Not
 * for several threads.
 */
final class Texts {

    /** A connector has few kinds, unless its records name labels and properties. */
    private static final int MOST = 1_000;

    /** @param written whether earlier statements of the transaction have written nodes */
    private record Case(StepKind kind, boolean written) {}

    private final Map<Case, List<String>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Case, List<String>> eldest) {
            return size() > MOST;
        }
    };

    /** The texts of a kind for which it makes no difference what has been written. */
    List<String> of(StepKind kind, Supplier<List<String>> made) {
        return of(kind, false, made);
    }

    /** The text of a kind that is written by one statement. */
    String one(StepKind kind, Supplier<String> made) {
        return of(kind, () -> List.of(made.get())).get(0);
    }

    List<String> of(StepKind kind, boolean written, Supplier<List<String>> made) {
        var texts = new Case(kind, written);
        var present = kept.get(texts);
        if (present == null) {
            present = List.copyOf(made.get());
            kept.put(texts, present);
        }
        return present;
    }
}
