package org.graphsink.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.graphsink.value.Values;

/**
 * Property names with their values. A null value is a write: it removes the property. A property that is not named is
 * left as it is, unless it lies below a name that is emptied: what is below {@code a} begins with {@code a.}, as nested data
 * is stored.
 *
 * <p>Rows of one shape share their list of names, so that grouping rows by shape mostly compares references.
 */
public final class Properties {

    public static final Properties NONE = new Properties(List.of(), new Object[0], List.of());

    private static final char SEPARATOR = '.';

    private final List<String> names;
    private final Object[] values;
    private final List<String> emptied;

    private Properties(List<String> names, Object[] values, List<String> emptied) {
        this.names = names;
        this.values = values;
        this.emptied = emptied;
    }

    /**
     * @param names distinct; the list is kept, not copied
     * @param values one per name; the array is kept
     */
    public static Properties of(List<String> names, Object... values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names for " + values.length + " values");
        }
        return names.isEmpty() ? NONE : new Properties(names, values, List.of());
    }

    public static Properties of(Map<String, ?> properties) {
        return of(List.copyOf(properties.keySet()), properties.values().toArray());
    }

    /** These properties, and nothing but them below some names. */
    public Properties emptying(List<String> above) {
        return above.isEmpty() ? this : new Properties(names, values, List.copyOf(above));
    }

    /** The names below which nothing stays that is not named. */
    public List<String> emptied() {
        return emptied;
    }

    /** Whether a property lies below one of the names. */
    public static boolean isBelow(String name, List<String> above) {
        for (var each : above) {
            if (name.length() > each.length() && name.startsWith(each) && name.charAt(each.length()) == SEPARATOR) {
                return true;
            }
        }
        return false;
    }

    /** Whether both name a property, with values that are not equal. */
    public boolean differIn(String name, Properties other) {
        int here = names.indexOf(name);
        int there = other.names.indexOf(name);
        return here >= 0 && there >= 0 && !Values.equal(values[here], other.values[there]);
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
        return values.length == 0 && emptied.isEmpty();
    }

    /** These properties with the later ones written over them. */
    public Properties then(Properties later) {
        if (later.isEmpty() || isEmpty()) {
            return later.isEmpty() ? this : later;
        }
        if (emptied.isEmpty() && (names == later.names || names.equals(later.names))) {
            return later;
        }
        var merged = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            if (later.emptied.isEmpty() || !isBelow(names.get(i), later.emptied)) {
                merged.put(names.get(i), values[i]);
            }
        }
        for (int i = 0; i < later.values.length; i++) {
            merged.put(later.names.get(i), later.values[i]);
        }
        return new Properties(
                later.emptied.isEmpty() && merged.size() == values.length ? names : new ArrayList<>(merged.keySet()),
                merged.values().toArray(),
                both(emptied, later.emptied));
    }

    private static List<String> both(List<String> some, List<String> more) {
        if (some.isEmpty() || some.equals(more)) {
            return more;
        }
        var both = new LinkedHashSet<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties properties
                && names.equals(properties.names)
                && emptied.equals(properties.emptied)
                && Values.equal(values, properties.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, Values.hash(values), emptied);
    }

    /** Names only: values never reach a log or a message. */
    @Override
    public String toString() {
        return "Properties" + Arrays.toString(names.toArray());
    }
}
