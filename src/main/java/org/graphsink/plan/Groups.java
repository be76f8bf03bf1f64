package org.graphsink.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Rows by what they have in common, given back in its order: tasks that write the same shapes then take their locks in the
 * same order.
 */
final class Groups<S extends Comparable<S>, R> {

    private final Map<S, List<R>> groups = new HashMap<>();
    private S lastShape;
    private List<R> lastRows;

    void add(S shape, R row) {
        if (!shape.equals(lastShape)) {
            lastShape = shape;
            lastRows = groups.computeIfAbsent(shape, s -> new ArrayList<>());
        }
        lastRows.add(row);
    }

    void forEach(BiConsumer<S, List<R>> action) {
        groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(group -> action.accept(group.getKey(), group.getValue()));
    }
}
