package org.graphsink.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.graphsink.value.Values;

/**
 * Property names with their values. A null value is a write: it removes the property. A property that is not named is
 * left as it is.
 *
 * <p>Rows of one shape share their list of names, so that grouping rows by shape mostly compares references.
 */
public final class Properties {

    public static final Properties NONE = new Properties(List.of(), new Object[0]);

    private final List<String> names;
    private final Object[] values;

    private Properties(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * @param names distinct; the list is kept, not copied
     * @param values one per name; the array is kept
     */
    public static Properties of(List<String> names, Object... values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names for " + values.length + " values");
        }
        return names.isEmpty() ? NONE : new Properties(names, values);
    }

    public static Properties of(Map<String, ?> properties) {
        return of(List.copyOf(properties.keySet()), properties.values().toArray());
    }

    public List<String> names() {
        return names;
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

    /** These properties with the later ones written over them. */
    public Properties then(Properties later) {
        if (later.isEmpty() || isEmpty()) {
            return later.isEmpty() ? this : later;
        }
        if (names == later.names || names.equals(later.names)) {
            return later;
        }
        var merged = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            merged.put(names.get(i), values[i]);
        }
        for (int i = 0; i < later.values.length; i++) {
            merged.put(later.names.get(i), later.values[i]);
        }
        return new Properties(
                merged.size() == values.length ? names : new ArrayList<>(merged.keySet()),
                merged.values().toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties properties
                && names.equals(properties.names)
                && Values.equal(values, properties.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, Values.hash(values));
    }

    /** Names only: values never reach a log or a message. */
    @Override
    public String toString() {
        return "Properties" + Arrays.toString(names.toArray());
    }
}
