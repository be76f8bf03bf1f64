package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.decoder.Decoding;
import org.graphsink.value.Absent;
import org.junit.jupiter.api.Test;

class UnavailableValuesTest {

    private static final String TEXT = "__debezium_unavailable_value";
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final Schema HSTORE = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    @Test
    void text() {
        assertUnavailable(Decoding.decoded(Schema.STRING_SCHEMA, TEXT));
        assertUnavailable(Decoding.decoded(TEXT));
    }

    @Test
    void bytes() {
        assertUnavailable(Decoding.decoded(Schema.BYTES_SCHEMA, BYTES));
        assertUnavailable(Decoding.decoded(BYTES));
    }

    @Test
    void bytesAsPlainJsonWritesThem() {
        var struct = Decoding.struct(Schema.BYTES_SCHEMA, BYTES);
        var event = Decoding.decoder().decode(Decoding.record("k", Decoding.throughPlainJson(struct)));

        assertUnavailable(Decoding.value(event, "v"));
    }

    @Test
    void jsonColumn() {
        assertUnavailable(Decoding.decoded(TypeTable.text("io.debezium.data.Json"), TEXT));
    }

    @Test
    void hstoreAsJson() {
        assertUnavailable(
                Decoding.decoded(TypeTable.text("io.debezium.data.Json"), "{\"" + TEXT + "\":\"" + TEXT + "\"}"));
    }

    @Test
    void hstoreAsMap() {
        var map = Map.of(TEXT, TEXT);
        assertUnavailable(Decoding.decoded(HSTORE, map));
        assertUnavailable(Decoding.decoded(Decoding.nested(NestedMode.JSON), HSTORE, map));
        assertUnavailable(Decoding.decoded(map));
    }

    @Test
    void anEntryOfAnHstoreAsMap() {
        var struct = Decoding.struct(HSTORE, Map.of(TEXT, TEXT));
        var event = Decoding.decoder().decode(Decoding.record(null, "k", struct.schema(), struct));

        assertUnavailable(Decoding.value(event, "v", "colour"));
    }

    @Test
    void hstoreAsMapHasNoLeaves() {
        var struct = Decoding.struct(HSTORE, Map.of(TEXT, TEXT));
        var event = Decoding.decoder().decode(Decoding.record(null, "k", struct.schema(), struct));

        assertThat(Decoding.all(Decoding.value(event))).isEmpty();
    }

    @Test
    void listOfText() {
        assertUnavailable(Decoding.decoded(TypeTable.list(Schema.STRING_SCHEMA), List.of(TEXT)));
        assertUnavailable(Decoding.decoded(List.of(TEXT)));
    }

    @Test
    void listOfBytes() {
        assertUnavailable(Decoding.decoded(TypeTable.list(Schema.BYTES_SCHEMA), List.of(BYTES)));
    }

    @Test
    void listOfNumbers() {
        var bytes = TEXT.chars().boxed().toList();
        var longs = TEXT.chars().mapToObj(Long::valueOf).toList();

        assertUnavailable(Decoding.decoded(TypeTable.list(Schema.INT32_SCHEMA), bytes));
        assertUnavailable(Decoding.decoded(TypeTable.list(Schema.INT64_SCHEMA), longs));
        assertUnavailable(Decoding.decoded(longs));
    }

    @Test
    void listOfUuids() {
        var uuid = UUID.nameUUIDFromBytes(BYTES).toString();

        assertUnavailable(Decoding.decoded(TypeTable.list(TypeTable.text("io.debezium.data.Uuid")), List.of(uuid)));
    }

    @Test
    void typedText() {
        assertUnavailable(Decoding.decoded(TypeTable.text("io.debezium.data.EnumSet"), TEXT));
        assertUnavailable(Decoding.decoded(TypeTable.text("io.debezium.time.ZonedTimestamp"), TEXT));
    }

    @Test
    void jsonTextOfAStructWithSuchAPart() {
        var inner = SchemaBuilder.struct().field("note", Schema.STRING_SCHEMA).build();

        assertUnavailable(
                Decoding.decoded(Decoding.nested(NestedMode.JSON), inner, new Struct(inner).put("note", TEXT)));
    }

    private static void assertUnavailable(Object decoded) {
        assertThat(decoded).isEqualTo(Absent.UNAVAILABLE);
    }
}
