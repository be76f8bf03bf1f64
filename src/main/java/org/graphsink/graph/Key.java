package org.graphsink.graph;

import org.graphsink.value.Values;

/**
 * The values of a key: with the names of a {@link NodeShape} or {@link RelationshipShape} they tell one node or relationship
 * from the others of that shape.
 *
 * <p>Equality of values is that of a Neo4j index: {@code 1} and {@code 1.0} are one key, byte arrays compare by content.
 * Values are Neo4j values (see {@link Values}); those of an identity are not null.
 */
public final class Key implements Comparable<Key> {

    /** The key of a relationship that has none of its own. */
    public static final Key NONE = new Key(new Object[0]);

    private final Object[] values;
    private final int hash;

    private Key(Object[] values) {
        this.values = values;
        this.hash = Values.hash(values);
    }

    /** @param values in the order of the names; the array is kept, with each as {@link Values#found} gives it */
    public static Key of(Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Values.found(values[i]);
        }
        return values.length == 0 ? NONE : new Key(values);
    }

    public Object value(int i) {
        return values[i];
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** An order over the values of keys of one shape: any total order will do to take locks in. */
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
        return this == other || other instanceof Key key && hash == key.hash && Values.equal(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** How many values there are: what they are never reaches a log or a message. */
    @Override
    public String toString() {
        return "Key of " + values.length;
    }
}
