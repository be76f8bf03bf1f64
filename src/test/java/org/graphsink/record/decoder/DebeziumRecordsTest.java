package org.graphsink.record.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.record.RecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebeziumRecordsTest {

    private static final Map<String, Object> KEY = Map.of("id", 1L);
    private static final Map<String, Object> ADA = Map.of("id", 1L, "name", "Ada");
    private static final Map<String, Object> AUGUSTA = Map.of("id", 1L, "name", "Augusta");

    /** The ways in which the same record reaches a connector. */
    enum EventForm {
        SCHEMA {
            @Override
            SinkRecord record(Struct key, Struct value) {
                return Decoding.record(key.schema(), key, value == null ? null : value.schema(), value);
            }
        },
        JSON_WITH_SCHEMAS {
            @Override
            SinkRecord record(Struct key, Struct value) {
                return SCHEMA.record(Decoding.throughJson(key), value == null ? null : Decoding.throughJson(value));
            }
        },
        PLAIN_JSON {
            @Override
            SinkRecord record(Struct key, Struct value) {
                return Decoding.record(
                        Decoding.throughPlainJson(key), value == null ? null : Decoding.throughPlainJson(value));
            }
        },
        JSON_TEXT {
            @Override
            SinkRecord record(Struct key, Struct value) {
                return Decoding.record(
                        Schema.STRING_SCHEMA,
                        Decoding.jsonText(key),
                        Schema.OPTIONAL_STRING_SCHEMA,
                        value == null ? null : Decoding.jsonText(value));
            }
        },
        JSON_BYTES {
            @Override
            SinkRecord record(Struct key, Struct value) {
                return Decoding.record(
                        Schema.BYTES_SCHEMA,
                        Decoding.jsonText(key).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Schema.OPTIONAL_BYTES_SCHEMA,
                        value == null
                                ? null
                                : Decoding.jsonText(value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        };

        abstract SinkRecord record(Struct key, Struct value);

        SinkRecord record(Struct value) {
            return record(Debezium.key(1), value);
        }
    }

    private static Decoded decode(SinkRecord record) {
        return Decoded.of(Decoding.decoder().decode(record));
    }

    @ParameterizedTest
    @EnumSource
    void aCreatedRowIsAnUpsert(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("c", null, Debezium.row(1, "Ada")))))
                .isEqualTo(Decoded.upserted(KEY, null, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void aRowReadByASnapshotIsAnUpsert(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("r", null, Debezium.row(1, "Ada")))))
                .isEqualTo(Decoded.upserted(KEY, null, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void anUpdatedRowIsAnUpsertWithTheRowBefore(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("u", Debezium.row(1, "Ada"), Debezium.row(1, "Augusta")))))
                .isEqualTo(Decoded.upserted(KEY, ADA, AUGUSTA));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedRowIsADeleteWithTheRowBefore(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("d", Debezium.row(1, "Ada"), null))))
                .isEqualTo(Decoded.deleted(KEY, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void aRowBeforeOfWhichOnlyTheKeyIsKnownHasNothingElse(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("d", Debezium.row(1, null), null))))
                .isEqualTo(Decoded.deleted(KEY, Map.of("id", 1L)));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedRowWithoutTheRowBeforeHasItsKey(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("d", null, null)))).isEqualTo(Decoded.deleted(KEY, null));
    }

    @ParameterizedTest
    @EnumSource
    void aTruncateIsATruncate(EventForm form) {
        assertThat(decode(form.record(Debezium.envelope("t", null, null)))).isEqualTo(Decoded.truncated(KEY));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOperationIsAnError(EventForm form) {
        var record = form.record(Debezium.envelope("x", null, null));

        assertThatThrownBy(() -> decode(record))
                .isInstanceOf(RecordException.class)
                .hasMessage("The operation of a Debezium record is none of c, r, u, d, t and m");
    }

    @ParameterizedTest
    @EnumSource
    void anUpsertWithoutARowIsAnError(EventForm form) {
        var record = form.record(Debezium.envelope("u", Debezium.row(1, "Ada"), null));

        assertThatThrownBy(() -> decode(record))
                .isInstanceOf(RecordException.class)
                .hasMessage("The Debezium envelope is of a created, updated or read row but has no field after");
    }

    @ParameterizedTest
    @EnumSource
    void aFlattenedRowIsAnUpsertWithoutItsMetadata(EventForm form) {
        assertThat(decode(form.record(Debezium.flattened(Schema.STRING_SCHEMA, "false", "u"))))
                .isEqualTo(Decoded.upserted(KEY, null, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void aFlattenedRowThatSaysInTextThatItIsDeletedIsADelete(EventForm form) {
        assertThat(decode(form.record(Debezium.flattened(Schema.STRING_SCHEMA, "true", null))))
                .isEqualTo(Decoded.deleted(KEY, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void aFlattenedRowThatSaysByABooleanThatItIsDeletedIsADelete(EventForm form) {
        assertThat(decode(form.record(Debezium.flattened(Schema.BOOLEAN_SCHEMA, true, "u"))))
                .isEqualTo(Decoded.deleted(KEY, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void aFlattenedRowOfADeleteOperationIsADelete(EventForm form) {
        assertThat(decode(form.record(Debezium.flattened(Schema.OPTIONAL_STRING_SCHEMA, null, "d"))))
                .isEqualTo(Decoded.deleted(KEY, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void metadataOfAFlattenedRowCanBeNamed(EventForm form) {
        var event = Decoding.decoder().decode(form.record(Debezium.flattened(Schema.STRING_SCHEMA, "false", "u")));

        assertThat(Decoding.value(event, "__source_ts_ms")).isEqualTo(5L);
    }

    @Test
    void aRecordWithTheOperationInAHeaderIsFlattened() {
        var record = Decoding.record(Debezium.KEY, Debezium.key(1), Debezium.ROW, Debezium.row(1, "Ada"));
        record.headers().addString("__op", "c");

        assertThat(decode(record)).isEqualTo(Decoded.upserted(KEY, null, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void aTombstoneHasNothingButItsKey(EventForm form) {
        assertThat(decode(form.record(null))).isEqualTo(Decoded.tombstone(KEY));
    }

    @ParameterizedTest
    @EnumSource
    void aLogicalMessageIsSkipped(EventForm form) {
        var message = SchemaBuilder.struct()
                .name("io.debezium.connector.postgresql.Message")
                .field("prefix", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        var schema = SchemaBuilder.struct()
                .name("io.debezium.connector.postgresql.MessageValue")
                .field("op", Schema.STRING_SCHEMA)
                .field("source", Debezium.SOURCE)
                .field("message", message)
                .build();

        assertThat(decode(form.record(new Struct(schema)
                        .put("op", "m")
                        .put("source", Debezium.source())
                        .put("message", new Struct(message)))))
                .isEqualTo(Decoded.skipped(KEY, "a Debezium logical message"));
    }

    @ParameterizedTest
    @EnumSource
    void aHeartbeatIsSkipped(EventForm form) {
        var key = SchemaBuilder.struct()
                .name("io.debezium.connector.common.ServerNameKey")
                .field("serverName", Schema.STRING_SCHEMA)
                .build();
        var value = SchemaBuilder.struct()
                .name("io.debezium.connector.common.Heartbeat")
                .field("ts_ms", Schema.INT64_SCHEMA)
                .build();

        assertThat(decode(form.record(new Struct(key).put("serverName", "shop"), new Struct(value).put("ts_ms", 1L))))
                .isEqualTo(Decoded.skipped(Map.of("serverName", "shop"), "a Debezium heartbeat"));
    }

    @Test
    void aSchemalessRecordOfAHeartbeatTopicIsSkipped() {
        var record = Decoding.record("__debezium-heartbeat.shop", null, null, null, Map.of("ts_ms", 1L));

        assertThat(decode(record)).isEqualTo(Decoded.skipped(null, "a Debezium heartbeat"));
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionMarkerIsSkipped(EventForm form) {
        var key = SchemaBuilder.struct()
                .name("io.debezium.connector.common.TransactionMetadataKey")
                .field("id", Schema.STRING_SCHEMA)
                .build();
        var value = SchemaBuilder.struct()
                .name("io.debezium.connector.common.TransactionMetadataValue")
                .field("status", Schema.STRING_SCHEMA)
                .field("id", Schema.STRING_SCHEMA)
                .field("event_count", Schema.OPTIONAL_INT64_SCHEMA)
                .field("ts_ms", Schema.INT64_SCHEMA)
                .build();

        assertThat(decode(form.record(
                        new Struct(key).put("id", "571:53195832"),
                        new Struct(value)
                                .put("status", "BEGIN")
                                .put("id", "571:53195832")
                                .put("ts_ms", 1L))))
                .isEqualTo(Decoded.skipped(Map.of("id", "571:53195832"), "a Debezium transaction marker"));
    }

    @Test
    void anEventThatMerelyHasAStatusIsPlain() {
        assertThat(decode(Decoding.record("k", Map.of("id", 1, "status", "END"))))
                .isEqualTo(Decoded.appended(Map.of("=", "k"), Map.of("id", 1L, "status", "END")));
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaChangeIsSkipped(EventForm form) {
        var value = SchemaBuilder.struct()
                .name("io.debezium.connector.mysql.SchemaChangeValue")
                .field("source", Debezium.SOURCE)
                .field("databaseName", Schema.OPTIONAL_STRING_SCHEMA)
                .field("ddl", Schema.OPTIONAL_STRING_SCHEMA)
                .build();

        assertThat(decode(form.record(new Struct(value)
                        .put("source", Debezium.source())
                        .put("databaseName", "shop")
                        .put("ddl", "DROP TABLE t"))))
                .isEqualTo(Decoded.skipped(KEY, "a Debezium schema change"));
    }

    @ParameterizedTest
    @EnumSource
    void aNotificationIsSkipped(EventForm form) {
        var data = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                .optional()
                .build();
        var value = SchemaBuilder.struct()
                .name("io.debezium.connector.common.Notification")
                .field("id", Schema.STRING_SCHEMA)
                .field("type", Schema.STRING_SCHEMA)
                .field("aggregate_type", Schema.STRING_SCHEMA)
                .field("additional_data", data)
                .field("timestamp", Schema.INT64_SCHEMA)
                .build();

        assertThat(decode(form.record(new Struct(value)
                        .put("id", "1")
                        .put("type", "STARTED")
                        .put("aggregate_type", "Initial Snapshot")
                        .put("additional_data", Map.of("connector_name", "shop"))
                        .put("timestamp", 1L))))
                .isEqualTo(Decoded.skipped(KEY, "a Debezium notification"));
    }

    @Test
    void aSchemalessNotificationOfAnOlderVersionIsSkipped() {
        assertThat(decode(Decoding.record(KEY, notification("additional_data", null))))
                .isEqualTo(Decoded.skipped(KEY, "a Debezium notification"));
    }

    @ParameterizedTest
    @CsvSource({"additional_data, some", "other, some", "timestamp, noon"})
    void anEventThatMerelyHasFieldsOfANotificationIsPlain(String field, String value) {
        var event = notification(field, value);

        assertThat(decode(Decoding.record(KEY, event))).isEqualTo(Decoded.appended(KEY, event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "updateDescription", "source"})
    void aMongoDbEventIsAnErrorThatSaysWhatToDo(String sign) {
        var source = SchemaBuilder.struct()
                .name("source".equals(sign) ? "io.debezium.connector.mongo.Source" : "Source")
                .field("connector", Schema.STRING_SCHEMA)
                .build();
        var schema = SchemaBuilder.struct()
                .name("shop.customers.Envelope")
                .field("op", Schema.STRING_SCHEMA)
                .field("source", source);
        if (!"source".equals(sign)) {
            schema.field(sign, Schema.OPTIONAL_STRING_SCHEMA);
        }
        var value =
                new Struct(schema.build()).put("op", "d").put("source", new Struct(source).put("connector", "mongodb"));

        for (var form : List.of(EventForm.SCHEMA, EventForm.PLAIN_JSON)) {
            var record = form.record(value);
            assertThatThrownBy(() -> decode(record))
                    .isInstanceOf(RecordException.class)
                    .hasMessage("Change events of Debezium's MongoDB connector are not supported as they are; flatten"
                            + " them with the transformation"
                            + " io.debezium.connector.mongodb.transforms.ExtractNewDocumentState and its"
                            + " delete.tombstone.handling.mode=rewrite");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEventWithFieldsNamedLikeAnEnvelopesIsPlain(EventForm form) {
        var schema = SchemaBuilder.struct()
                .field("op", Schema.STRING_SCHEMA)
                .field("source", Schema.STRING_SCHEMA)
                .field("after", Schema.STRING_SCHEMA)
                .build();

        assertThat(decode(form.record(
                        new Struct(schema).put("op", "c").put("source", "web").put("after", "noon"))))
                .isEqualTo(Decoded.appended(KEY, Map.of("op", "c", "source", "web", "after", "noon")));
    }

    private static Map<String, Object> notification(String field, Object value) {
        var notification = new HashMap<String, Object>(Map.of("id", "1", "type", "STARTED", "aggregate_type", "Order"));
        notification.put("additional_data", null);
        notification.put(field, value);
        return notification;
    }
}
