package org.graphsink.record.decoder;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;

/**
 * What a record value is: a change event of Debezium, a message that Debezium writes beside them, or plain data.
 *
 * @see <a
 *     href="https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-events">Debezium
 *     change events</a>
 */
enum RecordKind {
    /** A row before and after a change. */
    ENVELOPE(null),
    /** A change event of Debezium's MongoDB connector, which carries documents as text. */
    MONGODB(null),
    /** A row as {@code ExtractNewRecordState} leaves it, with {@code __deleted} or {@code __op}. */
    FLATTENED(null),
    PLAIN(null),
    HEARTBEAT("a Debezium heartbeat"),
    TRANSACTION("a Debezium transaction marker"),
    SCHEMA_CHANGE("a Debezium schema change"),
    NOTIFICATION("a Debezium notification"),
    LOGICAL_MESSAGE("a Debezium logical message");

    private static final String HEARTBEAT_TOPIC = "__debezium-heartbeat";
    private static final Set<String> TRANSACTION_FIELDS =
            Set.of("status", "id", "event_count", "data_collections", "ts_ms");

    private static final Set<String> ENVELOPE_FIELDS =
            Set.of("before", "after", "source", "op", "ts_ms", "ts_us", "ts_ns", "transaction");

    private static final Set<String> NOTIFICATION_FIELDS = Set.of("id", "aggregate_type", "type", "additional_data");

    private final String skipped;

    RecordKind(String skipped) {
        this.skipped = skipped;
    }

    /** Why such records hold nothing to map; null for those that do. */
    String skipped() {
        return skipped;
    }

    static RecordKind of(Schema schema) {
        String name = schema.name() == null ? "" : schema.name();
        if (name.equals("io.debezium.connector.common.Heartbeat")) {
            return HEARTBEAT;
        } else if (isOfConnector(name, ".TransactionMetadataValue")) {
            return TRANSACTION;
        } else if (isOfConnector(name, ".SchemaChangeValue")) {
            return SCHEMA_CHANGE;
        } else if (name.equals("io.debezium.connector.common.Notification")) {
            return NOTIFICATION;
        }
        return of(Outline.of(schema));
    }

    /** Each of Debezium's connectors has a package of its own. */
    private static boolean isOfConnector(String name, String end) {
        return name.startsWith("io.debezium.connector.") && name.endsWith(end);
    }

    static RecordKind of(Map<?, ?> value, Object key, String topic) {
        if (value.size() == 1 && value.containsKey("ts_ms")) {
            var server = key instanceof Map<?, ?> map ? map : JsonObjects.read(key);
            boolean isServer = server != null && server.keySet().equals(Set.of("serverName"));
            return isServer || topic.startsWith(HEARTBEAT_TOPIC) ? HEARTBEAT : PLAIN;
        }
        if (isTransaction(value)) {
            return TRANSACTION;
        }
        if (value.containsKey("ddl") && value.containsKey("databaseName") && value.get("source") instanceof Map) {
            return SCHEMA_CHANGE;
        }
        if (isNotification(value)) {
            return NOTIFICATION;
        }
        return of(Outline.of(value));
    }

    private static boolean isTransaction(Map<?, ?> value) {
        return ("BEGIN".equals(value.get("status")) || "END".equals(value.get("status")))
                && value.containsKey("id")
                && (value.containsKey("event_count") || value.containsKey("data_collections"))
                && TRANSACTION_FIELDS.containsAll(value.keySet());
    }

    /** Without a schema, nothing but its fields tells a notification; older versions have no timestamp. */
    private static boolean isNotification(Map<?, ?> value) {
        return value.keySet().containsAll(NOTIFICATION_FIELDS)
                && value.size() == NOTIFICATION_FIELDS.size() + (value.get("timestamp") instanceof Number ? 1 : 0)
                && value.get("id") instanceof String
                && value.get("aggregate_type") instanceof String
                && value.get("type") instanceof String
                && (value.get("additional_data") == null || value.get("additional_data") instanceof Map);
    }

    private static RecordKind of(Outline value) {
        if (isEnvelopeWithoutSource(value)) {
            return ENVELOPE;
        }
        if (value.isText("op") && value.isNested("source")) {
            if (isOfMongoDb(value)) {
                return MONGODB;
            }
            if (value.has("before") || value.has("after")) {
                return ENVELOPE;
            }
            if (value.isNested("message")) {
                return LOGICAL_MESSAGE;
            }
        }
        return value.isText("__deleted") || value.isBoolean("__deleted") || value.isText("__op") ? FLATTENED : PLAIN;
    }

    /** What other writers of the format leave out, or a transformation: nothing else may be there then. */
    private static boolean isEnvelopeWithoutSource(Outline value) {
        return !value.isNested("source")
                && value.mayBeOperation("op")
                && (value.isNested("before") || value.isNested("after") || isEmptyEnvelope(value))
                && value.isNestedOrNone("before")
                && value.isNestedOrNone("after")
                && (value.name().endsWith(".Envelope") || ENVELOPE_FIELDS.containsAll(value.fields()));
    }

    /** A truncate has no rows. */
    private static boolean isEmptyEnvelope(Outline value) {
        return value.has("before") && value.has("after");
    }

    private static boolean isOfMongoDb(Outline value) {
        return value.sourceConnector().equals("mongodb")
                || value.isText("after")
                || value.isText("before")
                || value.has("updateDescription")
                || value.has("patch");
    }
}
