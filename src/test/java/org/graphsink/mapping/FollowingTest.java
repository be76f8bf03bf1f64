package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How relationships without a node of their own and shared nodes follow their row. */
@ParameterizedClass
@EnumSource
class FollowingTest {

    private static final String LINE_COLUMNS = "id int64, order_id int64, sku string, quantity int64";

    @Parameter
    DataForm form;

    private DebeziumTable lines(String patterns) {
        return new DebeziumTable(form, patterns, LINE_COLUMNS, "id");
    }

    private static java.util.Map<String, Object> line(Object id, Object order, Object sku, Object quantity) {
        return row("id", id, "order_id", order, "sku", sku, "quantity", quantity);
    }

    private static final String CONTAINS = "(:Order {!id: order_id})-[:CONTAINS {!id, quantity}]->(:Product {!sku})";

    @Test
    void aRowThatComesToAnotherSharedNodeTakesNothingFromIt() {
        var persons = new DebeziumTable(
                DataForm.MAP,
                "(:Person {!id}) ; (:Company:$(sector) {!name: employer, *, -id})",
                "id int64, employer string, sector string, vat string",
                "id");

        assertThat(persons.updated(
                        row("id", 1L, "employer", "ACME", "sector", "Mines", "vat", "1"),
                        row("id", 1L, "employer", "Beta", "sector", "Banks")))
                .isEqualTo("""
                upsert (:Person {id: 1}) += {vat: null, employer: 'Beta', sector: 'Banks'}
                upsert (:Company {name: 'Beta'}) +Banks += {sector: 'Banks'}
                """);
        assertThat(persons.updated(
                        row("id", 1L, "employer", "ACME", "sector", "Mines", "vat", "1"),
                        row("id", 1L, "employer", "ACME", "sector", "Banks")))
                .isEqualTo("""
                upsert (:Person {id: 1}) += {vat: null, employer: 'ACME', sector: 'Banks'}
                upsert (:Company {name: 'ACME'}) +Banks -Mines += {vat: null, sector: 'Banks'}
                """);
    }

    @Test
    void aJoinTableWithAnIdFollowsItsRowByTheRelationshipsKey() {
        assertThat(lines(CONTAINS).updated(null, line(5L, 1L, "A", 2L))).isEqualTo("""
                prune (:Order)-[:CONTAINS {id: 5}]->(:Product) but (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product {sku: 'A'}), the heir
                upsert (:Order {id: 1})
                upsert (:Product {sku: 'A'})
                upsert (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product {sku: 'A'}) += {quantity: 2}
                """);
    }

    @Test
    void aBeforeImageShowsWhereARelationshipWas() {
        assertThat(lines("(:Order {!id: order_id})-[:CONTAINS {quantity}]->(:Product {!sku})")
                        .updated(line(5L, 1L, "A", 2L), line(5L, 2L, "B", 2L)))
                .isEqualTo("""
                delete (:Order {id: 1})-[:CONTAINS]->(:Product {sku: 'A'}) to be (:Order {id: 2})-[:CONTAINS]->(:Product {sku: 'B'})
                upsert (:Order {id: 2})
                upsert (:Product {sku: 'B'})
                upsert (:Order {id: 2})-[:CONTAINS]->(:Product {sku: 'B'}) += {quantity: 2}
                """);
    }

    @Test
    void aRelationshipOfTheRowsNodeIsFoundThereWhateverTheBeforeImageSays() {
        var table = lines("(:Line {!id, quantity}) ; (:Line {!id})-[:OF]->(:Product {!sku})");

        assertThat(table.updated(line(5L, 1L, "A", 2L), line(5L, 1L, "A", 3L))).isEqualTo("""
                prune (:Line {id: 5})-[:OF]->(:Product) but (:Line {id: 5})-[:OF]->(:Product {sku: 'A'}), the heir
                upsert (:Line {id: 5}) += {quantity: 3}
                upsert (:Line {id: 5})
                upsert (:Product {sku: 'A'})
                upsert (:Line {id: 5})-[:OF]->(:Product {sku: 'A'})
                """);
        assertThat(table.updated(line(5L, 1L, "A", 2L), line(5L, 1L, null, 2L))).isEqualTo("""
                prune (:Line {id: 5})-[:OF]->(:Product)
                upsert (:Line {id: 5}) += {quantity: 2}
                """);
    }

