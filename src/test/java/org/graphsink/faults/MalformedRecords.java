package org.graphsink.faults;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Values of records in which some fields are not what a mapping expects. All text values contain a marker. */
final class MalformedRecords {

    static final String MARKER = "zq7secret";

    /** In texts of the field that labels come from, which are names in a statement. */
    static final String LABEL = "zq7label";

    /** In names of fields, which messages may tell. */
    private static final String NAME = "zq7field";

    private static final String INJECTION = MARKER + "`}) DETACH DELETE n // ";
    private static final String[] FIELDS = {"id", "kind", "born", "lon", "lat", "age", "vec", "friend", "name", "other"
    };

    private final Random random;

    MalformedRecords(Random random) {
        this.random = random;
    }

    /** A value that the mapping of {@link BadInputIT} takes. */
    static Map<String, Object> good(long id) {
        var value = new HashMap<String, Object>();
        value.put("id", "good" + id);
        value.put("kind", "Good");
        value.put("born", "1815-12-10");
        value.put("lon", 0.1);
        value.put("lat", 51.5);
        value.put("age", "36");
        value.put("vec", List.of(1.0, 0.5, 0.25));
        value.put("friend", "good" + id / 2);
        value.put("name", MARKER + id);
        return value;
    }

    Object next(long id) {
        switch (random.nextInt(20)) {
            case 0:
                return Objects.requireNonNullElse(odd(), MARKER);
            case 1:
                return struct();
            case 2:
                return Map.of();
            default:
                break;
        }
        var value = good(id);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var field = FIELDS[random.nextInt(FIELDS.length)];
            switch (random.nextInt(8)) {
                case 0 -> value.remove(field);
                case 1 -> value.put(name(), odd());
                default -> value.put(field, field.equals("kind") ? asLabel(odd()) : odd());
            }
        }
        return value;
    }

    private static Object asLabel(Object odd) {
        if (odd instanceof String text) {
            return text.replace(MARKER, LABEL);
        }
        if (odd instanceof List<?> list) {
            return new ArrayList<>(
                    Arrays.asList(list.stream().map(MalformedRecords::asLabel).toArray()));
        }
        if (odd instanceof Object[] array) {
            return Arrays.stream(array).map(MalformedRecords::asLabel).toArray();
        }
        if (odd instanceof Map<?, ?> map) {
            var copy = new HashMap<Object, Object>();
            map.forEach((key, value) -> copy.put(key, asLabel(value)));
            return copy;
        }
        return odd;
    }

    private Object struct() {
        if (random.nextBoolean()) {
            return new Struct(SchemaBuilder.struct().build());
        }
        var schema = SchemaBuilder.struct()
                .field("id", Schema.OPTIONAL_STRING_SCHEMA)
                .field("born", Schema.INT64_SCHEMA)
                .field(
                        "nested",
                        SchemaBuilder.struct()
                                .field("`" + NAME, Schema.OPTIONAL_FLOAT64_SCHEMA)
                                .optional()
                                .build())
                .build();
        return new Struct(schema)
                .put("id", random.nextBoolean() ? null : MARKER)
                .put("born", Long.MAX_VALUE);
    }

    private Object odd() {
        return switch (random.nextInt(27)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> new BigInteger("123456789012345678901234567890");
            case 4 -> new BigDecimal("1e400");
            case 5 -> MARKER + "x".repeat(50_000);
            case 6 -> "";
            case 7 -> MARKER + "\u0000\u0007\u2028\uD83D\uDE00";
            case 8 -> INJECTION;
            case 9 -> MARKER + "-13-45";
            case 10 -> List.of();
            case 11 -> Arrays.asList(1, null, MARKER);
            case 12 -> List.of(1, MARKER, true);
            case 13 -> List.of(List.of(MARKER), List.of());
            case 14 -> List.of(Map.of("a", MARKER));
            case 15 -> Map.of();
            case 16 -> Map.of(NAME + "`", MARKER);
            case 17 -> nested(1 + random.nextInt(1_000));
            case 18 -> (MARKER + random.nextInt()).getBytes(StandardCharsets.UTF_8);
            case 19 -> true;
            case 20 -> new Date(Long.MAX_VALUE);
            case 21 -> Float.NaN;
            case 22 -> Long.MIN_VALUE;
            case 23 -> Collections.nCopies(3_000, 0.5);
            case 24 -> List.of(Double.NaN, Double.POSITIVE_INFINITY);
            case 25 -> "\uD800" + MARKER;
            default -> new Object[] {MARKER, null};
        };
    }

    private Object nested(int depth) {
        Object value = MARKER;
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? new HashMap<>(Map.of("n", value)) : new ArrayList<>(List.of(value));
        }
        return value;
    }

    private String name() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "`" + NAME + "`";
            case 2 -> NAME + "`}) DETACH DELETE n // ";
            case 3 -> "a\u0000b" + NAME;
            case 4 -> "\u202E" + NAME;
            case 5 -> NAME + ".".repeat(3);
            case 6 -> "n".repeat(70_000);
            default -> " ";
        };
    }
}
