package org.graphsink.record.decoder;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * Tells the before image of a deleted row from one that has nothing but the row's key.
 *
 * <p>With REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than the primary key. Debezium has a value for every column all
 * the same: null where the column may be null, else the column's default or a zero, an empty text and the like. Such an image
 * names rows that have nothing to do with the deleted one. Some types it fills in though they may be null; a plain number or
 * truth value that may be null it does not, so that one of those proves that the row is told. Where nothing proves it, what an
 * image of zeros says of other columns is not acted on.
 *
 * @see <a href="https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-replica-identity">
 *     Replica identity</a>
 */
final class KeyImage {

    private static final Set<String> ZEROS = Set.of(
            "",
            "{}",
            "AA==",
            "00:00:00Z",
            "1970-01-01Z",
            "1970-01-01T00:00:00Z",
            "P0Y0M0DT0H0M0S",
            "__debezium_unavailable_value");

    private static final Map<String, Integer> ORIGIN = Map.of("year", 1970, "month", 1, "day", 1);

    private KeyImage() {}

    /** @return false too for a row of which all columns are in its key */
    static boolean is(Object before, Object key) {
        if (before instanceof Struct row && key instanceof Struct id) {
            return is(row, id);
        }
        return before instanceof Map<?, ?> row && key instanceof Map<?, ?> id && is(row, id);
    }

    private static boolean is(Struct row, Struct key) {
        boolean others = false;
        for (Field field : row.schema().fields()) {
            if (key.schema().field(field.name()) == null && !isMetadata(field.name())) {
                others = true;
                var value = row.getWithoutDefault(field.name());
                if (isOfRow(value, field.schema())
                        || !isZero(value) && !value.equals(field.schema().defaultValue())) {
                    return false;
                }
            }
        }
        return others;
    }

    /** A converter may have put a default in the place of a null. */
    private static boolean isOfRow(Object value, Schema schema) {
        return value != null
                && schema.isOptional()
                && schema.defaultValue() == null
                && schema.name() == null
                && (schema.type() == Schema.Type.BOOLEAN
                        || value instanceof Number && schema.type().isPrimitive());
    }

    private static boolean is(Map<?, ?> row, Map<?, ?> key) {
        var others = new HashSet<Object>(row.keySet());
        others.removeAll(key.keySet());
        others.removeIf(name -> isMetadata(name.toString()));
        for (var name : others) {
            if (!isZero(row.get(name))) {
                return false;
            }
        }
        return !others.isEmpty();
    }

    /** What flattening adds to a row. */
    private static boolean isMetadata(String name) {
        return name.startsWith("__");
    }

    private static boolean isZero(Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return true;
        } else if (value instanceof String text) {
            return ZEROS.contains(text) || isZeroNumber(text);
        } else if (value instanceof BigDecimal number) {
            return number.signum() == 0;
        } else if (value instanceof Number number) {
            return number.doubleValue() == 0;
        } else if (value instanceof Date date) {
            return date.getTime() == 0;
        } else if (value instanceof byte[] bytes) {
            return isZero(ByteBuffer.wrap(bytes));
        } else if (value instanceof ByteBuffer bytes) {
            return isZero(bytes.duplicate());
        } else if (value instanceof Collection<?> collection) {
            return collection.isEmpty();
        } else if (value instanceof Map<?, ?> map) {
            return isZero(map.keySet(), map::get);
        }
        return value instanceof Struct struct && isZero(struct);
    }

    private static boolean isZero(Struct struct) {
        var names = struct.schema().fields().stream().map(Field::name).collect(Collectors.toSet());
        return isZero(names, name -> struct.getWithoutDefault((String) name));
    }

    /** A geometry has some shape or other. */
    private static boolean isZero(Set<?> names, Function<Object, Object> values) {
        boolean isTemporal = names.contains("nanos") || names.containsAll(ORIGIN.keySet());
        return names.contains("wkb")
                || names.stream()
                        .allMatch(name -> isTemporal ? isOrigin(name, values.apply(name)) : isZero(values.apply(name)));
    }

    /** Structured temporals start at 1970-01-01, and say how precise they are and in which zone. */
    private static boolean isOrigin(Object name, Object value) {
        return value instanceof Number number && ORIGIN.containsKey(name)
                ? number.intValue() == ORIGIN.get(name)
                : name.equals("precision") || name.equals("zoneId") || isZero(value);
    }

    private static boolean isZero(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (bytes.get() != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZeroNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '0' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
