package org.graphsink.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphsink.value.Values;

/**
 * The key properties of a node or relationship with their values: what identifies it within its label or type.
 *
 * <p>Properties are in alphabetical order, so that two patterns that name the same key in different order mean the
 * same key. Equality of values is that of a Neo4j index: {@code 1} and {@code 1.0} are one key, byte arrays compare by
 * content. Values are Neo4j values (see {@link Values}) and never null.
 */
public final class Key implements Comparable<Key> {

    /** The key of a relationship that has none of its own. */
    public static final Key NONE = new Key(List.of(), new Object[0]);

    private final List<String> properties;
    private final Object[] values;
    private final int hash;

    private Key(List<String> properties, Object[] values) {
        this.properties = properties;
        this.values = values;
        this.hash = 31 * properties.hashCode() + Values.hash(values);
    }

    /**
     * @param properties distinct names in alphabetical order; the list is kept, not copied, so that keys of one
     *     pattern share it
     * @param values one non-null value per property; the array is kept
     */
    public static Key of(List<String> properties, Object... values) {
        if (properties.size() != values.length) {
            throw new IllegalArgumentException(
                    "A key of " + properties.size() + " properties cannot take " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw new IllegalArgumentException("The key property " + properties.get(i) + " is null");
            }
            if (i > 0 && properties.get(i - 1).compareTo(properties.get(i)) >= 0) {
                throw new IllegalArgumentException("Key properties must be distinct and sorted: " + properties);
            }
        }
        return properties.isEmpty() ? NONE : new Key(properties, values);
    }

    /** A key with properties in any order. */
    public static Key of(Map<String, ?> values) {
        var sorted = new TreeMap<String, Object>(values);
        return of(List.copyOf(sorted.keySet()), sorted.values().toArray());
    }

    /** The names, alphabetically. */
    public List<String> properties() {
        return properties;
    }

    /** The value of the i-th of {@link #properties()}. */
    public Object value(int i) {
        return values[i];
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** An order over the values of keys of the same properties: any total order will do to take locks in. */
    @Override
    public int compareTo(Key other) {
        for (int i = 0; i < Math.min(values.length, other.values.length); i++) {
            int order = Values.compare(values[i], other.values[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.length, other.values.length);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Key key
                        && hash == key.hash
                        && properties.equals(key.properties)
                        && Values.equal(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Names only: a key's values never reach a log or a message. */
    @Override
    public String toString() {
        return "Key" + Arrays.toString(properties.toArray());
    }
}
