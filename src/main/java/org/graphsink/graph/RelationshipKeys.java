package org.graphsink.graph;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The properties by which relationships of a type between two nodes are told apart, of all patterns together.
 *
 * @param byType in alphabetical order; a type that is not named has none
 */
public record RelationshipKeys(SortedMap<String, List<String>> byType) {

    /** There is at most one relationship of a type between two nodes. */
    public static final RelationshipKeys NONE = new RelationshipKeys(Map.of());

    public RelationshipKeys(Map<String, List<String>> byType) {
        this(new TreeMap<>(byType));
    }

    public List<String> of(String type) {
        return byType.getOrDefault(type, List.of());
    }
}
