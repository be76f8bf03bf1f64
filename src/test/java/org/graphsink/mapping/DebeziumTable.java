package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.pipeline.ChangeText;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.DefaultSettings;

/** A table whose changes arrive as Debezium writes them, and the text of what its patterns make of them. */
final class DebeziumTable {

    private static final String TOPIC = "shop.public.orders";

    private final DataForm form;
    private final Schema row;
    private final Schema envelope;
    private final List<String> key;
    private final GraphPipeline pipeline;
    private Map<String, String> headers = Map.of();

    /**
     * @param columns with their types, as in {@code id int64, name string}
     * @param key the columns of the record key, separated by blanks
     */
    DebeziumTable(DataForm form, String patterns, String columns, String key) {
        this(form, patterns, columns, key, DefaultSettings.MAPPING);
    }

    DebeziumTable(DataForm form, String patterns, String columns, String key, MappingSettings settings) {
        this(form, patterns, columns, key, settings, List.of());
    }

    /** @param others the patterns of other topics of the connector */
    DebeziumTable(
            DataForm form, String patterns, String columns, String key, MappingSettings settings, List<String> others) {
        this(form, pipeline(patterns, settings, others), columns, List.of(key.split(" ")));
    }

    /** @param rowKey what identifies a row, which the record key does not */
    static DebeziumTable rekeyed(DataForm form, String patterns, String columns, String key, String rowKey) {
        var strategy = new PatternStrategy(TopicPatterns.parse(patterns), Optional.of(RowKey.parse(rowKey)));
        var pipeline = GraphPipeline.of(
                Map.of(TOPIC, strategy), new DecoderSettings(Set.of(), DefaultSettings.TYPES), DefaultSettings.MAPPING);
        return new DebeziumTable(form, pipeline, columns, List.of(key.split(" ")));
    }

    private static GraphPipeline pipeline(String patterns, MappingSettings settings, List<String> others) {
        var topics = new HashMap<String, PatternStrategy>();
        others.forEach(other -> topics.put("topic" + topics.size(), patterns(other)));
        topics.put(TOPIC, patterns(patterns));
        return GraphPipeline.of(topics, new DecoderSettings(Set.of(), DefaultSettings.TYPES), settings);
    }

    private DebeziumTable(DataForm form, GraphPipeline pipeline, String columns, List<String> key) {
        this.form = form;
        this.pipeline = pipeline;
        this.key = key;
        var builder = SchemaBuilder.struct().name(TOPIC + ".Value").optional();
        for (String column : columns.split(", *")) {
            var nameAndType = column.split(" ");
            builder.field(nameAndType[0], type(nameAndType[1]));
        }
        this.row = builder.build();
        this.envelope = SchemaBuilder.struct()
                .name(TOPIC + ".Envelope")
                .field("before", row)
                .field("after", row)
                .field(
                        "source",
                        SchemaBuilder.struct()
                                .field("connector", Schema.STRING_SCHEMA)
                                .build())
                .field("op", Schema.STRING_SCHEMA)
                .build();
    }

    /** The same table after {@code ALTER TABLE}. */
    DebeziumTable altered(String columns) {
        return new DebeziumTable(form, pipeline, columns, key);
    }

    private static PatternStrategy patterns(String text) {
        return new PatternStrategy(TopicPatterns.parse(text));
    }

