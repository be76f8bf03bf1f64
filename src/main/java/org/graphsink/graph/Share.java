package org.graphsink.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a row has in a node of several writers. Each of them marks the nodes that it makes by a label of its own, and a node is
 * there as long as it bears a mark.
 *
 * @param mark of the row's topic; empty where only others are known that leave no mark
 * @param others the marks of the other writers
 * @param unmarked whether others may write without a mark: then a node with any property that is not the row's own stays too
 * @param names of properties, each with all that lies below it: {@code attrs} and {@code attrs.color}
 * @param allBut whether the row has all properties but those, rather than those; the key is among them then
 * @param alsoGiven of the labels that the row gives, those that others may give as well, with their marks: while the node
 *     bears one, such a label stays
 */
public record Share(
        Optional<String> mark,
        List<String> others,
        boolean unmarked,
        List<String> names,
        boolean allBut,
        SortedMap<String, List<String>> alsoGiven)
        implements Comparable<Share> {

    /** The label of nodes to which shared patterns and the ends of relationships write, where rows make such nodes as well. */
    public static final String SHARED = "__Shared";

    private static final String ROW = "__Row_";

    private static final Comparator<Share> ORDER = Comparator.comparing((Share share) -> share.mark.orElse(""))
            .thenComparing(Share::others, ListOrder.OF_NAMES)
            .thenComparing(Share::unmarked)
            .thenComparing(Share::names, ListOrder.OF_NAMES)
            .thenComparing(Share::allBut)
            .thenComparing(share -> List.copyOf(share.alsoGiven.keySet()), ListOrder.OF_NAMES)
            .thenComparing(share -> List.copyOf(share.alsoGiven.values()), ListOrder.of(ListOrder.OF_NAMES));

    public Share {
        others = List.copyOf(others);
        names = List.copyOf(names);
        alsoGiven = new TreeMap<>(alsoGiven);
    }

    /** Of properties that are written beside others which leave no mark. */
    public static Share unmarked(List<String> names) {
        return new Share(Optional.empty(), List.of(), true, names, false, new TreeMap<>());
    }

    /** The label of nodes in which a topic has a row, where others write to such nodes as well. */
    public static String mark(String topic) {
        return ROW + topic;
    }

    /** Whether a label is the mark of a writer, of this connector or of another. */
    public static boolean isMark(String label) {
        return label.equals(SHARED) || label.startsWith(ROW);
    }

    /** Whether a property is the row's own. */
    public boolean has(String property) {
        boolean named = names.stream().anyMatch(name -> property.equals(name) || property.startsWith(name + "."));
        return named != allBut;
    }

    /** This one, where some properties are not the row's. */
    public Share without(List<String> more) {
        if (!allBut || more.isEmpty()) {
            return this;
        }
        var all = new TreeSet<>(names);
        all.addAll(more);
        return new Share(mark, others, unmarked, List.copyOf(all), true, alsoGiven);
    }

    /** The marks in spite of which a label of the row goes; none where it goes in any case. */
    public Collection<String> keepers(String label) {
        return alsoGiven.getOrDefault(label, List.of());
    }

    @Override
    public int compareTo(Share other) {
        return ORDER.compare(this, other);
    }
}
