package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which fields of a record become which properties. */
@ParameterizedClass
@EnumSource
class SelectorsTest {

    private static final String COLUMNS =
            "id int64, name string, password string, address struct<city:string;street:struct<name:string;number:int64>>";

    @Parameter
    DataForm form;

    private DebeziumTable customers(String pattern) {
        return new DebeziumTable(form, pattern, COLUMNS, "id");
    }

    private static Map<String, Object> customer() {
        return row("id", 1L, "name", "Ann", "password", "secret", "address", address());
    }

    private static Map<String, Object> address() {
        return row("city", "Bonn", "street", row("name", "Main", "number", 5L));
    }

    @Test
    void aStarTakesAllFieldsButTheKeyWithNestedOnesUnderTheirPaths() {
        assertThat(customers("(:Customer {!id, *})").inserted(customer())).isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'Ann', password: 'secret', address.city: 'Bonn', address.street.name: 'Main', address.street.number: 5}
                """);
    }

    @Test
    void noIncludeMeansTheStar() {
        assertThat(customers("(:Customer {!id, -password, -address})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'Ann'}
                """);
    }

    @Test
    void anExcludedPathLeavesOutWhatIsBelowIt() {
        assertThat(customers("(:Customer {!id, *, -password, -address.street})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'Ann', address.city: 'Bonn'}
                """);
    }

    @Test
    void includesTakeJustTheirFields() {
        assertThat(customers("(:Customer {!id, name, +address.city})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'Ann', address.city: 'Bonn'}
                """);
    }

    @Test
    void aRenamedFieldIsNotTakenByTheStarToo() {
        assertThat(customers("(:Customer {!id, *, -password, -address, label: name})")
                        .inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {label: 'Ann'}
                """);
    }

    @Test
    void aPropertyMayTakeTheNameOfAFieldThatTheStarThenLeavesOut() {
        assertThat(customers("(:Customer {!id, *, -address, name: password})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'secret'}
                """);
    }

    @Test
    void aStructWritesAPropertyPerLeafUnderTheNameOfItsSelector() {
        assertThat(customers("(:Customer {!id, home: address})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {home.city: 'Bonn', home.street.name: 'Main', home.street.number: 5}
                """);
    }

    @Test
    void aFieldOfAStructMayBeAKey() {
        assertThat(customers("(:Customer {!id, name}) ; (:City {!name: address.city, zip: name})")
                        .inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'Ann'}
                upsert (:City {name: 'Bonn'}) += {zip: 'Ann'}
                """);
    }

    @Test
    void jsonWritesAStructAsText() {
        assertThat(customers("(:Customer {!id, address: json(address)})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {address: '{"city":"Bonn","street":{"name":"Main","number":5}}'}
                """);
    }

    @Test
    void functionsConvertAndPassNullsOn() {
        var table = new DebeziumTable(
                form,
                "(:Event {!id, at: datetime(at), day: date(at), place: point(x, y)})",
                "id int64, at string, x float64, y float64",
                "id");

        assertThat(table.inserted(row("id", 1L, "at", "2024-02-29T10:15:00Z", "x", 7.1, "y", 50.7)))
                .isEqualTo("""
                upsert (:Event {id: 1}) += {at: datetime('2024-02-29T10:15Z'), day: date('2024-02-29'), place: PointValue[srid=4326, x=7.1, y=50.7, z=NaN]}
                """);
        assertThat(table.inserted(row("id", 1L, "at", null, "x", 7.1, "y", null)))
                .isEqualTo("""
                upsert (:Event {id: 1}) += {at: null, day: null, place: null}
                """);
    }

    @Test
    void functionsMayBePartOfAKey() {
        var table = new DebeziumTable(form, "(:Day {!date: date(at)})", "id int64, at string", "id");

        assertThat(table.inserted(row("id", 1L, "at", "2024-02-29"))).isEqualTo("""
                upsert (:Day {date: date('2024-02-29')}) += {id: 1}
                """);
    }

    @Test
    void whatAFunctionRefusesIsTheErrorOfTheRecordAndNamesThePattern() {
        var table = new DebeziumTable(form, "(:Event {!id, day: date(at)})", "id int64, at string", "id");

        assertThat(error(() -> table.inserted(row("id", 1L, "at", "tomorrow"))))
                .isEqualTo(
                        "in the pattern (:Event {!id, day: date(at)}): in date(at): date() cannot read the text that it was given");
    }

    @Test
    void aNullIsWritten() {
        assertThat(customers("(:Customer {!id, name})").inserted(row("id", 1L, "name", null)))
                .isEqualTo(
                        form == DataForm.STRUCT
                                ? "upsert (:Customer {id: 1}) += {name: null}\n"
                                : "upsert (:Customer {id: 1}) += {name: null} and nothing else below name\n");
    }

    @Test
    void anUnavailableValueLeavesThePropertyAsItIs() {
        assertThat(customers("(:Customer {!id, name, password})")
                        .updated(null, row("id", 1L, "name", "__debezium_unavailable_value", "password", "x")))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {password: 'x'}
                """);
        assertThat(customers("(:Customer {!id, *, -address})")
                        .updated(null, row("id", 1L, "name", "__debezium_unavailable_value", "password", "x")))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {password: 'x'}
                """);
    }

    @Test
    void anUnavailableKeyIsTheErrorOfTheRecord() {
        var table = new DebeziumTable(form, "(:Customer {!name, id})", COLUMNS, "id");

        assertThat(error(() -> table.inserted(row("id", 1L, "name", "__debezium_unavailable_value"))))
                .isEqualTo(
                        "in the pattern (:Customer {!name, id}): "
                                + "The key property name (from name) is an unchanged large column whose value was not captured");
    }

    @Test
    void theRecordAroundTheRowIsASourceToo() {
        var table = customers("(:Customer {!id, topic: __topic, partition: __partition, offset: __offset,"
                        + " at: __timestamp, trace: __header.trace, key: __key.id, value: __value.name})")
                .withHeaders(Map.of("trace", "abc"));

        assertThat(table.inserted(customer())).isEqualTo("""
                upsert (:Customer {id: 1}) += {topic: 'shop.public.orders', partition: 3, offset: 42, at: datetime('2023-11-14T22:13:20.123Z'), trace: 'abc', key: 1, value: 'Ann'}
                """);
    }

    @Test
    void aHeaderThatIsNotThereLeavesThePropertyAsItIs() {
        assertThat(customers("(:Customer {!id, trace: __header.trace})").inserted(customer()))
                .isEqualTo("""
                upsert (:Customer {id: 1})
                """);
    }
}
