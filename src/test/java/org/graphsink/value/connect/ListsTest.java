package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static final TypeSettings FAIL = Decoding.listOfStructs(ListOfStructsMode.FAIL);

    @Test
    void integersAndFloatsInOneListBecomeFloats() {
        assertThat(Decoding.decoded(Decoding.json("[1, 2.5, 3]"))).isEqualTo(List.of(1.0, 2.5, 3.0));
    }

    @Test
    void aListWithANullIsAnError() {
        assertThatThrownBy(() -> Decoding.decoded(Arrays.asList(1, null)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: the list holds a null, which a Neo4j list cannot");
    }

    @Test
    void aTypedListWithANullIsAnError() {
        assertThatThrownBy(
                        () -> Decoding.decoded(TypeTable.list(Schema.OPTIONAL_STRING_SCHEMA), Arrays.asList("a", null)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: the list holds a null, which a Neo4j list cannot");
    }

    @Test
    void aListOfMixedTypesIsAnError() {
        assertThatThrownBy(() -> Decoding.decoded(Decoding.json("[1, \"secret\"]")))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: the list mixes INTEGER and STRING; a Neo4j list holds values of one type");
    }

    @Test
    void timesWithinAndBeyondADayInOneListAreAnError() {
        var times = TypeTable.list(
                SchemaBuilder.int64().name("io.debezium.time.MicroTime").build());

        assertThatThrownBy(() -> Decoding.decoded(times, List.of(0L, 86_400_000_000L)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: the list mixes LOCAL TIME and DURATION; a Neo4j list holds values of one type");
    }

    @Test
    void pointsOfDifferentCoordinateSystemsInOneListAreAnError() {
        var wkb = "0101000000000000000000F83F0000000000000440";

        assertThatThrownBy(() -> Decoding.decoded(
                        TypeTable.list(TypeTable.geometry("Geometry")),
                        List.of(TypeTable.geometry("Geometry", wkb, 4326), TypeTable.geometry("Geometry", wkb, 7203))))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: the list mixes points of different coordinate systems");
    }

    @Test
    void aListOfStructsIsJsonText() {
        var item = SchemaBuilder.struct()
                .field("sku", Schema.STRING_SCHEMA)
                .field(
                        "day",
                        SchemaBuilder.int32()
                                .name("io.debezium.time.Date")
                                .optional()
                                .build())
                .build();

        assertThat(Decoding.decoded(
                        TypeTable.list(item),
                        List.of(new Struct(item).put("sku", "a").put("day", 1), new Struct(item).put("sku", "b"))))
                .isEqualTo("[{\"sku\":\"a\",\"day\":\"1970-01-02\"},{\"sku\":\"b\",\"day\":null}]");
    }

    @Test
    void aListOfMapsIsJsonText() {
        assertThat(Decoding.decoded(Decoding.json("[{\"a\": null}, {}, 1]"))).isEqualTo("[{\"a\":null},{},1]");
    }

    @Test
    void aListOfStructsFailsWhereTheSettingSaysSo() {
        assertThatThrownBy(() -> Decoding.decoded(FAIL, List.of(Map.of("a", "secret"))))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: it is a list of structs, lists or bytes, which neo4j.types.list-of-structs=fail"
                        + " refuses; set it to json, or leave the field out of the pattern");
    }

    @Test
    void anEmptyListOfStructsIsAnEmptyList() {
        var item = SchemaBuilder.struct().field("sku", Schema.STRING_SCHEMA).build();

        assertThat(Decoding.decoded(FAIL, TypeTable.list(item), List.of())).isEqualTo(List.of());
    }

    @Test
    void aListOfBitsIsJsonText() {
        var bits = SchemaBuilder.bytes()
                .name("io.debezium.data.Bits")
                .parameter("length", "2")
                .build();

        assertThat(Decoding.decoded(TypeTable.list(bits), List.of(new byte[] {3})))
                .isEqualTo("[\"Aw==\"]");
    }

    @Test
    void aListOfTheLengthOfThePlaceholderIsAList() {
        var numbers = IntStream.range(0, 28).boxed().toList();

        assertThat(Decoding.decoded(numbers))
                .isEqualTo(IntStream.range(0, 28).mapToObj(Long::valueOf).toList());
    }
}
