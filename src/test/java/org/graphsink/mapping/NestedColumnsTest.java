package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Columns whose values become several properties. A null removes all below it, though no before image tells what was there; so
 * does a map with what it does not have.
 */
class NestedColumnsTest {

    private static final String COLUMNS = "id int64, attrs map, place struct<city:string;tags:map>";

    private static DebeziumTable structs(String patterns) {
        return new DebeziumTable(DataForm.STRUCT, patterns, COLUMNS, "id");
    }

    private static DebeziumTable maps(String patterns) {
        return new DebeziumTable(DataForm.MAP, patterns, COLUMNS, "id");
    }

    private static Map<String, Object> row1(Object attrs, Object place) {
        return row("id", 1L, "attrs", attrs, "place", place);
    }

    @Test
    void aMapKeepsNoEntryThatTheRecordDoesNotHave() {
        assertThat(structs("(:Thing {!id, attrs})").updated(null, row1(Map.of("color", "red"), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {attrs.color: 'red'} and nothing else below attrs
                """);
        assertThat(structs("(:Thing {!id, *, -place})").updated(null, row1(Map.of("color", "red"), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {attrs.color: 'red'} and nothing else below attrs
                """);
        assertThat(structs("(:Thing {!id, props: attrs})").updated(null, row1(Map.of("color", "red"), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {props.color: 'red'} and nothing else below props
                """);
    }

    @Test
    void anEmptyOrNullMapKeepsNone() {
        assertThat(structs("(:Thing {!id, *, -place})").updated(null, row1(Map.of(), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {} and nothing else below attrs
                """);
        assertThat(structs("(:Thing {!id, *, -place})").updated(null, row1(null, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {} and nothing else below attrs
                """);
        assertThat(structs("(:Thing {!id, attrs})").updated(null, row1(null, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {attrs: null} and nothing else below attrs
                """);
    }

    @Test
    void aNullStructKeepsNoEntryOfTheMapsInIt() {
        assertThat(structs("(:Thing {!id, place})").updated(null, row1(null, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {place.city: null} and nothing else below place.tags
                """);
    }

    @Test
    void anEntryThatTheMapDoesNotHaveIsRemoved() {
        assertThat(structs("(:Thing {!id, color: attrs.color})").updated(null, row1(Map.of("size", "L"), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {color: null} and nothing else below color
                """);
    }

    @Test
    void aMapThatTheRecordDoesNotTellStaysAsItIs() {
        var unavailable = Map.of("__debezium_unavailable_value", "__debezium_unavailable_value");

        assertThat(structs("(:Thing {!id, *, -place})").updated(null, row1(unavailable, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1})
                """);
        assertThat(structs("(:Thing {!id, color: attrs.color})").updated(null, row1(unavailable, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1})
                """);
    }

    @Test
    void aNullWithoutSchemaRemovesAllBelowIt() {
        assertThat(maps("(:Thing {!id, *})").updated(null, row1(Map.of("color", "red"), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {attrs.color: 'red', place: null} and nothing else below place
                """);
        assertThat(maps("(:Thing {!id, at: place})").updated(null, row1(null, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {at: null} and nothing else below at
                """);
        assertThat(maps("(:Thing {!id, place: toString(place)})").updated(null, row1(null, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {place: null}
                """);
    }

    @Test
    void relationshipsAndTheirEndsAreNoOther() {
        assertThat(maps("(:Thing {!id, attrs})-[:AT {!id, place}]->(:Place {!id: id})")
                        .updated(null, row1(null, null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {attrs: null} and nothing else below attrs
                upsert (:Place {id: 1})
                upsert (:Thing {id: 1})-[:AT {id: 1}]->(:Place {id: 1}) += {place: null} and nothing else below place
                """);
    }

    @Test
    void eventsOnlyAdd() {
        assertThat(structs("(:Thing {!id, *, -place})").event(row1(Map.of("color", "red"), null)))
                .isEqualTo("""
                upsert (:Thing {id: 1}) += {attrs.color: 'red'}
                """);
    }
}
