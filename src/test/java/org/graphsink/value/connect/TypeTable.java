package org.graphsink.value.connect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;

/** Every type of Connect and Debezium with a value and what it becomes, with the default settings. */
public final class TypeTable {

    /** @param decoded as the decoder gives it, among the types that a driver takes */
    public record Row(String name, Schema schema, Object value, Object decoded) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String TIME = "io.debezium.time.";
    private static final String DATA = "io.debezium.data.";

    private final List<Row> rows = new ArrayList<>();

    private TypeTable() {}

    public static List<Row> rows() {
        var table = new TypeTable();
        table.valuesThatJsonCannotCarry();
        table.rows.addAll(jsonRows());
        return table.rows;
    }

    /** The rows whose values JsonConverter writes and reads as they are. */
    static List<Row> jsonRows() {
        var table = new TypeTable();
        table.primitives();
        table.connectTypes();
        table.debeziumCounts();
        table.debeziumTexts();
        table.debeziumStructs();
        table.debeziumData();
        table.geometries();
        table.lists();
        return table.rows;
    }

    private void valuesThatJsonCannotCarry() {
        add("infinite float64", Schema.FLOAT64_SCHEMA, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        add("NaN", Schema.FLOAT64_SCHEMA, Double.NaN, Double.NaN);
        var buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4});
        buffer.position(1).limit(3);
        add("part of a byte buffer", Schema.BYTES_SCHEMA, buffer, new byte[] {1, 2});
        add("read-only byte buffer", Schema.BYTES_SCHEMA, buffer.asReadOnlyBuffer(), new byte[] {1, 2});
    }

    private void primitives() {
        add("int8", Schema.INT8_SCHEMA, (byte) -128, -128L);
        add("int16", Schema.INT16_SCHEMA, (short) 32767, 32767L);
        add("int32", Schema.INT32_SCHEMA, Integer.MIN_VALUE, -2147483648L);
        add("int64", Schema.INT64_SCHEMA, Long.MAX_VALUE, Long.MAX_VALUE);
        add("float32", Schema.FLOAT32_SCHEMA, 0.5f, 0.5);
        add("float64", Schema.FLOAT64_SCHEMA, 1.0e300, 1.0e300);
        add("boolean", Schema.BOOLEAN_SCHEMA, true, true);
        add("string", Schema.STRING_SCHEMA, "Ünï\u0000cødé 🙂", "Ünï\u0000cødé 🙂");
        add("empty string", Schema.STRING_SCHEMA, "", "");
        add("byte array", Schema.BYTES_SCHEMA, new byte[] {1, -1}, new byte[] {1, -1});
    }

    private void connectTypes() {
        add("Decimal", Decimal.schema(2), new BigDecimal("12345678901234567890.10"), "12345678901234567890.10");
        add("Date", org.apache.kafka.connect.data.Date.SCHEMA, new Date(-86_400_000L), LocalDate.of(1969, 12, 31));
        add("Time", Time.SCHEMA, new Date(1), LocalTime.of(0, 0, 0, 1_000_000));
        add("Timestamp", Timestamp.SCHEMA, new Date(-1), LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000));
    }

    private void debeziumCounts() {
        add("Debezium Date", int32(TIME + "Date"), 19_000, LocalDate.of(2022, 1, 8));
        add("infinite Date", int32(TIME + "Date"), Integer.MAX_VALUE, LocalDate.of(5_881_580, 7, 11));
        add("Debezium Year", int32(TIME + "Year"), 2155, 2155L);
        add("Debezium Time", int32(TIME + "Time"), 86_399_999, LocalTime.of(23, 59, 59, 999_000_000));
        add("MicroTime", int64(TIME + "MicroTime"), 1L, LocalTime.of(0, 0, 0, 1_000));
        add("NanoTime", int64(TIME + "NanoTime"), 86_399_999_999_999L, LocalTime.MAX);
        add("end of day", int64(TIME + "MicroTime"), 86_400_000_000L, new DurationValue(0, 0, 86_400, 0));
        add("negative time", int64(TIME + "MicroTime"), -1L, new DurationValue(0, 0, -1, 999_999_000));
        add("time of days", int64(TIME + "NanoTime"), 3_020_399_000_000_000L, new DurationValue(0, 0, 3_020_399, 0));
        add(
                "Debezium Timestamp",
                int64(TIME + "Timestamp"),
                1_700_000_000_123L,
                LocalDateTime.of(2023, 11, 14, 22, 13, 20, 123_000_000));
        add(
                "MicroTimestamp",
                int64(TIME + "MicroTimestamp"),
                -1L,
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000));
        add(
                "infinite MicroTimestamp",
                int64(TIME + "MicroTimestamp"),
                Long.MAX_VALUE,
                LocalDateTime.of(294_247, 1, 10, 4, 0, 54, 775_807_000));
        add(
                "NanoTimestamp",
                int64(TIME + "NanoTimestamp"),
                1_700_000_000_123_456_789L,
                LocalDateTime.of(2023, 11, 14, 22, 13, 20, 123_456_789));
        add("MicroDuration", int64(TIME + "MicroDuration"), -1_500_000L, new DurationValue(0, 0, -2, 500_000_000));
        add("NanoDuration", int64(TIME + "NanoDuration"), 1_000_000_001L, new DurationValue(0, 0, 1, 1));
    }

    private void debeziumTexts() {
        add("Interval", text(TIME + "Interval"), "P1Y-2M3DT-4H5M-6.5S", new DurationValue(10, 3, -14_107, 500_000_000));
        add("empty Interval", text(TIME + "Interval"), "P0Y0M0DT0H0M0S", new DurationValue(0, 0, 0, 0));
        add("IsoDate", text(TIME + "IsoDate"), "2024-02-29Z", LocalDate.of(2024, 2, 29));
        add("IsoTime", text(TIME + "IsoTime"), "10:15:30.000001Z", LocalTime.of(10, 15, 30, 1_000));
        add(
                "IsoTimestamp",
                text(TIME + "IsoTimestamp"),
                "2024-02-29T10:15:30.5Z",
                LocalDateTime.of(2024, 2, 29, 10, 15, 30, 500_000_000));
        add(
                "ZonedTime",
                text(TIME + "ZonedTime"),
                "10:15:30+02:00",
                OffsetTime.of(10, 15, 30, 0, ZoneOffset.ofHours(2)));
        add("ZonedTime at end of day", text(TIME + "ZonedTime"), "24:00:00Z", new DurationValue(0, 0, 86_400, 0));
        add(
                "ZonedTimestamp",
                text(TIME + "ZonedTimestamp"),
                "2024-02-29T10:15:30.123456Z",
                ZonedDateTime.of(2024, 2, 29, 10, 15, 30, 123_456_000, ZoneOffset.UTC));
        add(
                "infinite ZonedTimestamp",
                text(TIME + "ZonedTimestamp"),
                "infinity",
                ZonedDateTime.of(292_278_994, 8, 16, 23, 0, 0, 0, ZoneOffset.UTC));
        add(
                "minus infinite ZonedTimestamp",
                text(TIME + "ZonedTimestamp"),
                "-infinity",
                ZonedDateTime.of(-292_275_055, 5, 16, 23, 0, 0, 0, ZoneOffset.UTC));
    }

    private void debeziumStructs() {
        add(
                "StructuredDate",
                structured("StructuredDate"),
                Map.of("year", 2024, "month", (byte) 2, "day", (byte) 29),
                LocalDate.of(2024, 2, 29));
        add(
                "infinite StructuredDate",
                structured("StructuredDate"),
                Map.of("specialValue", "POSITIVE_INFINITY"),
                LocalDate.of(5_877_611, 6, 21));
        add(
                "StructuredTime",
                structured("StructuredTime"),
                Map.of("hour", (byte) 1, "minute", (byte) 2, "second", (byte) 3, "nanos", 4),
                LocalTime.of(1, 2, 3, 4));
        add(
                "StructuredTimestamp",
                structured("StructuredTimestamp"),
                Map.of("year", -1, "month", (byte) 12, "day", (byte) 31, "hour", (byte) 23),
                LocalDateTime.of(-1, 12, 31, 23, 0));
        add(
                "StructuredZonedTime",
                structured("StructuredZonedTime"),
                Map.of("hour", (byte) 1, "offsetSeconds", -3600),
                OffsetTime.of(1, 0, 0, 0, ZoneOffset.ofHours(-1)));
        add(
                "StructuredZonedTimestamp",
                structured("StructuredZonedTimestamp"),
                Map.of(
                        "year",
                        2024,
                        "month",
                        (byte) 7,
                        "day",
                        (byte) 1,
                        "offsetSeconds",
                        7200,
                        "zoneId",
                        "Europe/Paris"),
                ZonedDateTime.of(2024, 7, 1, 0, 0, 0, 0, ZoneId.of("Europe/Paris")));
        add(
                "StructuredDuration",
                structured("StructuredDuration"),
                Map.of("years", 1, "months", -2, "days", 3, "hours", 4, "minutes", 5, "seconds", 6L, "nanos", -1),
                new DurationValue(10, 3, 14_705, 999_999_999));
    }

    private void debeziumData() {
        var variable = SchemaBuilder.struct()
                .name(DATA + "VariableScaleDecimal")
                .field("scale", Schema.INT32_SCHEMA)
                .field("value", Schema.BYTES_SCHEMA)
                .build();
        add(
                "VariableScaleDecimal",
                variable,
                new Struct(variable)
                        .put("scale", 3)
                        .put("value", BigInteger.valueOf(-1500).toByteArray()),
                "-1.500");
        add(
                "Uuid",
                text(DATA + "Uuid"),
                "6f1b8d9c-0000-4000-8000-000000000001",
                "6f1b8d9c-0000-4000-8000-000000000001");
        add("Json", text(DATA + "Json"), "{\"a\": [1]}", "{\"a\": [1]}");
        add("Xml", text(DATA + "Xml"), "<a/>", "<a/>");
        add("Enum", text(DATA + "Enum"), "small", "small");
        add("EnumSet", text(DATA + "EnumSet"), "a,b", List.of("a", "b"));
        add("empty EnumSet", text(DATA + "EnumSet"), "", List.of());
        add("Ltree", text(DATA + "Ltree"), "Top.Science", "Top.Science");
        add("Tsvector", text(DATA + "Tsvector"), "'a':1", "'a':1");
        add("Bits", bits(9), new byte[] {5, 1}, new byte[] {5, 1});
        add("single bit", bits(1), new byte[] {1}, true);
        add(
                "FloatVector",
                SchemaBuilder.array(Schema.FLOAT32_SCHEMA)
                        .name(DATA + "FloatVector")
                        .build(),
                List.of(0.5f, -1f),
                new float[] {0.5f, -1f});
        add(
                "DoubleVector",
                SchemaBuilder.array(Schema.FLOAT64_SCHEMA)
                        .name(DATA + "DoubleVector")
                        .build(),
                List.of(0.1, 2.0),
                new double[] {0.1, 2.0});
        var sparse = SchemaBuilder.struct()
                .name(DATA + "SparseDoubleVector")
                .field("dimensions", Schema.INT16_SCHEMA)
                .field(
                        "vector",
                        SchemaBuilder.map(Schema.INT16_SCHEMA, Schema.FLOAT64_SCHEMA)
                                .build())
                .build();
        add(
                "SparseDoubleVector",
                sparse,
                new Struct(sparse).put("dimensions", (short) 3).put("vector", Map.of((short) 3, 0.5)),
                new double[] {0, 0, 0.5});
    }

    private void geometries() {
        var point = SchemaBuilder.struct()
                .name(DATA + "geometry.Point")
                .field("x", Schema.FLOAT64_SCHEMA)
                .field("y", Schema.FLOAT64_SCHEMA)
                .field("wkb", Schema.OPTIONAL_BYTES_SCHEMA)
                .field("srid", Schema.OPTIONAL_INT32_SCHEMA)
                .build();
        add(
                "Point",
                point,
                new Struct(point).put("x", 200.5).put("y", -3.0),
                new PointValue(PointValue.CARTESIAN_2D, 200.5, -3, Double.NaN));
        add(
                "Geometry with SRID 4326",
                geometry("Geometry"),
                geometry("Geometry", "0101000000000000000000F83F0000000000000440", 4326),
                new PointValue(PointValue.WGS84_2D, 1.5, 2.5, Double.NaN));
        add(
                "Geography with height",
                geometry("Geography"),
                geometry("Geography", "01E9030000000000000000F83F00000000000004400000000000002440", 4326),
                new PointValue(PointValue.WGS84_3D, 1.5, 2.5, 10));
        add(
                "Geometry of a line",
                geometry("Geometry"),
                geometry(
                        "Geometry",
                        "01020000000200000000000000000000000000000000000000000000000000F03F0000000000000040",
                        null),
                "LINESTRING (0 0, 1 2)");
    }

    private void lists() {
        add("list of int32", list(Schema.INT32_SCHEMA), List.of(1, 2), List.of(1L, 2L));
        add("list of strings", list(Schema.STRING_SCHEMA), List.of("a", ""), List.of("a", ""));
        add("list of booleans", list(Schema.BOOLEAN_SCHEMA), List.of(true, false), List.of(true, false));
        add("list of floats", list(Schema.FLOAT32_SCHEMA), List.of(0.5f), List.of(0.5));
        add("empty list", list(Schema.STRING_SCHEMA), List.of(), List.of());
        add("list of decimals", list(Decimal.schema(1)), List.of(new BigDecimal("1.5")), List.of("1.5"));
        add(
                "list of Debezium dates",
                list(int32(TIME + "Date")),
                List.of(0, 1),
                List.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1)));
        add(
                "list of zoned timestamps",
                list(text(TIME + "ZonedTimestamp")),
                List.of("2024-02-29T10:15:30Z"),
                List.of(ZonedDateTime.of(2024, 2, 29, 10, 15, 30, 0, ZoneOffset.UTC)));
        add("list of bytes", list(Schema.BYTES_SCHEMA), List.of(new byte[] {1}), "[\"AQ==\"]");
        add("list of lists", list(list(Schema.INT32_SCHEMA)), List.of(List.of(1), List.of()), "[[1],[]]");
    }

    private void add(String name, Schema schema, Object value, Object decoded) {
        rows.add(new Row(name, schema, value instanceof Map<?, ?> map ? filled(schema, map) : value, decoded));
    }

    private static Struct filled(Schema schema, Map<?, ?> values) {
        var struct = new Struct(schema);
        values.forEach((field, value) -> struct.put((String) field, value));
        return struct;
    }

    private static Schema int32(String name) {
        return SchemaBuilder.int32().name(name).version(1).build();
    }

    private static Schema int64(String name) {
        return SchemaBuilder.int64().name(name).version(1).build();
    }

    static Schema text(String name) {
        return SchemaBuilder.string().name(name).version(1).build();
    }

    static Schema list(Schema element) {
        return SchemaBuilder.array(element).build();
    }

    private static Schema bits(int length) {
        return SchemaBuilder.bytes()
                .name(DATA + "Bits")
                .parameter("length", Integer.toString(length))
                .build();
    }

    private static Schema structured(String name) {
        var schema = SchemaBuilder.struct().name(TIME + name).version(1);
        for (var field : List.of("year", "years", "months", "days", "hours", "minutes", "nanos", "offsetSeconds")) {
            schema.field(field, Schema.OPTIONAL_INT32_SCHEMA);
        }
        for (var field : List.of("month", "day", "hour", "minute", "second")) {
            schema.field(field, Schema.OPTIONAL_INT8_SCHEMA);
        }
        return schema.field("seconds", Schema.OPTIONAL_INT64_SCHEMA)
                .field("zoneId", Schema.OPTIONAL_STRING_SCHEMA)
                .field("specialValue", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
    }

    static Schema geometry(String name) {
        return SchemaBuilder.struct()
                .name(DATA + "geometry." + name)
                .field("wkb", Schema.BYTES_SCHEMA)
                .field("srid", Schema.OPTIONAL_INT32_SCHEMA)
                .build();
    }

    static Struct geometry(String name, String wkb, Integer srid) {
        return new Struct(geometry(name))
                .put("wkb", java.util.HexFormat.of().parseHex(wkb))
                .put("srid", srid);
    }
}
