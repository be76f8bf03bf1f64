package org.graphsink.record.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.decoder.DebeziumRecordsTest.EventForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which fields make an envelope where it does not say what source it is from. */
class EnvelopeFieldsTest {

    private static final Map<String, Object> KEY = Map.of("id", 1L);
    private static final Map<String, Object> ADA = Map.of("id", 1L, "name", "Ada");
    private static final Map<String, Object> AUGUSTA = Map.of("id", 1L, "name", "Augusta");

    /** As Flink's format {@code debezium-json} writes it. */
    private static final Schema BARE = SchemaBuilder.struct()
            .field("before", Debezium.ROW)
            .field("after", Debezium.ROW)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private static Struct bare(String op, Struct before, Struct after) {
        return new Struct(BARE).put("before", before).put("after", after).put("op", op);
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateWithoutSourceIsAnUpsertWithTheRowBefore(EventForm form) {
        assertThat(decode(form, bare("u", Debezium.row(1, "Ada"), Debezium.row(1, "Augusta"))))
                .isEqualTo(Decoded.upserted(KEY, ADA, AUGUSTA));
    }

    @ParameterizedTest
    @EnumSource
    void aDeleteWithoutSourceIsADelete(EventForm form) {
        assertThat(decode(form, bare("d", Debezium.row(1, "Ada"), null))).isEqualTo(Decoded.deleted(KEY, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void anEnvelopeThatATransformationCutDownIsAnEnvelope(EventForm form) {
        var schema = SchemaBuilder.struct()
                .field("after", Debezium.ROW)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();

        assertThat(decode(
                        form,
                        new Struct(schema)
                                .put("after", Debezium.row(1, "Ada"))
                                .put("op", "c")
                                .put("ts_ms", 1L)))
                .isEqualTo(Decoded.upserted(KEY, null, ADA));
    }

    @Test
    void anEnvelopeOfDebeziumMayHaveMoreFieldsWithoutItsSource() {
        var schema = SchemaBuilder.struct()
                .name("shop.public.customers.Envelope")
                .field("before", Debezium.ROW)
                .field("after", Debezium.ROW)
                .field("op", Schema.STRING_SCHEMA)
                .field("origin", Schema.STRING_SCHEMA)
                .build();

        assertThat(decode(
                        EventForm.SCHEMA,
                        new Struct(schema)
                                .put("after", Debezium.row(1, "Ada"))
                                .put("op", "c")
                                .put("origin", "shop")))
                .isEqualTo(Decoded.upserted(KEY, null, ADA));
    }

    @ParameterizedTest
    @EnumSource
    void anEventWithMoreFieldsThanAnEnvelopeIsPlain(EventForm form) {
        var schema = SchemaBuilder.struct()
                .field("after", Debezium.ROW)
                .field("op", Schema.STRING_SCHEMA)
                .field("user", Schema.STRING_SCHEMA)
                .build();

        assertThat(decode(
                        form,
                        new Struct(schema)
                                .put("after", Debezium.row(1, "Ada"))
                                .put("op", "c")
                                .put("user", "ann")))
                .isEqualTo(
                        Decoded.appended(KEY, Map.of("after.id", 1L, "after.name", "Ada", "op", "c", "user", "ann")));
    }

    @Test
    void aSchemalessEventWhoseOperationIsNotDebeziumsIsPlain() {
        var event = new LinkedHashMap<String, Object>();
        event.put("op", "moved");
        event.put("before", Map.of("x", 1L));
        event.put("after", Map.of("x", 2L));

        assertThat(Decoded.of(Decoding.decoder().decode(Decoding.record(KEY, event))))
                .isEqualTo(Decoded.appended(KEY, Map.of("op", "moved", "before.x", 1L, "after.x", 2L)));
    }

    @ParameterizedTest
    @EnumSource
    void anEventWhoseSchemaIsNamedLikeOneOfDebeziumsIsPlain(EventForm form) {
        for (var name : new String[] {"org.bank.TransactionMetadataValue", "org.bank.SchemaChangeValue"}) {
            var schema = SchemaBuilder.struct()
                    .name(name)
                    .field("amount", Schema.INT64_SCHEMA)
                    .build();

            assertThat(decode(form, new Struct(schema).put("amount", 7L)))
                    .isEqualTo(Decoded.appended(KEY, Map.of("amount", 7L)));
        }
    }

    private static Decoded decode(EventForm form, Struct value) {
        return Decoded.of(Decoding.decoder().decode(form.record(value)));
    }
}
