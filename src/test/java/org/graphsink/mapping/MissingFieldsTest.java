package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DataForm.MAP;
import static org.graphsink.mapping.DataForm.STRUCT;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What identifies needs its field. For any other property older and newer schemas meet in one topic, and schemaless data that
 * leaves a field out says nothing.
 */
class MissingFieldsTest {

    private static final String COLUMNS = "id int64, name string, customer_id int64";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    (:A {!idd})                          | (:A {!idd, *})                      | The key property idd (from idd) names
                    (:$(kind) {!id})                     | (:$(kind) {!id, *})                 | $(kind) names
                    (:A:$(kind) {!id})                   | (:A:$(kind) {!id, *})               | $(kind) names
                    (:A {!id}); (:B {!x: nam, id})       | (:B {!x: nam, id})                  | The key property x (from nam) names
                    (:A {!id})-[:R {}]->(:B {!x: cust})  | (:A {!id})-[:R {}]->(:B {!x: cust}) | The key property x (from cust) names
                    (:A {!id})-[:R {!k}]->(:B {!x: id})  | (:A {!id})-[:R {!k, *}]->(:B {!x: id}) | The key property k (from k) names
                    (:A {!id})-[:$(t) {}]->(:B {!x: id}) | (:A {!id})-[:$(t) {}]->(:B {!x: id})| $(t) names
                    """)
    void aFieldThatTheSchemaLacksIsTheErrorOfEveryRecord(String patterns, String named, String message) {
        var table = new DebeziumTable(STRUCT, patterns, COLUMNS, "id");
        var expected = "in the pattern " + named + ": " + message + " a field that the record's schema does not have";

        assertThat(error(() -> table.inserted(row("id", 1L, "name", "Ann", "customer_id", 7L))))
                .isEqualTo(expected);
        assertThat(error(() -> table.event(row("id", 1L, "name", "Ann", "customer_id", 7L))))
                .isEqualTo(expected);
    }

    @Test
    void aPropertyIsLeftAsItIsWhereTheSchemaLacksItsField() {
        var table = new DebeziumTable(STRUCT, "(:A {!id, nam, n: toString(nam), name})", COLUMNS, "id");

        assertThat(table.updated(null, row("id", 1L, "name", "Ann"))).isEqualTo("""
                upsert (:A {id: 1}) += {name: 'Ann'}
                """);
        assertThat(table.event(row("id", 1L, "name", "Ann"))).isEqualTo("""
                upsert (:A {id: 1}) += {name: 'Ann'}
                """);
    }

    @Test
    void aNameThatNoRecordHasHadIsWarnedAboutOnceWithTheNearestField() {
        try (var log = LogCapture.info()) {
            var table = new DebeziumTable(
                    STRUCT,
                    "(:A {!id, nam, x: toString(after.name)}); (:A {!id})-[:R {nam}]->(:B {!id: customer_id})",
                    COLUMNS,
                    "id");
            table.tombstone("id", 1L);
            table.inserted(row("id", 1L, "name", "Ann", "customer_id", 7L));
            table.deleted(row("id", 1L, "name", "Ann", "customer_id", 7L));
            table.inserted(row("id", 2L, "name", "Bo", "customer_id", 7L));

            assertThat(log.lines())
                    .containsExactly(
                            "WARN UnknownFields: In the pattern (:A {!id, nam, x: toString(after.name)}) of topic"
                                    + " shop.public.orders: the property nam (from nam) names a field that no record so far has had"
                                    + " in its schema, and is left as it is; did you mean name?\n",
                            "WARN UnknownFields: In the pattern (:A {!id, nam, x: toString(after.name)}) of topic"
                                    + " shop.public.orders: the property x (from toString(after.name)) names a field that no record so"
                                    + " far has had in its schema, and is left as it is; fields of a Debezium envelope are named"
                                    + " without \"after.\"\n");
        }
    }

    @Test
    void aFieldThatAnEarlierRecordHadIsNotWarnedAbout() {
        var table = new DebeziumTable(STRUCT, "(:A {!id, name})", COLUMNS, "id");
        try (var log = LogCapture.info()) {
            table.inserted(row("id", 1L, "name", "Ann"));

            assertThat(table.altered("id int64, customer_id int64").inserted(row("id", 1L, "customer_id", 7L)))
                    .isEqualTo("""
                    upsert (:A {id: 1})
                    """);
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    (:A {!id: after.id})                 | after  | (:A {!id: after.id, *}): The key property id (from after.id)
                    (:A {!id: __value.before.id})        | before | (:A {!id: __value.before.id, *}): The key property id (from __value.before.id)
                    (:$(after.name) {!id})               | after  | (:$(after.name) {!id, *}): $(after.name)
                    """)
    void anImageOfTheEnvelopeInAPathIsNamedInTheError(String patterns, String image, String subject) {
        assertThat(error(() ->
                        new DebeziumTable(STRUCT, patterns, COLUMNS, "id").inserted(row("id", 1L, "name", "Ann"))))
                .isEqualTo("in the pattern " + subject + " names a field that the record's schema does not have;"
                        + " fields of a Debezium envelope are named without \"" + image + ".\"");
    }

    @Test
    void anImageOfTheEnvelopeInAPathIsNamedInTheErrorOfSchemalessDataToo() {
        assertThat(error(() -> new DebeziumTable(MAP, "(:A {!id: after.id})", COLUMNS, "id").inserted(row("id", 1L))))
                .isEqualTo("in the pattern (:A {!id: after.id, *}): The key property id (from after.id) is missing;"
                        + " fields of a Debezium envelope are named without \"after.\"");
    }

    @Test
    void aFieldThatIsNamedAsAnImageOfTheEnvelopeIsThere() {
        var table = new DebeziumTable(STRUCT, "(:A {!id: after.id})", "id int64, after struct<id:int64>", "id");

        assertThat(table.inserted(row("id", 1L, "after", row("id", 7L)))).startsWith("upsert (:A {id: 7})");
    }

    @Test
    void aFieldThatSchemalessDataLeavesOutLeavesThePropertyAsItIs() {
        assertThat(new DebeziumTable(MAP, "(:A {!id, name, n: toString(name)})", COLUMNS, "id")
                        .updated(null, row("id", 1L)))
                .isEqualTo("""
                upsert (:A {id: 1})
                """);
    }

    @Test
    void aForeignKeyThatSchemalessDataLeavesOutRemovesTheRelationship() {
        var table = new DebeziumTable(MAP, "(:A {!id, name})-[:R {}]->(:B {!id: customer_id})", COLUMNS, "id");

        assertThat(table.updated(row("id", 1L, "customer_id", 7L), row("id", 1L)))
                .isEqualTo("""
                prune (:A {id: 1})-[:R]->(:B)
                """);
        assertThat(table.updated(null, row("id", 1L))).isEqualTo("""
                prune (:A {id: 1})-[:R]->(:B)
                """);
    }

    @Test
    void aFieldThatTheRowHadAndHasNoMoreIsRemoved() {
        assertThat(new DebeziumTable(MAP, "(:A {!id})", COLUMNS, "id")
                        .updated(row("id", 1L, "name", "Ann"), row("id", 1L)))
                .isEqualTo("""
                upsert (:A {id: 1}) += {name: null}
                """);
    }

    @Test
    void aKeyThatSchemalessDataLeavesOutIsTheErrorOfTheRecord() {
        assertThat(error(() -> new DebeziumTable(MAP, "(:A {!name, id})", COLUMNS, "id").inserted(row("id", 1L))))
                .isEqualTo("in the pattern (:A {!name, id}): The key property name (from name) is missing");
    }

    @Test
    void aBarePathIsLookedUpInTheRecordKeyWhereTheValueDoesNotHaveIt() {
        var table = new DebeziumTable(MAP, "(:A {!id, name})", COLUMNS, "id");

        assertThat(table.event(row("id", 1L), row("name", "Ann"))).isEqualTo("""
                upsert (:A {id: 1}) += {name: 'Ann'}
                """);
    }

    @Test
    void aPrimitiveKeyIsTheSourceKey() {
        var table = new DebeziumTable(MAP, "(:A {!id: __key, name})", COLUMNS, "id");

        assertThat(table.event("k1", row("name", "Ann"))).isEqualTo("""
                upsert (:A {id: 'k1'}) += {name: 'Ann'}
                """);
        assertThat(error(() -> table.event(row("id", 1L), row("name", "Ann"))))
                .isEqualTo(
                        "in the pattern (:A {!id: __key, name}): __key stands for a primitive record key, but the key has fields;"
                                + " name one, as in __key.id");
        assertThat(error(() -> table.event(null, row("name", "Ann"))))
                .isEqualTo("in the pattern (:A {!id: __key, name}): __key is used, but the record has no key");
    }

    @Test
    void aRecordKeyThatNoPatternUsesMayBeAnything() {
        var mixed = List.of(1L, "a");

        assertThat(new DebeziumTable(MAP, "(:A {!id, name})", COLUMNS, "id").event(mixed, row("id", 1L, "name", "Ann")))
                .isEqualTo("""
                upsert (:A {id: 1}) += {name: 'Ann'}
                """);
        assertThat(error(() -> new DebeziumTable(MAP, "(:A {!id: __key, name})", COLUMNS, "id")
                        .event(mixed, row("id", 1L, "name", "Ann"))))
                .startsWith("in the pattern (:A {!id: __key, name}): Field __key: ");
    }

    @Test
    void aTextKeyThatHoldsAJsonObjectHasItsFields() {
        assertThat(new DebeziumTable(MAP, "(:A {!id: __key.id, name})", COLUMNS, "id")
                        .event("{\"id\": 5}", row("name", "Ann")))
                .isEqualTo("""
                upsert (:A {id: 5}) += {name: 'Ann'}
                """);
    }

    @Test
    void aListMayBeAKeyButAMapMayNot() {
        var table = new DebeziumTable(MAP, "(:A {!tags, name})", COLUMNS, "id");

        assertThat(table.event(row("tags", List.of("a", "b"), "name", "Ann"))).isEqualTo("""
                upsert (:A {tags: ['a', 'b']}) += {name: 'Ann'}
                """);
        assertThat(error(() -> table.event(row("tags", row("x", 1L), "name", "Ann"))))
                .startsWith("in the pattern (:A {!tags, name}): ")
                .doesNotContain("1");
    }
}
