package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a failing sequence what it does not need to fail. */
final class Shrinking {

    private Shrinking() {}

    /** @return a sequence that still fails, none of whose elements can be left out alone */
    static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
        var left = failing;
        for (int size = Math.max(1, left.size() / 2); size >= 1; ) {
            var smaller = withoutSome(left, size, fails);
            if (smaller != null) {
                left = smaller;
            } else {
                size = size / 2;
            }
        }
        return left;
    }

    private static <T> List<T> withoutSome(List<T> failing, int size, Predicate<List<T>> fails) {
        for (int from = failing.size() - size; from >= 0; from--) {
            var smaller = new ArrayList<>(failing.subList(0, from));
            smaller.addAll(failing.subList(from + size, failing.size()));
            if (fails.test(smaller)) {
                return smaller;
            }
        }
        return null;
    }
}
