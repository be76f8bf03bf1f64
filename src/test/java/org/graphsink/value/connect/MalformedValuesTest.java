package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedValuesTest {

    private static final String SECRET = "secret-4711";

    @ParameterizedTest
    @ValueSource(strings = {"IsoDate", "IsoTime", "IsoTimestamp", "ZonedTime", "ZonedTimestamp", "Interval"})
    void temporalTextThatIsNoneIsAnErrorThatDoesNotShowIt(String type) {
        assertThatThrownBy(() -> Decoding.decoded(TypeTable.text("io.debezium.time." + type), SECRET))
                .isInstanceOf(RecordException.class)
                .hasMessageStartingWith("Field v: ")
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    @Test
    void aStructuredDateThatDoesNotExistIsAnError() {
        var schema = SchemaBuilder.struct()
                .name("io.debezium.time.StructuredDate")
                .field("year", Schema.INT32_SCHEMA)
                .build();

        assertThatThrownBy(() -> Decoding.decoded(schema, new Struct(schema).put("year", 4711)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a Struct value is not of the form that its type asks for");
    }

    @Test
    void aSparseVectorWithADimensionOutsideIsAnError() {
        var schema = SchemaBuilder.struct()
                .name("io.debezium.data.SparseDoubleVector")
                .field("dimensions", Schema.INT16_SCHEMA)
                .field(
                        "vector",
                        SchemaBuilder.map(Schema.INT16_SCHEMA, Schema.FLOAT64_SCHEMA)
                                .build())
                .build();

        assertThatThrownBy(() -> Decoding.decoded(
                        schema, new Struct(schema).put("dimensions", (short) 3).put("vector", Map.of((short) 4, 1.0))))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a sparse vector names a dimension outside 1 to 3");
    }

    @Test
    void aVectorWithANullIsAnError() {
        var schema = SchemaBuilder.array(Schema.OPTIONAL_FLOAT32_SCHEMA)
                .name("io.debezium.data.FloatVector")
                .build();

        assertThatThrownBy(() -> Decoding.decoded(schema, java.util.Arrays.asList(1f, null)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a vector holds something other than numbers");
    }

    @Test
    void anUnusedValueThatCannotBeConvertedIsNoError() {
        var event = Decoding.decoder().decode(Decoding.record("k", Map.of("good", 1, "bad", List.of(1, "x"))));

        assertThat(Decoding.value(event, "good")).isEqualTo(1L);
    }

    @Test
    void aLogicalNameOverAnotherTypeMeansNothing() {
        assertThat(Decoding.decoded(
                        SchemaBuilder.string().name("io.debezium.time.Date").build(), "2024-02-29"))
                .isEqualTo("2024-02-29");
    }

    @Test
    void aTypeThatOnlyEndsLikeAKnownOneIsNotIt() {
        var schema = SchemaBuilder.struct()
                .name("com.example.Point")
                .field("x", Schema.FLOAT64_SCHEMA)
                .build();
        var struct = Decoding.struct(schema, new Struct(schema).put("x", 1.0));
        var image = Decoding.value(Decoding.decoder().decode(Decoding.record(null, "k", struct.schema(), struct)));

        assertThat(Decoding.all(image)).isEqualTo(Map.of("v.x", 1.0));
    }

    @Test
    void aHugeTextIsKept() {
        var text = "x".repeat(1_000_000);

        assertThat(Decoding.decoded(text)).isEqualTo(text);
    }

    @Test
    void imagesShowNoValues() {
        var map = Decoding.decoder().decode(Decoding.record("k", Map.of("a", SECRET)));
        var struct = Decoding.struct(Schema.STRING_SCHEMA, SECRET);
        var typed = Decoding.decoder().decode(Decoding.record(null, SECRET, struct.schema(), struct));

        assertThat(map.toString()).doesNotContain(SECRET).contains("MapImage[a]");
        assertThat(typed.toString()).doesNotContain(SECRET).contains("StructImage[v]");
    }
}