    @Test
    void aRelationshipWithTheRecordKeyIsFoundByItBecauseItsEndMayHaveAnotherKeyByNow() {
        assertThat(lines(CONTAINS).updated(line(5L, 1L, "A", 2L), line(5L, 2L, "B", 2L)))
                .isEqualTo("""
                prune (:Order)-[:CONTAINS {id: 5}]->(:Product) but (:Order {id: 2})-[:CONTAINS {id: 5}]->(:Product {sku: 'B'}), the heir
                upsert (:Order {id: 2})
                upsert (:Product {sku: 'B'})
                upsert (:Order {id: 2})-[:CONTAINS {id: 5}]->(:Product {sku: 'B'}) += {quantity: 2}
                """);
    }

    @Test
    void aDeletedLineIsFoundByItsBeforeImageAndByItsKey() {
        assertThat(lines(CONTAINS).deleted(line(5L, 1L, "A", 2L))).isEqualTo("""
                prune (:Order)-[:CONTAINS {id: 5}]->(:Product)
                delete (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product {sku: 'A'})
                """);
    }

    @Test
    void aDeletedLineWithoutBeforeImageIsFoundByItsKey() {
        assertThat(lines(CONTAINS).deletedByKey("id", 5L)).isEqualTo("""
                prune (:Order)-[:CONTAINS {id: 5}]->(:Product)
                """);
        assertThat(lines(CONTAINS).tombstone("id", 5L)).isEqualTo("""
                prune (:Order)-[:CONTAINS {id: 5}]->(:Product)
                """);
    }

    @Test
    void aRelationshipBothOfWhoseEndsAreTheRecordKeyCannotMove() {
        var table = new DebeziumTable(
                form,
                "(:Order {!id: order_id})-[:CONTAINS {quantity}]->(:Product {!sku})",
                LINE_COLUMNS,
                "order_id sku");

        assertThat(table.updated(null, line(5L, 1L, "A", 2L))).isEqualTo("""
                upsert (:Order {id: 1})
                upsert (:Product {sku: 'A'})
                upsert (:Order {id: 1})-[:CONTAINS]->(:Product {sku: 'A'}) += {quantity: 2}
                """);
        assertThat(table.tombstone("order_id", 1L, "sku", "A")).isEqualTo("""
                delete (:Order {id: 1})-[:CONTAINS]->(:Product {sku: 'A'})
                """);
    }

    @Test
    void aRelationshipThatNothingTellsApartIsOnlyAdded() {
        var table = lines("(:Order {!id: order_id})-[:CONTAINS {quantity}]->(:Product {!sku})");

        assertThat(table.updated(null, line(5L, 1L, "A", 2L))).isEqualTo("""
                upsert (:Order {id: 1})
                upsert (:Product {sku: 'A'})
                upsert (:Order {id: 1})-[:CONTAINS]->(:Product {sku: 'A'}) += {quantity: 2}
                """);
        assertThat(table.tombstone("id", 5L)).isEqualTo("skipped: tombstone whose key determines nothing");
    }

    @Test
    void anEndTogetherWithTheRelationshipsKeyCoversACompositeRecordKey() {
        var table = new DebeziumTable(
                form,
                "(:Order {!id: order_id})-[:CONTAINS {!id, quantity}]->(:Product {!sku})",
                LINE_COLUMNS,
                "order_id id");

        assertThat(table.updated(null, line(5L, 1L, "A", 2L))).isEqualTo("""
                prune (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product) but (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product {sku: 'A'}), the heir
                upsert (:Order {id: 1})
                upsert (:Product {sku: 'A'})
                upsert (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product {sku: 'A'}) += {quantity: 2}
                """);
    }

