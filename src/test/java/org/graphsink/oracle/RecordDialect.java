package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.oracle.SourceTables.RowChange;

/**
 * How changes of rows are written as records.
 *
 * @param fullBefore whether before images have all columns; otherwise deletes have the key's and updates none
 * @param schemas whether records have schemas
 * @param tombstones whether one follows each delete
 * @param snapshots whether inserts look like reads of a snapshot
 * @param leavesOutForeignKeys whether a null foreign key is left out of schemaless data
 * @param leavesOutLarge whether an unchanged large value is
 * @param textHeaders whether keys in headers are text, as some converters read them
 */
record RecordDialect(
        Form form,
        boolean fullBefore,
        boolean schemas,
        boolean tombstones,
        boolean snapshots,
        boolean leavesOutForeignKeys,
        boolean leavesOutLarge,
        boolean textHeaders) {

    enum Form {
        ENVELOPE,
        FLATTENED,
        /** Rows as they are; what tells of a delete is its tombstone. */
        PLAIN
    }

    private static final String UNAVAILABLE = "__debezium_unavailable_value";
    /** Tables whose nodes have another key: what their records do not tell is not carried to that of another row. */
    private static final Set<String> FOREIGN = Set.of("ratings");

    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    static RecordDialect of(Random random) {
        return new RecordDialect(
                Form.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** Whether updates show the row as it was. */
    boolean hasBefore() {
        return form == Form.ENVELOPE && fullBefore;
    }

    List<SinkRecord> records(List<RowChange> log) {
        var records = new ArrayList<SinkRecord>();
        var offsets = new HashMap<String, Long>();
        for (var change : log) {
            var row = change.after() == null ? change.before() : change.after();
            var key = value(change.table(), "Key", change.table().recordKey(row));
            for (var value : values(change)) {
                var topic = change.table().name();
                var record = new SinkRecord(
                        topic,
                        0,
                        key instanceof Struct struct ? struct.schema() : null,
                        key,
                        value instanceof Struct struct ? struct.schema() : null,
                        value,
                        offsets.merge(topic, 1L, Long::sum) - 1,
                        1L,
                        TimestampType.CREATE_TIME);
                if (change.other() != null) {
                    addOtherKey(record, change);
                }
                records.add(record);
            }
        }
        return records;
    }

    /** What ties the halves of a changed primary key together; converters of headers may differ from those of keys. */
    private void addOtherKey(SinkRecord record, RowChange change) {
        var name = change.after() == null ? "__debezium.newkey" : "__debezium.oldkey";
        var key = change.table().recordKey(change.other());
        if (textHeaders) {
            record.headers()
                    .addString(
                            name,
                            key.entrySet().stream()
                                    .map(field -> '"' + field.getKey() + "\": "
                                            + (field.getValue() instanceof String text
                                                    ? '"' + text + '"'
                                                    : field.getValue()))
                                    .collect(Collectors.joining(", ", "{", "}")));
        } else {
            var value = value(change.table(), "Key", key);
            record.headers().add(name, value, value instanceof Struct struct ? struct.schema() : null);
        }
    }

    private List<Object> values(RowChange change) {
        var table = change.table();
        boolean deleted = change.after() == null;
        if (table.events() || form == Form.PLAIN) {
            return deleted ? nothing() : List.of(value(table, "Value", after(change)));
        }
        var value = form == Form.ENVELOPE ? envelope(change) : flattened(change);
        if (!deleted || !tombstones) {
            return List.of(value);
        }
        var both = new ArrayList<Object>(List.of(value));
        both.add(null);
        return both;
    }

    private static List<Object> nothing() {
        var tombstone = new ArrayList<Object>();
        tombstone.add(null);
        return tombstone;
    }

    private Object envelope(RowChange change) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("before", before(change));
        envelope.put("after", change.after() == null ? null : after(change));
        envelope.put(
                "source",
                Map.of("connector", "postgresql", "table", change.table().name()));
        envelope.put("op", operation(change));
        envelope.put("ts_ms", 1L);
        if (!schemas) {
            return envelope;
        }
        var schema = schema(change.table(), "Envelope");
        var struct = new Struct(schema).put("op", envelope.get("op")).put("ts_ms", 1L);
        struct.put(
                "source",
                new Struct(schema.field("source").schema())
                        .put("connector", "postgresql")
                        .put("table", change.table().name()));
        struct.put("before", struct(schema(change.table(), "Value"), before(change)));
        return struct.put(
                "after", change.after() == null ? null : struct(schema(change.table(), "Value"), after(change)));
    }

    private Object flattened(RowChange change) {
        var row = new LinkedHashMap<>(change.after() == null ? before(change) : after(change));
        row.put("__deleted", change.after() == null ? "true" : "false");
        row.put("__op", operation(change));
        return value(change.table(), "Flattened", row);
    }

    private String operation(RowChange change) {
        if (change.after() == null) {
            return "d";
        }
        return change.before() != null ? "u" : snapshots ? "r" : "c";
    }

    private Map<String, Object> before(RowChange change) {
        if (change.before() == null || change.after() != null && !fullBefore) {
            return null;
        }
        if (fullBefore) {
            return change.before();
        }
        var keyed = new LinkedHashMap<>(change.before());
        keyed.replaceAll((name, value) -> change.table().column(name).key() ? value : null);
        return keyed;
    }

    private Map<String, Object> after(RowChange change) {
        var after = new LinkedHashMap<>(change.after());
        var former =
                change.other() == null || FOREIGN.contains(change.table().name()) ? change.before() : change.other();
        for (var column : change.table().columns()) {
            var value = after.get(column.name());
            if (value == null && leavesOutForeignKeys && !schemas && column.references() != null) {
                after.remove(column.name());
            } else if (leavesOutLarge && column.domain() == Domain.LARGE && value != null) {
                // What a relationship has is not carried over to that of a row with another key.
                var earlier = column.with() == null ? former : change.before();
                if (earlier != null
                        && (column.with() == null || earlier.get(column.with()) != null)
                        && value.equals(earlier.get(column.name()))) {
                    after.put(column.name(), UNAVAILABLE);
                }
            }
        }
        return after;
    }

    private Object value(SourceTable table, String part, Map<String, Object> row) {
        return schemas ? struct(schema(table, part), row) : row;
    }

    private static Struct struct(Schema schema, Map<String, Object> row) {
        if (row == null) {
            return null;
        }
        var struct = new Struct(schema);
        row.forEach(struct::put);
        return struct;
    }

    private static synchronized Schema schema(SourceTable table, String part) {
        var name = "shop.public." + table.name() + "." + part;
        var known = SCHEMAS.get(name);
        if (known == null) {
            known = part.equals("Envelope") ? envelopeSchema(table, name) : rowSchema(table, part, name);
            SCHEMAS.put(name, known);
        }
        return known;
    }

    private static Schema rowSchema(SourceTable table, String part, String name) {
        var schema = SchemaBuilder.struct().name(name);
        for (var column : table.columns()) {
            if (!part.equals("Key") || table.isInRecordKey(column)) {
                schema.field(column.name(), schema(column.domain()));
            }
        }
        if (part.equals("Flattened")) {
            schema.field("__deleted", Schema.OPTIONAL_STRING_SCHEMA).field("__op", Schema.OPTIONAL_STRING_SCHEMA);
        }
        return part.equals("Value") ? schema.optional().build() : schema.build();
    }

    private static Schema schema(Domain domain) {
        return switch (domain) {
            case MAP ->
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                        .optional()
                        .build();
            case ID, NUMBER -> Schema.OPTIONAL_INT64_SCHEMA;
            default -> Schema.OPTIONAL_STRING_SCHEMA;
        };
    }

    private static Schema envelopeSchema(SourceTable table, String name) {
        return SchemaBuilder.struct()
                .name(name)
                .field("before", schema(table, "Value"))
                .field("after", schema(table, "Value"))
                .field(
                        "source",
                        SchemaBuilder.struct()
                                .name("io.debezium.connector.postgresql.Source")
                                .field("connector", Schema.STRING_SCHEMA)
                                .field("table", Schema.STRING_SCHEMA)
                                .build())
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
    }
}
