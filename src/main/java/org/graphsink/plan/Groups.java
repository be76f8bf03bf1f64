package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Rows by shape, given back in an order that does not depend on the order of arrival. */
final class Groups<S, R> {

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

    /** Tasks that write the same shapes then take their locks in the same order. */
    void forEach(BiConsumer<S, List<R>> action) {
        groups.entrySet().stream()
                .sorted(Comparator.comparing(group -> group.getKey().toString()))
                .forEach(group -> action.accept(group.getKey(), group.getValue()));
    }
}