    @Test
    void twoRelationshipsOfOneTypeAndScopeKeepEachOther() {
        var table = new DebeziumTable(
                form,
                "(:Order {!id, -buyer, -payer}) ; (:Order {!id})-[:BY]->(:Person {!id: buyer}) ; (:Order {!id})-[:BY]->(:Person {!id: payer})",
                "id int64, buyer int64, payer int64",
                "id");

        assertThat(table.updated(null, row("id", 1L, "buyer", 7L, "payer", 8L))).isEqualTo("""
                prune (:Order {id: 1})-[:BY]->(:Person) but (:Order {id: 1})-[:BY]->(:Person {id: 7}), (:Order {id: 1})-[:BY]->(:Person {id: 8})
                prune (:Order {id: 1})-[:BY]->(:Person) but (:Order {id: 1})-[:BY]->(:Person {id: 7}), (:Order {id: 1})-[:BY]->(:Person {id: 8})
                upsert (:Order {id: 1})
                upsert (:Order {id: 1})
                upsert (:Person {id: 7})
                upsert (:Order {id: 1})-[:BY]->(:Person {id: 7})
                upsert (:Order {id: 1})
                upsert (:Person {id: 8})
                upsert (:Order {id: 1})-[:BY]->(:Person {id: 8})
                """);
    }

    @Test
    void whatOnePatternLosesAndAnotherGainsStays() {
        var table = new DebeziumTable(
                form,
                "(:Order {!id, -buyer, -payer}) ; (:Order {!id})-[:BY]->(:Person {!id: buyer}) ; (:Order {!id})-[:BY]->(:Person {!id: payer})",
                "id int64, buyer int64, payer int64",
                "id");

        assertThat(table.updated(row("id", 1L, "buyer", 7L, "payer", 8L), row("id", 1L, "buyer", 8L, "payer", 9L)))
                .isEqualTo("""
                delete (:Order {id: 1})-[:BY]->(:Person {id: 7}) to be (:Order {id: 1})-[:BY]->(:Person {id: 8})
                prune (:Order {id: 1})-[:BY]->(:Person) but (:Order {id: 1})-[:BY]->(:Person {id: 8}), (:Order {id: 1})-[:BY]->(:Person {id: 9})
                prune (:Order {id: 1})-[:BY]->(:Person) but (:Order {id: 1})-[:BY]->(:Person {id: 8}), (:Order {id: 1})-[:BY]->(:Person {id: 9})
                upsert (:Order {id: 1})
                upsert (:Order {id: 1})
                upsert (:Person {id: 8})
                upsert (:Order {id: 1})-[:BY]->(:Person {id: 8})
                upsert (:Order {id: 1})
                upsert (:Person {id: 9})
                upsert (:Order {id: 1})-[:BY]->(:Person {id: 9})
                """);
    }

    @Test
    void aSharedNodeIsMergedAndNeverRemoved() {
        var table = new DebeziumTable(
                form,
                "(:Person {!id, -employer}) ; (:Company {!name: employer, -id})",
                "id int64, employer string",
                "id");

        assertThat(table.updated(row("id", 1L, "employer", "A"), row("id", 1L, "employer", "B")))
                .isEqualTo("""
                upsert (:Person {id: 1})
                upsert (:Company {name: 'B'})
                """);
        assertThat(table.deleted(row("id", 1L, "employer", "B"))).isEqualTo("""
                delete (:Person {id: 1})
                """);
    }

    @Test
    void aSharedNodeWithANullKeyIsNotProduced() {
        var table = new DebeziumTable(
                form,
                "(:Person {!id, -employer}) ; (:Company {!name: employer, -id})",
                "id int64, employer string",
                "id");

        assertThat(table.inserted(row("id", 1L, "employer", null))).isEqualTo("""
                upsert (:Person {id: 1})
                """);
    }

    @Test
    void aSecondNodeMadeOfTheRecordKeyGoesWithItsRow() {
        var table = new DebeziumTable(form, "(:Person {!id}) ; (:Account {!owner: id})", "id int64", "id");

        assertThat(table.deleted(row("id", 1L))).isEqualTo("""
                delete (:Person {id: 1})
                delete (:Account {owner: 1})
                """);
        assertThat(table.tombstone("id", 1L)).isEqualTo("""
                delete (:Person {id: 1})
                delete (:Account {owner: 1})
                """);
    }

    @Test
    void aCompositeKeyIsDeletedAndRekeyedAsAWhole() {
        var table = new DebeziumTable(form, "(:Line {!order_id, !id, quantity})", LINE_COLUMNS, "order_id id");

        assertThat(table.updated(line(5L, 1L, "A", 2L), line(6L, 1L, "A", 2L))).isEqualTo("""
                rekey (:Line {id: 5, order_id: 1}) to (:Line {id: 6, order_id: 1})
                upsert (:Line {id: 6, order_id: 1}) += {quantity: 2}
                """);
        assertThat(table.tombstone("order_id", 1L, "id", 5L)).isEqualTo("""
                delete (:Line {id: 5, order_id: 1})
                """);
    }

