package org.graphsink.record.decoder;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;
import org.graphsink.record.Metadata;
import org.graphsink.record.RecordException;
import org.graphsink.record.image.Layouts;

/**
 * Tells what a record says about its row or event, and gives its key and value as images.
 *
 * <p>Debezium records are recognised with and without schema, as envelopes and as {@code ExtractNewRecordState} leaves
 * them; text and bytes that hold a JSON object are read as one. Values are converted when an image's field is read, so
 * that a value which Neo4j cannot store matters only where a pattern uses it.
 *
 * <p>A decoder remembers schemas: it belongs to one task and is not safe for several threads.
 */
public final class RecordDecoder {

    private static final int MOST_SCHEMAS = 10_000;

    private final DecoderSettings settings;
    private final Layouts layouts;
    private final KeyChanges keyChanges = new KeyChanges();
    private final Map<Schema, Known> schemas = new IdentityHashMap<>();

    /** What the schema of a value tells of all records that have it. */
    private record Known(RecordKind kind, DebeziumFields fields) {}

    public RecordDecoder(DecoderSettings settings) {
        this.settings = settings;
        this.layouts = new Layouts(settings.types());
    }

    /**
     * @return the event; its images read the record's own data, which must not change meanwhile
     * @throws RecordException where the record is none that can be mapped
     */
    public ChangeEvent decode(SinkRecord record) {
        var value = record.value();
        if (value == null) {
            return record.key() == null
                    ? skipped(record, "a record without key and value")
                    : new ChangeEvent.Tombstone(key(record), metadata(record));
        }
        if (value instanceof Struct struct) {
            var known = known(struct.schema());
            return event(record, known.kind(), known.fields(), struct);
        }
        var map = value instanceof Map<?, ?> read ? read : JsonObjects.read(value);
        if (map != null) {
            JsonObjects.requireWithoutSchema(map, "value");
            var kind = RecordKind.of(map, record.key(), record.originalTopic());
            return event(record, kind, DebeziumFields.OF_MAPS, map);
        }
        if (JsonObjects.isLikely(value)) {
            throw new RecordException("The record value starts as a JSON object does but is not one; see to it that"
                    + " value.converter is the converter which the records were written with");
        }
        return plain(record, layouts.scalar("__value", record.valueSchema(), value));
    }

    private ChangeEvent event(SinkRecord record, RecordKind kind, DebeziumFields fields, Object value) {
        return switch (kind) {
            case ENVELOPE -> envelope(record, fields, value);
            case FLATTENED -> {
                var deleted = fields.deleted().apply(value);
                yield flattened(record, deleted, fields.flattenedOperation().apply(value), value);
            }
            case PLAIN -> {
                var operation = header(record, "__op");
                var deleted = header(record, "__deleted");
                yield operation == null && deleted == null
                        ? plain(record, image(value))
                        : flattened(record, deleted, operation, value);
            }
            case MONGODB ->
                throw new RecordException("Change events of Debezium's MongoDB connector are not supported"
                        + " as they are; flatten them with the transformation"
                        + " io.debezium.connector.mongodb.transforms.ExtractNewDocumentState and its"
                        + " delete.tombstone.handling.mode=rewrite");
            case HEARTBEAT, TRANSACTION, SCHEMA_CHANGE, NOTIFICATION, LOGICAL_MESSAGE ->
                skipped(record, kind.skipped());
        };
    }

    private ChangeEvent envelope(SinkRecord record, DebeziumFields fields, Object value) {
        var row = fields.before().apply(value);
        var before = image(row);
        var after = image(fields.after().apply(value));
        var operation = Operation.of(fields.operation().apply(value));
        return switch (operation) {
            case CREATE, READ, UPDATE -> {
                if (!after.exists()) {
                    throw new RecordException(
                            "The Debezium envelope is of a created, updated or read row but has no field after");
                }
                yield upserted(record, operation, before, after);
            }
            case DELETE -> deleted(record, row, before);
            case TRUNCATE -> new ChangeEvent.Truncated(key(record), metadata(record));
            case MESSAGE -> skipped(record, RecordKind.LOGICAL_MESSAGE.skipped());
        };
    }

    private ChangeEvent flattened(SinkRecord record, Object deleted, Object op, Object value) {
        var row = value instanceof Struct struct
                ? layouts.withoutMetadata(struct)
                : layouts.withoutMetadata((Map<?, ?>) value);
        boolean isDeleted = Boolean.TRUE.equals(deleted) || "true".equals(deleted);
        var operation = isDeleted ? Operation.DELETE : op == null ? Operation.UPDATE : Operation.of(op);
        return switch (operation) {
            case CREATE, READ, UPDATE -> upserted(record, operation, Image.NONE, row);
            case DELETE -> deleted(record, value, row);
            case TRUNCATE -> new ChangeEvent.Truncated(key(record), metadata(record));
            case MESSAGE -> skipped(record, RecordKind.LOGICAL_MESSAGE.skipped());
        };
    }

    private ChangeEvent upserted(SinkRecord record, Operation operation, Image before, Image after) {
        return new ChangeEvent.Upserted(key(record), metadata(record), operation.isOfNewRow(), before, after);
    }

    /** A deletion tells as much of its row as is not filled in. */
    private ChangeEvent deleted(SinkRecord record, Object row, Image before) {
        var key = keyObject(record);
        return new ChangeEvent.Deleted(key(record, key), metadata(record), KeyImage.is(row, key) ? image(key) : before);
    }

    private ChangeEvent plain(SinkRecord record, Image value) {
        return settings.rowTopics().contains(record.topic())
                ? new ChangeEvent.Upserted(key(record), metadata(record), false, Image.NONE, value)
                : new ChangeEvent.Appended(key(record), metadata(record), value);
    }

    private ChangeEvent skipped(SinkRecord record, String reason) {
        return new ChangeEvent.Skipped(key(record), metadata(record), reason);
    }

    private Metadata metadata(SinkRecord record) {
        return new RecordMetadata(record, layouts, keyChanges);
    }

    private Image key(SinkRecord record) {
        return key(record, keyObject(record));
    }

    private Image key(SinkRecord record, Object key) {
        if (key instanceof Map<?, ?> map) {
            JsonObjects.requireWithoutSchema(map, "key");
        }
        return key == null || key instanceof Struct || key instanceof Map
                ? image(key)
                : layouts.scalar("__key", record.keySchema(), key);
    }

    /** A struct or map where the key is one or is its JSON text. */
    private static Object keyObject(SinkRecord record) {
        var key = record.key();
        if (key == null || key instanceof Struct || key instanceof Map) {
            return key;
        }
        var object = JsonObjects.read(key);
        return object == null ? key : object;
    }

    private Image image(Object value) {
        if (value == null) {
            return Image.NONE;
        }
        if (value instanceof Struct struct) {
            return layouts.of(struct);
        }
        if (value instanceof Map<?, ?> map) {
            return layouts.of(map);
        }
        throw new RecordException("The fields before and after of a Debezium envelope must hold rows");
    }

    private Known known(Schema schema) {
        var known = schemas.get(schema);
        if (known == null) {
            if (schemas.size() >= MOST_SCHEMAS) {
                schemas.clear();
            }
            known = new Known(RecordKind.of(schema), DebeziumFields.of(schema));
            schemas.put(schema, known);
        }
        return known;
    }

    private static Object header(SinkRecord record, String name) {
        var header = record.headers().isEmpty() ? null : record.headers().lastWithName(name);
        return header == null ? null : header.value();
    }
}
