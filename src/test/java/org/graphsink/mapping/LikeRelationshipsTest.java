package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Map;
import org.graphsink.support.DefaultSettings;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of several topics that make relationships of one type between the same nodes. */
@ParameterizedClass
@EnumSource
class LikeRelationshipsTest {

    private static final String ITEMS = "(:Order {!id: order_id})-[:CONTAINS {!id, n}]->(:Product {!sku})";
    private static final String GIFTS = "(:Order {!id: order})-[:CONTAINS {!id: gift, n}]->(:Product {!sku: product})";

    @Parameter
    DataForm form;

    private DebeziumTable items(String patterns, String... others) {
        return new DebeziumTable(
                form,
                patterns,
                "id int64, order_id int64, sku string, n int64",
                "id",
                DefaultSettings.MAPPING,
                List.of(others));
    }

    private static Map<String, Object> item(Object id, Object order, Object sku) {
        return row("id", id, "order_id", order, "sku", sku, "n", 3L);
    }

    @Test
    void aRowTakesNothingThatMayBeOfAnotherTopicsRowWithTheSameId() {
        var items = items(ITEMS, GIFTS);

        assertThat(items.inserted(item(7L, 1L, "A"))).isEqualTo("""
                upsert (:Order {id: 1})
                upsert (:Product {sku: 'A'})
                upsert (:Order {id: 1})-[:CONTAINS {id: 7}]->(:Product {sku: 'A'}) += {n: 3}
                """);
        assertThat(items.updated(item(7L, 1L, "A"), item(7L, 2L, "A"))).isEqualTo("""
                delete (:Order {id: 1})-[:CONTAINS {id: 7}]->(:Product {sku: 'A'}) to be (:Order {id: 2})-[:CONTAINS {id: 7}]->(:Product {sku: 'A'})
                upsert (:Order {id: 2})
                upsert (:Product {sku: 'A'})
                upsert (:Order {id: 2})-[:CONTAINS {id: 7}]->(:Product {sku: 'A'}) += {n: 3}
                """);
        assertThat(items.deleted(item(7L, 1L, "A"))).isEqualTo("""
                delete (:Order {id: 1})-[:CONTAINS {id: 7}]->(:Product {sku: 'A'})
                """);
        assertThat(items.tombstone("id", 7L)).isEqualTo("skipped: tombstone whose key determines nothing");
    }

    @Test
    void aRelationshipThatCannotFollowBecauseOfAnotherTopicsIsNamedOnce() {
        var items = items(ITEMS, GIFTS);
        try (var log = LogCapture.info()) {
            items.updated(null, item(7L, 1L, "A"));
            items.updated(null, item(7L, 2L, "A"));

            assertThat(log.lines("cannot follow"))
                    .containsExactly(
                            "WARN Withdrawal: A relationship of (:Order {!id: order_id})-[:CONTAINS {!id, n}]->(:Product {!sku}) in topic"
                                    + " shop.public.orders cannot follow its row when the row changes: the records have no before image, and"
                                    + " the topics [topic0] make relationships that cannot be told from it. Capture before images"
                                    + " (REPLICA IDENTITY FULL), or give each topic a type of its own, or the relationship a key that"
                                    + " holds the topic, as in -[:TYPE {!source: __topic}]->\n");
        }
    }

    @Test
    void theNameOfTheTopicInTheirKeysTellsThemApart() {
        var items = items(
                "(:Order {!id: order_id})-[:CONTAINS {!id, !from: __topic, n}]->(:Product {!sku})",
                "(:Order {!id: order})-[:CONTAINS {!id: gift, !from: __topic, n}]->(:Product {!sku: product})");

        assertThat(items.tombstone("id", 7L)).isEqualTo("""
                prune (:Order)-[:CONTAINS {from: 'shop.public.orders', id: 7}]->(:Product)
                """);
    }

    @Test
    void endsFoundByOtherKeysTellThemApartUnlessOneRowWritesBoth() {
        var byNumber = "(:Order {!id: order})-[:CONTAINS {!id: gift, n}]->(:Product {!number: product})";

        assertThat(items(ITEMS, byNumber).tombstone("id", 7L)).isEqualTo("""
                prune (:Order)-[:CONTAINS {id: 7}]->(:Product)
                """);
        assertThat(items(ITEMS, byNumber, "(:Product {!sku, number})").tombstone("id", 7L))
                .isEqualTo("skipped: tombstone whose key determines nothing");
    }

    @Test
    void aKeyThatOnlyOneOfThemHasTellsThemApart() {
        var plain = "(:Order {!id})-[:CONTAINS {n}]->(:Product {!sku})";

        assertThat(items(plain, GIFTS).updated(item(7L, 1L, "A"), item(7L, 1L, "B")))
                .isEqualTo("""
                prune (:Order {id: 7})-[:CONTAINS not by [[id]]]->(:Product) but (:Order {id: 7})-[:CONTAINS not by [[id]]]->(:Product {sku: 'B'})
                upsert (:Order {id: 7})
                upsert (:Product {sku: 'B'})
                upsert (:Order {id: 7})-[:CONTAINS not by [[id]]]->(:Product {sku: 'B'}) += {n: 3}
                """);
    }
}
