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
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Records in which some fields are not what a mapping expects. All text values contain a marker, but for those that look
 * like what is wanted.
 */
final class MalformedRecords {

    static final String MARKER = "zq7secret";

    /** In texts of the field that labels come from, which are names in a statement. */
    static final String LABEL = "zq7label";

    /** In names of fields, which messages may tell. */
    private static final String NAME = "zq7field";

    private static final String CONTROL = "\u0007\u001B\u2028\u202E\uD83D\uDE00";
    private static final String INJECTION = "`}) DETACH DELETE n // ";

    /** Labels of records that are written. */
    static final String CONTROL_LABEL = LABEL + CONTROL;

    static final String INJECTION_LABEL = LABEL + INJECTION;

    private static final String[] FIELDS = {"id", "kind", "born", "lon", "lat", "age", "vec", "friend", "name", "other"
    };

    /** Which are none. */
    static final List<String> DATES = List.of(
            "2023-02-30",
            "0000-00-00",
            "2023-13-01",
            "1900-02-29",
            "20230230",
            "1815-12-10T24:61:00",
            "0000-00-00 00:00:00",
            "10-12-1815");

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

    SinkRecord next(TopicPartition partition, long offset) {
        return new SinkRecord(partition.topic(), partition.partition(), null, key(), null, value(offset), offset);
    }

    private Object key() {
        return switch (random.nextInt(12)) {
            case 0 -> MARKER;
            case 1 -> Map.of("id", MARKER);
            case 2 -> new HashMap<>(Collections.singletonMap("id", null));
            case 3 -> Map.of();
            default -> null;
        };
    }

    private Object value(long id) {
        switch (random.nextInt(20)) {
            case 0:
                return odd();
            case 1, 2, 3:
                return struct(id);
            case 4:
                return random.nextBoolean()
                        ? Map.of()
                        : new Struct(SchemaBuilder.struct().build());
            case 5:
                var nulls = good(id);
                nulls.replaceAll((field, value) -> null);
                return nulls;
            case 6:
                return null;
            default:
                break;
        }
        var value = good(id);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var field = FIELDS[random.nextInt(FIELDS.length)];
            switch (random.nextInt(8)) {
                case 0 -> value.remove(field);
                case 1 -> value.put(name(), odd());
                default -> value.put(field, odd(field));
            }
        }
        return value;
    }

    /** What the field cannot take, as often what nearly is right as what is not at all. */
    private Object odd(String field) {
        return switch (field) {
            case "kind" -> asLabel(odd());
            case "born" -> random.nextBoolean() ? odd() : DATES.get(random.nextInt(DATES.size()));
            case "vec" -> random.nextBoolean() ? odd() : Collections.nCopies(random.nextBoolean() ? 2 : 4, 0.5);
            default -> odd();
        };
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

    /** With all the fields of the mapping, one of which has a type or a value that is not wanted. */
    private Object struct(long id) {
        var values = good(id);
        var schemas = new HashMap<String, Schema>();
        values.forEach((field, value) -> schemas.put(
                field,
                value instanceof String
                        ? Schema.OPTIONAL_STRING_SCHEMA
                        : value instanceof Double
                                ? Schema.OPTIONAL_FLOAT64_SCHEMA
                                : SchemaBuilder.array(Schema.FLOAT64_SCHEMA)
                                        .optional()
                                        .build()));
        var field = FIELDS[random.nextInt(FIELDS.length)];
        var wrong = oddWithSchema(field);
        schemas.put(field, wrong.schema());
        values.put(field, wrong.value());
        var schema = SchemaBuilder.struct();
        schemas.forEach(schema::field);
        var struct = new Struct(schema.build());
        values.forEach(struct::put);
        return struct;
    }

    private SchemaAndValue oddWithSchema(String field) {
        var marker = field.equals("kind") ? LABEL : MARKER;
        var nested = SchemaBuilder.struct()
                .field("`" + NAME, Schema.OPTIONAL_STRING_SCHEMA)
                .optional()
                .build();
        return switch (random.nextInt(14)) {
            case 0 -> new SchemaAndValue(Schema.OPTIONAL_STRING_SCHEMA, null);
            case 1 -> new SchemaAndValue(Schema.STRING_SCHEMA, marker + "\u0000");
            case 2 -> new SchemaAndValue(Schema.STRING_SCHEMA, DATES.get(random.nextInt(DATES.size())));
            case 3 -> new SchemaAndValue(Schema.INT64_SCHEMA, Long.MAX_VALUE);
            case 4 -> new SchemaAndValue(Schema.FLOAT64_SCHEMA, Double.NaN);
            case 5 -> new SchemaAndValue(Schema.FLOAT32_SCHEMA, Float.NEGATIVE_INFINITY);
            case 6 -> new SchemaAndValue(Schema.BOOLEAN_SCHEMA, true);
            case 7 -> new SchemaAndValue(Schema.BYTES_SCHEMA, marker.getBytes(StandardCharsets.UTF_8));
            case 8 -> new SchemaAndValue(nested, new Struct(nested).put("`" + NAME, marker));
            case 9 -> new SchemaAndValue(nested, null);
            case 10 ->
                new SchemaAndValue(
                        SchemaBuilder.array(Schema.OPTIONAL_FLOAT64_SCHEMA).build(), Arrays.asList(0.5, null, 0.5));
            case 11 ->
                new SchemaAndValue(
                        SchemaBuilder.array(Schema.FLOAT64_SCHEMA).build(),
                        Collections.nCopies(random.nextBoolean() ? 2 : 4, 0.5));
            case 12 ->
                new SchemaAndValue(
                        SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                                .build(),
                        Map.of(NAME, marker));
            default -> new SchemaAndValue(org.apache.kafka.connect.data.Date.SCHEMA, new Date(86_400_000L));
        };
    }

    private Object odd() {
        return switch (random.nextInt(28)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> new BigInteger("123456789012345678901234567890");
            case 4 -> new BigDecimal("1e400");
            case 5 -> MARKER + "x".repeat(50_000);
            case 6 -> "";
            case 7 -> MARKER + CONTROL;
            case 8 -> MARKER + INJECTION;
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
            case 26 -> MARKER + "\u0000";
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
