package org.graphsink.record.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.record.RecordException;
import org.graphsink.support.DefaultSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRecordsTest {

    private static final Map<String, Object> K = Map.of("=", "k");

    private static Decoded decode(SinkRecord record) {
        return Decoded.of(Decoding.decoder().decode(record));
    }

    @Test
    void aPlainValueIsAnEvent() {
        assertThat(decode(Decoding.record("k", Map.of("a", 1)))).isEqualTo(Decoded.appended(K, Map.of("a", 1L)));
    }

    @Test
    void aPlainValueOfARowTopicIsARow() {
        var decoder = new RecordDecoder(new DecoderSettings(Set.of(Decoding.TOPIC), DefaultSettings.TYPES));

        assertThat(Decoded.of(decoder.decode(Decoding.record("k", Map.of("a", 1)))))
                .isEqualTo(Decoded.upserted(K, null, Map.of("a", 1L)));
    }

    @Test
    void aRecordWithoutValueIsATombstone() {
        assertThat(decode(Decoding.record("k", null))).isEqualTo(Decoded.tombstone(K));
    }

    @Test
    void namesWithUnderscoresOfPlainValuesAreKept() {
        assertThat(decode(Decoding.record("k", Map.of("__kind", "x"))))
                .isEqualTo(Decoded.appended(K, Map.of("__kind", "x")));
    }

    @Test
    void aRecordWithoutKeyHasNoKeyImage() {
        assertThat(decode(Decoding.record(null, Map.of("a", 1)))).isEqualTo(Decoded.appended(null, Map.of("a", 1L)));
    }

    @Test
    void aRecordWithoutKeyAndValueIsSkipped() {
        assertThat(decode(Decoding.record(null, null)))
                .isEqualTo(Decoded.skipped(null, "a record without key and value"));
    }

    @Test
    void textThatIsAJsonObjectIsReadAsOne() {
        assertThat(decode(Decoding.record("{\"id\": 7}", " \n{\"a\": {\"b\": [1, 2]}, \"c\": null}")))
                .isEqualTo(Decoded.appended(Map.of("id", 7L), all("a.b", List.of(1L, 2L), "c", null)));
    }

    @Test
    void aKeyThatOnlyStartsLikeAJsonObjectIsText() {
        assertThat(decode(Decoding.record("{id", Map.of("a", 1))))
                .isEqualTo(Decoded.appended(Map.of("=", "{id"), Map.of("a", 1L)));
    }

    @Test
    void aValueThatOnlyStartsLikeAJsonObjectIsAnErrorThatDoesNotShowIt() {
        assertThatThrownBy(() -> decode(Decoding.record("k", "{\"secret\": ")))
                .isInstanceOf(RecordException.class)
                .hasMessage("The record value starts as a JSON object does but is not one; see to it that"
                        + " value.converter is the converter which the records were written with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema\": {\"type\": \"struct\", \"fields\": []}, \"payload\": {\"id\": 1}}",
                "{\"payload\": 1, \"schema\": {\"type\": \"int32\"}}"
            })
    void jsonWithItsSchemaThatWasReadWithoutIsAnError(String json) {
        assertThatThrownBy(() -> decode(Decoding.record(1L, json)))
                .isInstanceOf(RecordException.class)
                .hasMessage("The record value is JSON with its schema, which value.converter does not read as such; set"
                        + " value.converter=org.apache.kafka.connect.json.JsonConverter and"
                        + " value.converter.schemas.enable=true");
        assertThatThrownBy(() -> decode(Decoding.record(JsonObjects.read(json), Map.of("id", 1))))
                .isInstanceOf(RecordException.class)
                .hasMessage("The record key is JSON with its schema, which key.converter does not read as such; set"
                        + " key.converter=org.apache.kafka.connect.json.JsonConverter and"
                        + " key.converter.schemas.enable=true");
    }

    @Test
    void aValueThatMerelyHasASchemaAndAPayloadIsAnEvent() {
        var event = Map.<String, Object>of("schema", "any", "payload", 1L);

        assertThat(decode(Decoding.record(1L, event))).isEqualTo(Decoded.appended(Map.of("=", 1L), event));
    }

    @Test
    void otherTextIsAValueWithoutFields() {
        assertThat(decode(Decoding.record("k", "[1]"))).isEqualTo(Decoded.appended(K, Map.of("=", "[1]")));
        assertThat(Decoding.value(Decoding.decoder().decode(Decoding.record("k", "text")))
                        .fields())
                .isEmpty();
    }

    @Test
    void aPrimitiveKeyIsConvertedByItsSchema() {
        assertThat(decode(Decoding.record(Schema.INT32_SCHEMA, 5, null, Map.of("a", 1)))
                        .key())
                .isEqualTo(Map.of("=", 5L));
        assertThat(decode(Decoding.record(Date.SCHEMA, new java.util.Date(0), null, Map.of("a", 1)))
                        .key())
                .isEqualTo(Map.of("=", java.time.LocalDate.EPOCH));
    }

    @Test
    void anEventIsOfTheTopicThatTransformationsLeave() {
        var record = Decoding.record("k", Map.of("a", 1))
                .newRecord("renamed", 9, null, "k", null, Map.of("a", 1), null, null);

        assertThat(Decoding.decoder().decode(record).topic()).isEqualTo("renamed");
    }

    @Test
    void metadataTellsOfTheRecord() {
        var metadata =
                Decoding.decoder().decode(Decoding.record("k", Map.of("a", 1))).metadata();

        assertThat(metadata.topic()).isEqualTo(Decoding.TOPIC);
        assertThat(metadata.partition()).isEqualTo(3);
        assertThat(metadata.offset()).isEqualTo(42);
        assertThat(metadata.timestamp())
                .isEqualTo(ZonedDateTime.of(2023, 11, 14, 22, 13, 20, 123_000_000, ZoneOffset.UTC));
    }

    @Test
    void aRecordWithoutTimestampHasNone() {
        var record = new SinkRecord("t", 0, null, "k", null, Map.of("a", 1), 0, null, TimestampType.NO_TIMESTAMP_TYPE);

        assertThat(Decoding.decoder().decode(record).metadata().timestamp()).isNull();
    }

    @Test
    void headersAreReadByTheirSchemas() {
        var record = Decoding.record("k", Map.of("a", 1));
        var inner = SchemaBuilder.struct().field("x", Schema.INT8_SCHEMA).build();
        record.headers()
                .addString("source", "first")
                .addString("source", "last")
                .addInt("tries", 3)
                .add("day", new java.util.Date(0), Date.SCHEMA)
                .add("nested", new org.apache.kafka.connect.data.Struct(inner).put("x", (byte) 1), inner)
                .add("none", null, null);

        assertThat(Decoding.all(Decoding.decoder().decode(record).metadata().headers()))
                .isEqualTo(all(
                        "source", "last", "tries", 3L, "day", java.time.LocalDate.EPOCH, "nested.x", 1L, "none", null));
    }

    private static Map<String, Object> all(Object... namesAndValues) {
        var map = new java.util.HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
