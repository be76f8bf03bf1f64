package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.graphsink.record.decoder.RecordDecoder;
import org.graphsink.support.DefaultSettings;
import org.graphsink.value.Absent;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of random shapes: whatever it is, it becomes Neo4j values or a record's error that shows no value. */
class GeneratedValuesTest {

    private static final String SECRET = "4711secret";
    private static final int RECORDS = 3_000;
    private static final Set<Class<?>> SCALARS = Set.of(
            Boolean.class,
            Long.class,
            Double.class,
            String.class,
            byte[].class,
            LocalDate.class,
            LocalTime.class,
            OffsetTime.class,
            LocalDateTime.class,
            ZonedDateTime.class,
            DurationValue.class,
            PointValue.class,
            float[].class,
            double[].class);

    private final List<TypeTable.Row> types = TypeTable.rows();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void schemalessDataBecomesNeo4jValuesOrARecordsError(long seed) {
        var random = new Random(seed);
        for (var types : settings()) {
            var decoder = Decoding.decoder(types);
            int read = 0;
            for (int i = 0; i < RECORDS; i++) {
                read += check(decoder, null, map(random, 0)) ? 1 : 0;
            }
            assertThat(read).as("records without an error").isGreaterThan(RECORDS / 20);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void dataWithSchemasBecomesNeo4jValuesOrARecordsError(long seed) {
        var random = new Random(seed);
        for (var types : settings()) {
            var decoder = Decoding.decoder(types);
            int read = 0;
            for (int i = 0; i < RECORDS; i++) {
                var struct = struct(random, 0);
                read += check(decoder, struct.schema(), struct) ? 1 : 0;
            }
            assertThat(read).as("records without an error").isGreaterThan(RECORDS / 20);
        }
    }

    private static List<TypeSettings> settings() {
        return List.of(
                DefaultSettings.TYPES,
                new TypeSettings(DecimalMode.DOUBLE, NestedMode.JSON, ListOfStructsMode.FAIL),
                new TypeSettings(DecimalMode.FAIL, NestedMode.FAIL, ListOfStructsMode.JSON));
    }

    /** Whether all of the record was read. */
    private static boolean check(RecordDecoder decoder, Schema schema, Object value) {
        boolean isRead = true;
        try {
            var image = Decoding.value(decoder.decode(Decoding.record(null, "k", schema, value)));
            var names = new HashSet<List<String>>();
            for (var field : image.fields()) {
                assertThat(names.add(field.path())).as("distinct fields").isTrue();
                isRead &= check(field, image);
                isRead &= check(image.layout().json(field.path()).orElseThrow(), image);
            }
        } catch (RecordException e) {
            assertThat(e.getMessage()).doesNotContain(SECRET);
            return false;
        }
        return isRead;
    }

    private static boolean check(Field field, Image image) {
        try {
            Object read = field.read(image);
            assertThat(read == null || read instanceof Absent || isNeo4jValue(read))
                    .as(() -> "a Neo4j value, not a " + read.getClass())
                    .isTrue();
            return true;
        } catch (RecordException e) {
            assertThat(e.getMessage()).startsWith("Field ").doesNotContain(SECRET);
            return false;
        }
    }

    private static boolean isNeo4jValue(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::getClass).distinct().count() <= 1
                        && list.stream().allMatch(element -> SCALARS.contains(element.getClass()))
                : SCALARS.contains(value.getClass());
    }

    private static Map<String, Object> map(Random random, int depth) {
        var map = new LinkedHashMap<String, Object>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            map.put(name(random), value(random, depth));
        }
        return map;
    }

    private static String name(Random random) {
        return List.of("a", "b", "a.b", "", "`", "\u0000", "__op2", "ü", "x".repeat(50), "ts")
                .get(random.nextInt(10));
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth < 6 ? 17 : 12)) {
            case 0:
                return null;
            case 1:
                return random.nextInt();
            case 2:
                return random.nextBoolean() ? Double.NaN : random.nextDouble();
            case 3:
                return SECRET;
            case 4:
                return random.nextBoolean();
            case 5:
                return new BigInteger(200, random);
            case 6:
                return new BigDecimal(new BigInteger(80, random), random.nextInt(60) - 30);
            case 7:
                return new Date(random.nextLong());
            case 8:
                return ByteBuffer.wrap(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case 9:
                return new StringBuilder(SECRET);
            case 10:
                return "__debezium_unavailable_value";
            case 11:
                return (byte) 1;
            case 12, 13:
                return map(random, depth + 1);
            default:
                var list = new ArrayList<Object>();
                int size = random.nextInt(3);
                for (int i = 0; i < size; i++) {
                    list.add(value(random, depth + 1));
                }
                return list;
        }
    }

    private Struct struct(Random random, int depth) {
        var schema = SchemaBuilder.struct().optional();
        var values = new ArrayList<Object>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            var type = types.get(random.nextInt(types.size()));
            Schema fieldSchema;
            Object value;
            switch (depth < 4 ? random.nextInt(6) : 0) {
                case 1 -> {
                    var inner = struct(random, depth + 1);
                    fieldSchema = inner.schema();
                    value = random.nextBoolean() ? null : inner;
                }
                case 2 -> {
                    fieldSchema = SchemaBuilder.map(Schema.STRING_SCHEMA, type.schema())
                            .optional()
                            .build();
                    value = random.nextInt(4) == 0 ? null : Map.of(name(random), type.value());
                }
                case 3 -> {
                    var inner = struct(random, depth + 1);
                    fieldSchema = TypeTable.list(inner.schema());
                    value = random.nextBoolean() ? List.of() : List.of(inner, inner);
                }
                case 4 -> {
                    fieldSchema = SchemaBuilder.string()
                            .name(List.of("io.debezium.time.ZonedTimestamp", "io.debezium.time.Interval", "x")
                                    .get(random.nextInt(3)))
                            .build();
                    value = SECRET;
                }
                default -> {
                    fieldSchema = OptionalSchema.of(type.schema());
                    value = random.nextInt(4) == 0
                            ? null
                            : type.value() instanceof Struct inner ? copy(inner, fieldSchema) : type.value();
                }
            }
            schema.field("f" + i, fieldSchema);
            values.add(value);
        }
        var struct = new Struct(schema.build());
        for (int i = 0; i < values.size(); i++) {
            struct.put("f" + i, values.get(i));
        }
        return struct;
    }

    private static Struct copy(Struct struct, Schema schema) {
        var copy = new Struct(schema);
        schema.fields().forEach(field -> copy.put(field.name(), struct.get(field.name())));
        return copy;
    }
}
