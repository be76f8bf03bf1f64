package org.graphsink.record.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.graphsink.support.DefaultSettings;
import org.graphsink.value.Absent;
import org.graphsink.value.connect.NestedMode;
import org.graphsink.value.connect.TypeSettings;
import org.junit.jupiter.api.Test;

class NestedDataTest {

    private static final Schema GEO = SchemaBuilder.struct()
            .field("lat", Schema.FLOAT64_SCHEMA)
            .field("lon", Schema.FLOAT64_SCHEMA)
            .optional()
            .build();
    private static final Schema ADDRESS = SchemaBuilder.struct()
            .field("city", Schema.OPTIONAL_STRING_SCHEMA)
            .field("geo", GEO)
            .optional()
            .build();
    private static final Schema CUSTOMER = SchemaBuilder.struct()
            .field("id", Schema.INT32_SCHEMA)
            .field("address", ADDRESS)
            .field("name", Schema.STRING_SCHEMA)
            .build();
    private static final Schema PRODUCT = SchemaBuilder.struct()
            .field("id", Schema.INT32_SCHEMA)
            .field(
                    "attributes",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA)
                            .optional()
                            .build())
            .field("price", Schema.FLOAT64_SCHEMA)
            .build();

    private static Struct customer() {
        return new Struct(CUSTOMER)
                .put("id", 1)
                .put("name", "Ada")
                .put(
                        "address",
                        new Struct(ADDRESS)
                                .put("city", "London")
                                .put("geo", new Struct(GEO).put("lat", 51.5).put("lon", -0.1)));
    }

    private static Struct product(Map<String, String> attributes) {
        return new Struct(PRODUCT).put("id", 1).put("attributes", attributes).put("price", 2.5);
    }

    private static Image image(TypeSettings types, Struct struct) {
        return Decoding.value(Decoding.decoder(types).decode(Decoding.record(null, "k", struct.schema(), struct)));
    }

    private static Image image(Struct struct) {
        return image(DefaultSettings.TYPES, struct);
    }

    private static Image image(Object map) {
        return Decoding.value(Decoding.decoder().decode(Decoding.record("k", map)));
    }

    @Test
    void structsAreFlattenedInSchemaOrder() {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("id", 1L);
        expected.put("address.city", "London");
        expected.put("address.geo.lat", 51.5);
        expected.put("address.geo.lon", -0.1);
        expected.put("name", "Ada");

        assertThat(Decoding.all(image(customer()))).containsExactlyEntriesOf(expected);
    }

    @Test
    void allLeavesOfANullStructAreNull() {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("id", 1L);
        expected.put("address.city", null);
        expected.put("address.geo.lat", null);
        expected.put("address.geo.lon", null);
        expected.put("name", "Ada");

        assertThat(Decoding.all(image(customer().put("address", null)))).containsExactlyEntriesOf(expected);
    }

    @Test
    void mapsInSchemalessDataAreFlattened() {
        var image = image(Decoding.json("{\"id\": 1, \"address\": {\"city\": \"London\", \"geo\": {\"lat\": 51.5}}}"));

        assertThat(Decoding.all(image)).isEqualTo(Map.of("id", 1L, "address.city", "London", "address.geo.lat", 51.5));
    }

    @Test
    void theMapsOfASchemaAreFlattenedByTheirEntries() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("colour", "red");
        attributes.put("size", null);
        var expected = new LinkedHashMap<String, Object>();
        expected.put("id", 1L);
        expected.put("attributes.colour", "red");
        expected.put("attributes.size", null);
        expected.put("price", 2.5);

        assertThat(Decoding.all(image(product(attributes)))).containsExactlyEntriesOf(expected);
    }

    @Test
    void aNullMapOfASchemaHasNoLeaves() {
        assertThat(Decoding.all(image(product(null)))).isEqualTo(Map.of("id", 1L, "price", 2.5));
    }

    @Test
    void theTypesOfAMapsEntriesAreThoseOfItsSchema() {
        var days = SchemaBuilder.map(
                        Schema.STRING_SCHEMA,
                        SchemaBuilder.int32().name("io.debezium.time.Date").build())
                .build();

        assertThat(Decoding.all(image(Decoding.struct(days, Map.of("born", 0)))))
                .isEqualTo(Map.of("v.born", java.time.LocalDate.EPOCH));
    }

    @Test
    void mapsWithKeysThatAreNoTextGoByTheTextOfTheirKeys() {
        var map = SchemaBuilder.map(Schema.INT32_SCHEMA, Schema.STRING_SCHEMA).build();

        assertThat(Decoding.all(image(Decoding.struct(map, Map.of(7, "seven")))))
                .isEqualTo(Map.of("v.7", "seven"));
    }

    @Test
    void imagesOfOneSchemaShareTheirFields() {
        var decoder = Decoding.decoder();
        var first = Decoding.value(decoder.decode(Decoding.record(null, "k", CUSTOMER, customer())));
        var second = Decoding.value(
                decoder.decode(Decoding.record(null, "k", CUSTOMER, customer().put("address", null))));

        assertThat(second.layout()).isSameAs(first.layout());
        assertThat(second.fields()).isSameAs(first.fields());
    }

    @Test
    void imagesOfEqualSchemasShareTheirFields() {
        var decoder = Decoding.decoder();
        var copy = Decoding.throughJson(customer());
        var first = Decoding.value(decoder.decode(Decoding.record(null, "k", CUSTOMER, customer())));
        var second = Decoding.value(decoder.decode(Decoding.record(null, "k", copy.schema(), copy)));

        assertThat(copy.schema()).isNotSameAs(CUSTOMER);
        assertThat(second.fields()).isSameAs(first.fields());
        assertThat(Decoding.all(second)).isEqualTo(Decoding.all(first));
    }

    @Test
    void schemalessImagesWithTheSameNamesShareTheirFields() {
        var decoder = Decoding.decoder();
        var first =
                Decoding.value(decoder.decode(Decoding.record("k", Decoding.json("{\"a\": 1, \"b\": {\"c\": 2}}"))));
        var second = Decoding.value(
                decoder.decode(Decoding.record("k", Decoding.json("{\"a\": null, \"b\": {\"c\": \"x\"}}"))));
        var other = Decoding.value(decoder.decode(Decoding.record("k", Decoding.json("{\"a\": 1, \"b\": null}"))));

        assertThat(second.fields()).isSameAs(first.fields());
        assertThat(other.fields()).isNotSameAs(first.fields());
        assertThat(other.layout()).isSameAs(first.layout());
    }

    @Test
    void namesThatAreValuesDoNotFillTheMemoryButKeepWorking() {
        var decoder = Decoding.decoder();
        for (int i = 0; i < 60_000; i++) {
            var image = Decoding.value(decoder.decode(Decoding.record("k", Map.of("n" + i, i))));

            assertThat(Decoding.all(image)).isEqualTo(Map.of("n" + i, (long) i));
        }
    }

    @Test
    void nestedDataIsJsonTextWhereTheSettingSaysSo() {
        assertThat(Decoding.all(image(Decoding.nested(NestedMode.JSON), customer())))
                .isEqualTo(Map.of(
                        "id",
                        1L,
                        "address",
                        "{\"city\":\"London\",\"geo\":{\"lat\":51.5,\"lon\":-0.1}}",
                        "name",
                        "Ada"));
    }

    @Test
    void aNullStructIsNullWhereNestedDataIsJsonText() {
        assertThat(Decoding.all(
                        image(Decoding.nested(NestedMode.JSON), customer().put("address", null))))
                .containsEntry("address", null);
    }

    @Test
    void nestedDataFailsWhereTheSettingSaysSo() {
        var image = image(Decoding.nested(NestedMode.FAIL), customer());

        assertThatThrownBy(() -> Decoding.all(image))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field address: it holds a struct or map, which neo4j.types.nested=fail refuses; set it to"
                        + " flatten or json, or leave the field out of the pattern");
    }

    @Test
    void aStructAsOneValueIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> Decoding.decoded(ADDRESS, customer().getStruct("address")))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a struct or map is no property value; name one of its fields, or write it as text"
                        + " with json()");
    }

    @Test
    void anEmptyMapAsOneValueIsMissing() {
        assertThat(Decoding.decoded(Map.of())).isEqualTo(Absent.MISSING);
    }

    @Test
    void aPathThatTheSchemaLacksIsNoField() {
        var layout = image(customer()).layout();

        assertThat(layout.field(List.of("address", "street"))).isEmpty();
        assertThat(layout.field(List.of("id", "x"))).isEmpty();
        assertThat(layout.field(List.of("address.city"))).isEmpty();
        assertThat(layout.field(List.of())).isEmpty();
    }

    @Test
    void aPathThatSchemalessDataLacksIsMissing() {
        var image = image(Decoding.json("{\"a\": {\"b\": 1}, \"n\": null}"));

        assertThat(read(image, "x")).isEqualTo(Absent.MISSING);
        assertThat(read(image, "a", "x")).isEqualTo(Absent.MISSING);
        assertThat(read(image, "a", "b", "x")).isEqualTo(Absent.MISSING);
        assertThat(read(image, "n")).isNull();
        assertThat(read(image, "n", "x")).isNull();
    }

    @Test
    void theLeavesBelowAStructHaveTheirFullPaths() {
        var image = image(customer());
        var layout = image.layout();

        assertThat(paths(layout.fieldsBelow(image, List.of("address"))))
                .containsExactly("address.city", "address.geo.lat", "address.geo.lon");
        assertThat(paths(layout.fieldsBelow(image, List.of("id")))).containsExactly("id");
        assertThat(layout.fieldsBelow(image, List.of("x"))).isEmpty();
        assertThat(layout.fieldsBelow(image, List.of("address")))
                .isSameAs(layout.fieldsBelow(image, List.of("address")));
    }

    @Test
    void theLeavesBelowAMapHaveTheirFullPaths() {
        var image = image(Decoding.json("{\"a\": {\"b\": {\"c\": 1}}, \"n\": null}"));
        var layout = image.layout();

        assertThat(paths(layout.fieldsBelow(image, List.of("a")))).containsExactly("a.b.c");
        assertThat(paths(layout.fieldsBelow(image, List.of("n")))).containsExactly("n");
        assertThat(layout.fieldsBelow(image, List.of("x"))).isEmpty();
    }

    @Test
    void theLeavesBelowAMapOfASchemaAreThoseOfTheRecord() {
        var image = image(product(Map.of("colour", "red")));

        assertThat(paths(image.layout().fieldsBelow(image, List.of("attributes"))))
                .containsExactly("attributes.colour");
    }

    @Test
    void anyPathCanBeReadAsJson() {
        var image = image(customer());

        assertThat(json(image, "address", "geo")).isEqualTo("{\"lat\":51.5,\"lon\":-0.1}");
        assertThat(json(image, "name")).isEqualTo("\"Ada\"");
        assertThat(json(image(customer().put("address", null)), "address")).isNull();
        assertThat(json(image(Decoding.json("{\"a\": {\"b\": [1, {\"c\": null}]}}")), "a"))
                .isEqualTo("{\"b\":[1,{\"c\":null}]}");
    }

    @Test
    void deepNestingIsFlattened() {
        Map<String, Object> map = Map.of("x", 1);
        for (int i = 0; i < 400; i++) {
            map = Map.of("x", map);
        }

        assertThat(Decoding.all(image(map))).isEqualTo(Map.of(String.join(".", Collections.nCopies(401, "x")), 1L));
    }

    @Test
    void endlessNestingIsAnError() {
        var map = new LinkedHashMap<String, Object>();
        map.put("x", map);
        var image = image(map);

        assertThatThrownBy(image::fields)
                .isInstanceOf(RecordException.class)
                .hasMessage("The record nests deeper than 500 levels; set neo4j.types.nested to json");
        assertThatThrownBy(() -> json(image, "x"))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field x: it cannot be written as JSON: it nests too deep");
    }

    @Test
    void anEndlessListIsAnError() {
        var list = new java.util.ArrayList<Object>();
        list.add(list);

        assertThatThrownBy(() -> Decoding.decoded(list))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: it cannot be written as JSON: it nests too deep");
    }

    @Test
    void aStructInsideAStructOfTheSameSchemaIsJsonText() {
        var tree = SchemaBuilder.struct().name("Tree").field("name", Schema.STRING_SCHEMA);
        tree.field(
                "left",
                SchemaBuilder.struct()
                        .name("Tree")
                        .field("name", Schema.STRING_SCHEMA)
                        .optional()
                        .build());
        var schema = tree.build();
        var left = new Struct(schema.field("left").schema()).put("name", "leaf");

        assertThat(Decoding.all(image(new Struct(schema).put("name", "root").put("left", left))))
                .isEqualTo(Map.of("name", "root", "left", "{\"name\":\"leaf\"}"));
    }

    @Test
    void aNullIsANullWhateverTheDefaultOfItsColumn() {
        var schema = SchemaBuilder.struct()
                .field(
                        "v",
                        SchemaBuilder.string().optional().defaultValue("new").build())
                .build();

        assertThat(Decoding.all(image(new Struct(schema).put("v", null)))).containsEntry("v", null);
    }

    private static Object read(Image image, String... path) {
        return image.layout().field(Arrays.asList(path)).orElseThrow().read(image);
    }

    private static Object json(Image image, String... path) {
        return image.layout().json(Arrays.asList(path)).orElseThrow().read(image);
    }

    private static List<String> paths(List<Field> fields) {
        return fields.stream().map(field -> String.join(".", field.path())).toList();
    }
}
