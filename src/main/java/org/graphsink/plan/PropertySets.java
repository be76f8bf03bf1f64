package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphsink.graph.ListOrder;
import org.graphsink.graph.Properties;

/**
 * Splits rows by the names of their properties. A statement whose rows have the same names can carry one column of values
 * per name, which is the fastest shape; one statement per set of names is worth it while there are few sets.
 */
final class PropertySets {

    private static final int FEW_SETS = 4;
    private static final int MANY_ROWS = 100;

    /** A map per row comes before names. */
    static final Comparator<Optional<List<String>>> ORDER = Comparator.<Optional<List<String>>, Boolean>comparing(
                    Optional::isPresent)
            .thenComparing(names -> names.orElse(List.of()), ListOrder.OF_NAMES);

    private PropertySets() {}

    /** The sets are in an order of their own, so that all tasks write them in the same. */
    static <R> Map<Optional<List<String>>, List<R>> split(List<R> rows, Function<R, Properties> properties) {
        var first = properties.apply(rows.get(0)).names();
        if (rows.stream().allMatch(row -> properties.apply(row).names() == first)) {
            return Map.of(Optional.of(first), rows);
        }
        var sets = new TreeMap<Optional<List<String>>, List<R>>(ORDER);
        List<String> lastNames = null;
        List<R> lastRows = null;
        for (R row : rows) {
            var names = properties.apply(row).names();
            if (names != lastNames) {
                lastNames = names;
                lastRows = sets.computeIfAbsent(Optional.of(names), n -> new ArrayList<>());
            }
            lastRows.add(row);
        }
        if (sets.size() > FEW_SETS && rows.size() < sets.size() * MANY_ROWS) {
            return Map.of(Optional.empty(), rows);
        }
        return sets;
    }

    /** Whether any row empties names. */
    static <R> boolean areEmptying(List<R> rows, Function<R, Properties> properties) {
        for (R row : rows) {
            if (!properties.apply(row).emptied().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
