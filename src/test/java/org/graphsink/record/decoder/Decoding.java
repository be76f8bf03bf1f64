package org.graphsink.record.decoder;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;
import org.graphsink.support.DefaultSettings;
import org.graphsink.value.connect.DecimalMode;
import org.graphsink.value.connect.ListOfStructsMode;
import org.graphsink.value.connect.NestedMode;
import org.graphsink.value.connect.TypeSettings;

/** Records and decoders of the tests in this package. */
public final class Decoding {

    static final String TOPIC = "shop.public.customers";

    private Decoding() {}

    public static RecordDecoder decoder() {
        return decoder(DefaultSettings.TYPES);
    }

    public static RecordDecoder decoder(TypeSettings types) {
        return new RecordDecoder(new DecoderSettings(Set.of(), types));
    }

    public static TypeSettings decimals(DecimalMode mode) {
        return new TypeSettings(mode, NestedMode.FLATTEN, ListOfStructsMode.JSON);
    }

    public static TypeSettings nested(NestedMode mode) {
        return new TypeSettings(DecimalMode.STRING, mode, ListOfStructsMode.JSON);
    }

    public static TypeSettings listOfStructs(ListOfStructsMode mode) {
        return new TypeSettings(DecimalMode.STRING, NestedMode.FLATTEN, mode);
    }

    public static SinkRecord record(Schema keySchema, Object key, Schema valueSchema, Object value) {
        return record(TOPIC, keySchema, key, valueSchema, value);
    }

    public static SinkRecord record(String topic, Schema keySchema, Object key, Schema valueSchema, Object value) {
        return new SinkRecord(
                topic, 3, keySchema, key, valueSchema, value, 42, 1_700_000_000_123L, TimestampType.CREATE_TIME);
    }

    public static SinkRecord record(Object key, Object value) {
        return record(null, key, null, value);
    }

    /** What JsonConverter without schemas makes of the text. */
    public static Object json(String text) {
        return converted(text);
    }

    /** What JsonConverter with schemas makes of data with a schema that is written and read as JSON. */
    public static Struct throughJson(Struct struct) {
        try (var converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", true), false);
            var written = converter.fromConnectData(TOPIC, struct.schema(), struct);
            return (Struct) converter.toConnectData(TOPIC, written).value();
        }
    }

    /** What JsonConverter without schemas makes of data with a schema that is written and read as JSON. */
    public static Object throughPlainJson(Struct struct) {
        try (var converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", false), false);
            var written = converter.fromConnectData(TOPIC, struct.schema(), struct);
            return converter.toConnectData(TOPIC, written).value();
        }
    }

    /** Data with a schema as JSON text without schemas. */
    public static String jsonText(Struct struct) {
        try (var converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", false), false);
            return new String(converter.fromConnectData(TOPIC, struct.schema(), struct), StandardCharsets.UTF_8);
        }
    }

    private static Object converted(String text) {
        try (var converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", false), false);
            return converter
                    .toConnectData(TOPIC, text.getBytes(StandardCharsets.UTF_8))
                    .value();
        }
    }

    /** The single field {@code v} of a struct. */
    public static Struct struct(Schema schema, Object value) {
        var outer = SchemaBuilder.struct().name("test.Value").field("v", schema).build();
        return new Struct(outer).put("v", value);
    }

    /** The value of the field {@code v}, decoded. */
    public static Object decoded(Schema schema, Object value) {
        return decoded(DefaultSettings.TYPES, schema, value);
    }

    public static Object decoded(TypeSettings types, Schema schema, Object value) {
        var struct = struct(schema, value);
        return value(decoder(types).decode(record(null, "k", struct.schema(), struct)), "v");
    }

    /** The value of the field {@code v} of schemaless data, decoded. */
    public static Object decoded(Object value) {
        return decoded(DefaultSettings.TYPES, value);
    }

    public static Object decoded(TypeSettings types, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put("v", value);
        return value(decoder(types).decode(record("k", map)), "v");
    }

    public static Object value(ChangeEvent event, String... path) {
        var value = value(event);
        return value.layout().field(List.of(path)).orElseThrow().read(value);
    }

    /** The row after the change, or the plain value. */
    public static Image value(ChangeEvent event) {
        return event instanceof ChangeEvent.Upserted row ? row.after() : ((ChangeEvent.Appended) event).value();
    }

    /** What {@code *} writes: the dotted names and decoded values of all fields. */
    public static Map<String, Object> all(Image image) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : image.fields()) {
            values.put(String.join(".", field.path()), field.read(image));
        }
        return values;
    }
}