    /** A map is one of texts; a struct type has its fields' types between angle brackets, as in {@code struct<city:string;zip:string>}. */
    private static Schema type(String type) {
        if (type.equals("map")) {
            return SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA)
                    .optional()
                    .build();
        }
        if (type.startsWith("struct<")) {
            var builder = SchemaBuilder.struct().optional();
            for (String field : fields(type.substring(7, type.length() - 1))) {
                var nameAndType = field.split(":", 2);
                builder.field(nameAndType[0], type(nameAndType[1]));
            }
            return builder.build();
        }
        return new SchemaBuilder(Schema.Type.valueOf(type.toUpperCase(Locale.ROOT)))
                .optional()
                .build();
    }

    private static List<String> fields(String text) {
        var fields = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ';' : text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ';' && depth == 0) {
                fields.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return fields;
    }

    /** Names and values by turns. */
    static Map<String, Object> row(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    DebeziumTable withHeaders(Map<String, String> more) {
        headers = more;
        return this;
    }

    String inserted(Map<String, Object> after) {
        return mapped(change("c", null, after));
    }

    /** @param before null where the table captures no before images */
    String updated(Map<String, Object> before, Map<String, Object> after) {
        return mapped(change("u", before, after));
    }

    /** A delete of a table with {@code REPLICA IDENTITY FULL}. */
    String deleted(Map<String, Object> before) {
        return mapped(change("d", before, null));
    }

    /** A delete of a table with the default replica identity: every column but the key is null. */
    String deletedByKey(Object... keyValues) {
        var before = row(keyValues);
        row.fields().forEach(field -> before.putIfAbsent(field.name(), null));
        return mapped(change("d", before, null));
    }

    /** A delete without before image. */
    String deletedWithoutImage(Object... keyValues) {
        var value = change("d", null, null).value();
        return mapped(record(key(row(keyValues)), value));
    }

    String tombstone(Object... keyValues) {
        return mapped(record(key(row(keyValues)), null));
    }

    String truncated() {
        return mapped(record(null, change("t", null, null).value()));
    }

    /** A record that is no change of a row. */
    String event(Map<String, Object> value) {
        return mapped(record(key(value), formed(row, value)));
    }

    String event(Object primitiveKey, Map<String, Object> value) {
        return mapped(record(primitiveKey, formed(row, value)));
    }

    /** The message of the record's error. */
    static String error(Supplier<String> mapped) {
        return catchThrowableOfType(RecordException.class, mapped::get).getMessage();
    }

    private SinkRecord change(String operation, Map<String, Object> before, Map<String, Object> after) {
        var image = after != null ? after : before;
        Object value;
        if (form == DataForm.STRUCT) {
            value = new Struct(envelope)
                    .put("before", formed(row, before))
                    .put("after", formed(row, after))
                    .put("source", new Struct(envelope.field("source").schema()).put("connector", "postgresql"))
                    .put("op", operation);
        } else {
            value = row("before", before, "after", after, "source", Map.of("connector", "postgresql"), "op", operation);
        }
        return record(image == null ? null : key(image), value);
    }

    private Object key(Map<String, Object> values) {
        var fields = new LinkedHashMap<String, Object>();
        key.stream().filter(values::containsKey).forEach(name -> fields.put(name, values.get(name)));
        var schema = SchemaBuilder.struct().name(TOPIC + ".Key");
        key.stream()
                .filter(name -> row.field(name) != null)
                .forEach(name -> schema.field(name, row.field(name).schema()));
        return fields.isEmpty() ? null : formed(schema.build(), fields);
    }

    private Object formed(Schema schema, Map<String, Object> values) {
        if (form == DataForm.MAP || values == null) {
            return values;
        }
        var struct = new Struct(schema);
        values.forEach((name, value) -> {
            var field = schema.field(name);
            if (field == null) {
                throw new IllegalArgumentException("The table has no column " + name);
            }
            struct.put(field, nested(field.schema(), value));
        });
        return struct;
    }

    private static Object nested(Schema schema, Object value) {
        if (!(value instanceof Map<?, ?> map) || schema.type() == Schema.Type.MAP) {
            return value;
        }
        var struct = new Struct(schema);
        map.forEach((name, field) ->
                struct.put((String) name, nested(schema.field((String) name).schema(), field)));
        return struct;
    }

    private SinkRecord record(Object key, Object value) {
        var record = new SinkRecord(
                TOPIC,
                3,
                key instanceof Struct struct ? struct.schema() : null,
                key,
                value instanceof Struct struct ? struct.schema() : null,
                value,
                42,
                1_700_000_000_123L,
                TimestampType.CREATE_TIME);
        headers.forEach((name, header) -> record.headers().addString(name, header));
        return record;
    }

    private String mapped(SinkRecord record) {
        return ChangeText.of(pipeline.changes(record));
    }
}
