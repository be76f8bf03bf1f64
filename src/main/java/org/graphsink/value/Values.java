package org.graphsink.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Equality of Neo4j values as an index of the database sees it.
 *
 * <p>The values of a graph change are: null, {@link Boolean}, {@link Long}, {@link Double}, {@link String},
 * {@code byte[]}, {@link java.time.LocalDate}, {@link java.time.LocalTime}, {@link java.time.OffsetTime},
 * {@link java.time.LocalDateTime}, {@link java.time.ZonedDateTime}, {@link DurationValue}, {@link PointValue},
 * {@link List} of one of these, {@code double[]} and {@code float[]} (both a LIST of FLOAT). Nothing else reaches the
 * database as a property.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/values-and-types/property-structural-constructed/">Neo4j
 *     property types</a>
 */
public final class Values {

    /** Up to here a float tells all integers apart. */
    private static final double EXACT = 0x1p53;

    private Values() {}

    public static boolean equal(Object[] a, Object[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!equal(a[i], b[i])) {
                return false;
            }
        }
        return a.length == b.length;
    }

    public static boolean equal(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return canonical(x).equals(canonical(y));
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.equals(x, y);
        }
        if (isList(a) && isList(b)) {
            if (isEmptyBytes(a) || isEmptyBytes(b)) {
                return false;
            }
            var x = list(a);
            var y = list(b);
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!equal(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a == null ? b == null : a.equals(b);
    }

    public static int hash(Object[] values) {
        int hash = 1;
        for (Object value : values) {
            hash = 31 * hash + hash(value);
        }
        return hash;
    }

    /** Numbers and texts by value, everything else by type and some order of its own. */
    public static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            int order = Double.compare(x.doubleValue(), y.doubleValue());
            return order != 0 ? order : Long.compare(x.longValue(), y.longValue());
        }
        int order = a.getClass().getName().compareTo(b.getClass().getName());
        return order != 0 ? order : Integer.compare(hash(a), hash(b));
    }

    private static int hash(Object value) {
        if (value instanceof Number number) {
            return canonical(number).hashCode();
        }
        if (isList(value)) {
            return hash(list(value).toArray());
        }
        return value == null ? 0 : value.hashCode();
    }

    /**
     * The value that stands for all values that are equal to it. What is committed is found in the order of an index, in which
     * an integer and a float beyond 2^53 are never the same, nor are zero and negative zero; a transaction takes them for equal
     * among what it has not committed yet. Numbers that are one number have to be written as one.
     */
    public static Object found(Object value) {
        if (!(value instanceof Double number)) {
            return value;
        } else if (number == 0) {
            return 0.0;
        }
        return Math.abs(number) > EXACT ? canonical(number) : value;
    }

    /** A float with an integral value is the integer, as a transaction compares them. */
    private static Number canonical(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (value == Math.rint(value) && Math.abs(value) <= 0x1p63) {
                return (long) value;
            }
            return value;
        }
        return number.longValue();
    }

    /** Bytes are a list of integers to the database, except that no bytes are not an empty list. */
    private static boolean isList(Object value) {
        return value instanceof List
                || value instanceof double[]
                || value instanceof float[]
                || value instanceof byte[];
    }

    private static boolean isEmptyBytes(Object value) {
        return value instanceof byte[] bytes && bytes.length == 0;
    }

    private static List<?> list(Object value) {
        if (value instanceof double[] doubles) {
            return Arrays.stream(doubles).boxed().toList();
        }
        if (value instanceof byte[] bytes) {
            var list = new ArrayList<Long>(bytes.length);
            for (byte b : bytes) {
                list.add((long) b);
            }
            return list;
        }
        if (value instanceof float[] floats) {
            var list = new ArrayList<Double>(floats.length);
            for (float f : floats) {
                list.add((double) f);
            }
            return list;
        }
        return (List<?>) value;
    }
}
