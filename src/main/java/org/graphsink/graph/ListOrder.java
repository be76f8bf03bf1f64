package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;

/** The order of lists as dictionaries have it: the first element that differs decides, and a list comes after its beginning. */
public final class ListOrder {

    /** Names one by one, in the order of {@link String#compareTo}. */
    public static final Comparator<List<String>> OF_NAMES = of(Comparator.naturalOrder());

    private ListOrder() {}

    public static <T> Comparator<List<T>> of(Comparator<? super T> elements) {
        return (one, other) -> compare(one, other, elements);
    }

    private static <T> int compare(List<T> one, List<T> other, Comparator<? super T> elements) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = elements.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
