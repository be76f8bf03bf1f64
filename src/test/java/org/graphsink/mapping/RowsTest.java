package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What inserts, updates and deletes of a row with a foreign key do to its node and its relationship. */
@ParameterizedClass
@EnumSource
class RowsTest {

    private static final String COLUMNS = "id int64, total float64, customer_id int64";
    private static final String ORDERS =
            "(:Order {!id, total}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id})";

    @Parameter
    DataForm form;

    private DebeziumTable orders() {
        return new DebeziumTable(form, ORDERS, COLUMNS, "id");
    }

    private static java.util.Map<String, Object> order(Object id, Object total, Object customer) {
        return row("id", id, "total", total, "customer_id", customer);
    }

    @Test
    void anInsertedRowBecomesItsNodeAndTheRelationshipOfItsForeignKey() {
        assertThat(orders().inserted(order(1L, 9.5, 7L))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer) but (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7})
                upsert (:Order {id: 1}) += {total: 9.5}
                upsert (:Order {id: 1})
                upsert (:Customer {id: 7})
                upsert (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7})
                """);
    }

    @Test
    void anUpdateThatLeavesTheForeignKeyRemovesNothing() {
        assertThat(orders().updated(order(1L, 9.5, 7L), order(1L, 8.5, 7L))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer) but (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7}), the heir
                upsert (:Order {id: 1}) += {total: 8.5}
                upsert (:Order {id: 1})
                upsert (:Customer {id: 7})
                upsert (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7})
                """);
    }

    @Test
    void aMovedForeignKeyMovesTheRelationshipThatTheBeforeImageShows() {
        assertThat(orders().updated(order(1L, 9.5, 7L), order(1L, 9.5, 8L))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer) but (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 8}), the heir
                upsert (:Order {id: 1}) += {total: 9.5}
                upsert (:Order {id: 1})
                upsert (:Customer {id: 8})
                upsert (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 8})
                """);
    }

    @Test
    void anExplicitFieldOfTheValueIsReadFromTheRecordKeyWhereThereIsNoValue() {
        var orders = new DebeziumTable(
                form,
                "(:Order {!id: __value.id, total}) ; (:Order {!id: __value.id})-[:PLACED_BY]->(:Customer {!id: customer_id})",
                COLUMNS,
                "id");

        assertThat(orders.tombstone("id", 1L)).isEqualTo("delete (:Order {id: 1})\n");
        assertThat(orders.deletedByKey("id", 1L)).isEqualTo("delete (:Order {id: 1})\n");
        assertThat(orders.deletedWithoutImage("id", 1L)).isEqualTo("delete (:Order {id: 1})\n");
        assertThat(orders.updated(null, order(1L, 9.5, null))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer)
                upsert (:Order {id: 1}) += {total: 9.5}
                """);
    }

    @Test
    void withoutBeforeImageTheNodeKeepsJustTheRelationshipThatTheRowHasNow() {
        assertThat(orders().updated(null, order(1L, 9.5, 8L))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer) but (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 8}), the heir
                upsert (:Order {id: 1}) += {total: 9.5}
                upsert (:Order {id: 1})
                upsert (:Customer {id: 8})
                upsert (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 8})
                """);
    }

    @Test
    void aForeignKeyThatBecomesNullRemovesTheRelationshipThatTheBeforeImageShows() {
        assertThat(orders().updated(order(1L, 9.5, 7L), order(1L, 9.5, null))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer)
                upsert (:Order {id: 1}) += {total: 9.5}
                """);
    }

    @Test
    void aNullForeignKeyWithoutBeforeImageRemovesWhateverRelationshipTheRowHad() {
        assertThat(orders().updated(null, order(1L, 9.5, null))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer)
                upsert (:Order {id: 1}) += {total: 9.5}
                """);
    }

    @Test
    void anInsertWithANullForeignKeyCreatesNoRelationship() {
        assertThat(orders().inserted(order(1L, 9.5, null))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer)
                upsert (:Order {id: 1}) += {total: 9.5}
                """);
    }

    @Test
    void aChangedKeyRekeysTheNodeInPlace() {
        assertThat(orders().updated(order(1L, 9.5, 7L), order(2L, 9.5, 7L))).isEqualTo("""
                prune (:Order {id: 2})-[:PLACED_BY]->(:Customer) but (:Order {id: 2})-[:PLACED_BY]->(:Customer {id: 7}), the heir
                rekey (:Order {id: 1}) to (:Order {id: 2})
                upsert (:Order {id: 2}) += {total: 9.5}
                upsert (:Order {id: 2})
                upsert (:Customer {id: 7})
                upsert (:Order {id: 2})-[:PLACED_BY]->(:Customer {id: 7})
                """);
    }

    @Test
    void aForeignKeyThatMovesTogetherWithTheKeyMovesTheRelationshipOfTheRekeyedNode() {
        assertThat(orders().updated(order(1L, 9.5, 7L), order(2L, 9.5, 8L))).isEqualTo("""
                prune (:Order {id: 2})-[:PLACED_BY]->(:Customer) but (:Order {id: 2})-[:PLACED_BY]->(:Customer {id: 8}), the heir
                delete (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7}) to be (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 8})
                rekey (:Order {id: 1}) to (:Order {id: 2})
                upsert (:Order {id: 2}) += {total: 9.5}
                upsert (:Order {id: 2})
                upsert (:Customer {id: 8})
                upsert (:Order {id: 2})-[:PLACED_BY]->(:Customer {id: 8})
                """);
    }

    @Test
    void aDeletedRowTakesItsNodeAlongAndWithItTheRelationships() {
        assertThat(orders().deleted(order(1L, 9.5, 7L))).isEqualTo("""
                delete (:Order {id: 1})
                """);
        assertThat(orders().deletedByKey("id", 1L)).isEqualTo("""
                delete (:Order {id: 1})
                """);
    }

    @Test
    void aTombstoneDeletesTheNodeOfItsKey() {
        assertThat(orders().tombstone("id", 1L)).isEqualTo("""
                delete (:Order {id: 1})
                """);
    }

    @Test
    void aTruncateIsSkipped() {
        assertThat(orders().truncated()).isEqualTo("skipped: truncate (neo4j.cdc.truncate=ignore)");
    }

    @Test
    void anIgnoredTruncateIsWarnedAboutOnceForEachTopic() {
        try (var log = LogCapture.info()) {
            var orders = orders();
            orders.truncated();
            orders.truncated();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN PatternSource: The table of topic shop.public.orders was truncated; the graph keeps what"
                                    + " its rows produced, because neo4j.cdc.truncate is ignore: set it to apply to delete that. Further"
                                    + " truncates of the topic are counted only\n");
        }
    }

    @Test
    void aTruncateThatAppliesEmptiesTheLabelAndTheRelationshipTypes() {
        var settings = new MappingSettings(
                true,
                true,
                MissingEndpoints.CREATE,
                Optional.of("__Placeholder"),
                Set.of(),
                List.of(),
                Truncate.APPLY,
                UnchangedRows.WRITE);

        assertThat(new DebeziumTable(form, ORDERS + "; (:Country {!code: country})", COLUMNS, "id", settings)
                        .truncated())
                .isEqualTo("""
                empty (:Order)-[:PLACED_BY]->(:Customer)
                empty (:Order)
                """);
    }

    @Test
    void replacementConcernsTheRowsOwnEntitiesAndLeavesTheEndsAlone() {
        var settings = new MappingSettings(
                false,
                false,
                MissingEndpoints.CREATE,
                Optional.of("__Placeholder"),
                Set.of(),
                List.of(),
                Truncate.IGNORE,
                UnchangedRows.WRITE);
        var table = new DebeziumTable(
                form,
                "(:Order {!id, total}) ; (:Order {!id})-[:PLACED_BY {total}]->(:Customer {!id: customer_id, best: total})",
                COLUMNS,
                "id",
                settings);

        assertThat(table.updated(order(1L, 9.5, 7L), order(1L, 8.5, 7L))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY]->(:Customer) but (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7}), the heir
                upsert (:Order {id: 1}) = {total: 8.5}
                upsert (:Order {id: 1})
                upsert (:Customer {id: 7}) += {best: 8.5}
                upsert (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7}) = {total: 8.5}
                """);
    }

    @Test
    void endsThatMayNotBeCreatedAreLeftToTheirOwnTopic() {
        var settings = new MappingSettings(
                true,
                true,
                MissingEndpoints.SKIP,
                Optional.of("__Placeholder"),
                Set.of(),
                List.of(),
                Truncate.IGNORE,
                UnchangedRows.WRITE);
        var table = new DebeziumTable(
                form,
                "(:Order {!id})-[:PLACED_BY {!id}]->(:Customer:Buyer {!id: customer_id, best: total})",
                COLUMNS,
                "id",
                settings);

        assertThat(table.updated(order(1L, 9.5, 7L), order(1L, 8.5, 7L))).isEqualTo("""
                prune (:Order {id: 1})-[:PLACED_BY {id: 1}]->(:Customer) but (:Order {id: 1})-[:PLACED_BY {id: 1}]->(:Customer {id: 7}), the heir
                upsert (:Customer {id: 7}) +Buyer += {best: 8.5} if it exists
                upsert (:Order {id: 1})-[:PLACED_BY {id: 1}]->(:Customer {id: 7}) or skip
                """);
    }

    @Test
    void theNodeNeedsItsKey() {
        assertThat(error(() -> orders().inserted(order(null, 9.5, 7L))))
                .isEqualTo("in the pattern (:Order {!id, total}): The key property id (from id) is null");
    }

    @Test
    void aKeyIsNoNumberThatEqualsNothing() {
        var table = new DebeziumTable(form, "(:Order {!total, -id, -customer_id})", COLUMNS, "id");

        assertThat(error(() -> table.inserted(order(1L, Double.NaN, 7L))))
                .isEqualTo(
                        "in the pattern (:Order {!total, *, -id, -customer_id}): The key property total is NaN, which no node can be found by");
    }

    @Test
    void aFormerStateThatCouldNotBeMappedProducedNothing() {
        var table = new DebeziumTable(form, "(:Order {!total, -id, -customer_id})", COLUMNS, "id");

        assertThat(table.updated(order(1L, Double.NaN, 7L), order(1L, 9.5, 7L))).isEqualTo("""
                upsert (:Order {total: 9.5})
                """);
    }
}