    @Test
    void aKeyThatTheRecordKeyDoesNotHoldIsNotDeletedByATombstone() {
        assertThat(lines("(:Product {!sku})").tombstone("id", 5L))
                .isEqualTo("skipped: tombstone whose key determines nothing");
    }

    @Test
    void aKeyThatIsNotTheRecordKeyIsTakenFromTheBeforeImage() {
        assertThat(lines("(:Product {!sku})").deleted(line(5L, 1L, "A", 2L))).isEqualTo("""
                delete (:Product {sku: 'A'})
                """);
        assertThat(error(() -> lines("(:Product {!sku})").deletedByKey("id", 5L)))
                .isEqualTo("in the pattern (:Product {!sku, *}): the node of the deleted row cannot be told:"
                        + " the record tells only the row's key, which has no field for the key property sku (from sku)."
                        + " Where the table has"
                        + " REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than the primary key;"
                        + " set REPLICA IDENTITY FULL, or use the primary key as the node's key");
    }

    @Test
    void aLabelThatTheRecordKeyDoesNotHoldLeavesTheNodeOfADeletedRowUntold() {
        assertThat(error(() -> lines("(:$(sku) {!id})").deletedByKey("id", 5L)))
                .isEqualTo("in the pattern (:$(sku) {!id, *}): the node of the deleted row cannot be told:"
                        + " the record tells only the row's key, which has no field for the label $(sku)."
                        + " Where the table has"
                        + " REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than the primary key;"
                        + " set REPLICA IDENTITY FULL, or use the primary key as the node's key");
    }

    @Test
    void aNullInTheBeforeImageLeavesTheNodeOfADeletedRowUntold() {
        assertThat(error(() -> lines("(:Product {!sku})").deleted(line(5L, 1L, null, 2L))))
                .isEqualTo("in the pattern (:Product {!sku, *}): the node of the deleted row cannot be told:"
                        + " The key property sku (from sku) is null."
                        + " Where the table has"
                        + " REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than the primary key;"
                        + " set REPLICA IDENTITY FULL, or use the primary key as the node's key");
    }

    @Test
    void aRelationshipLosesWhatItsRowHasLost() {
        var table = lines("(:Order {!id: order_id})-[:CONTAINS {!id, *}]->(:Product {!sku})");
        var changed = line(5L, 1L, "A", 2L);
        changed.remove("quantity");

        assertThat(table.updated(line(5L, 1L, "A", 2L), changed))
                .endsWith("upsert (:Order {id: 1})-[:CONTAINS {id: 5}]->(:Product {sku: 'A'}) += {quantity: null}\n");
    }

    @Test
    void aRelationshipFromANodeToItselfFollowsItsRow() {
        var table = new DebeziumTable(
                form,
                "(:Person {!id, -boss}) ; (:Person {!id})-[:REPORTS_TO]->(:Person {!id: boss})",
                "id int64, boss int64",
                "id");

        assertThat(table.updated(row("id", 1L, "boss", 2L), row("id", 1L, "boss", 1L)))
                .isEqualTo("""
                prune (:Person {id: 1})-[:REPORTS_TO]->(:Person) but (:Person {id: 1})-[:REPORTS_TO]->(:Person {id: 1}), the heir
                upsert (:Person {id: 1}) for its row
                upsert (:Person {id: 1}) or a placeholder
                upsert (:Person {id: 1}) or a placeholder
                upsert (:Person {id: 1})-[:REPORTS_TO]->(:Person {id: 1})
                """);
    }

    @Test
    void anUnavailableForeignKeyLeavesTheRelationshipAsItIs() {
        var table = lines("(:Line {!id, quantity}) ; (:Line {!id})-[:OF]->(:Product {!sku})");

        assertThat(table.updated(
                        line(5L, 1L, "__debezium_unavailable_value", 2L),
                        line(5L, 1L, "__debezium_unavailable_value", 3L)))
                .isEqualTo("""
                upsert (:Line {id: 5}) += {quantity: 3}
                """);
    }
}
