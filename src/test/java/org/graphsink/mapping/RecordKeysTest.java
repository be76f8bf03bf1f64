package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Map;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics whose record key is not what identifies their rows: here orders that are keyed by their customer. */
@ParameterizedClass
@EnumSource
class RecordKeysTest {

    private static final String COLUMNS = "id int64, customer_id int64, city string";
    private static final String PLACED =
            "(:Customer {!id: customer_id})-[:PLACED {}]->(:Order {!id}) ; (:City {!name: city, !of: customer_id, -id})";

    @Parameter
    DataForm form;

    private DebeziumTable named(String patterns) {
        return DebeziumTable.rekeyed(form, patterns, COLUMNS, "customer_id", "id");
    }

    private DebeziumTable unnamed(String patterns) {
        return new DebeziumTable(form, patterns, COLUMNS, "customer_id");
    }

    private static Map<String, Object> order(long id, long customer, String city) {
        return row("id", id, "customer_id", customer, "city", city);
    }

    @Test
    void aNewOrderLeavesTheOthersOfItsCustomer() {
        assertThat(named("(:Customer {!id: customer_id})-[:PLACED {}]->(:Order {!id})")
                        .inserted(order(7, 1, "Oslo")))
                .isEqualTo("""
                prune (:Customer)-[:PLACED]->(:Order {id: 7}) but (:Customer {id: 1})-[:PLACED]->(:Order {id: 7})
                upsert (:Customer {id: 1})
                upsert (:Order {id: 7})
                upsert (:Customer {id: 1})-[:PLACED]->(:Order {id: 7})
                """);
    }

    @Test
    void aNodeMadeOfTheRecordKeyIsShared() {
        var table = named("(:Order {!id, city}) ; (:Customer {!id: customer_id, -city})");

        assertThat(table.deleted(order(7, 1, "Oslo"))).isEqualTo("delete (:Order {id: 7})\n");
    }

    @Test
    void aDeletedOrderIsFoundByItsBeforeImage() {
        assertThat(named("(:Customer {!id: customer_id})-[:PLACED {}]->(:Order {!id})")
                        .deleted(order(7, 1, "Oslo")))
                .isEqualTo("""
                prune (:Customer)-[:PLACED]->(:Order {id: 7})
                delete (:Customer {id: 1})-[:PLACED]->(:Order {id: 7})
                """);
    }

    @Test
    void aTombstoneHasTheKeyOfNoRow() {
        assertThat(named("(:Order {!id}) ; (:Customer {!id: customer_id})").tombstone("customer_id", 1L))
                .isEqualTo("skipped: tombstone whose key determines nothing");
    }

    @Test
    void aTombstoneWhoseKeyHasTheFieldsDeletes() {
        var table = DebeziumTable.rekeyed(form, "(:Order {!id})", COLUMNS, "customer_id id", "id");

        assertThat(table.tombstone("customer_id", 1L, "id", 7L)).isEqualTo("delete (:Order {id: 7})\n");
    }

    @Test
    void twoRowsThatAreCreatedUnderOneKeyAreWarnedAbout() {
        try (var log = LogCapture.info()) {
            var table = unnamed(PLACED);
            table.inserted(order(7, 1, "Oslo"));
            table.inserted(order(8, 2, "Oslo"));
            assertThat(doubts(log)).isEmpty();

            table.inserted(order(9, 1, "Oslo"));
            table.inserted(order(10, 1, "Oslo"));

            assertThat(doubts(log)).containsExactly(warning("two rows were created under one key"));
        }
    }

    @Test
    void anUpdateThatGivesARowAnotherKeyIsWarnedAbout() {
        try (var log = LogCapture.info()) {
            unnamed(PLACED).updated(order(7, 1, "Oslo"), order(7, 2, "Oslo"));

            assertThat(doubts(log)).containsExactly(warning("an update gave a row another key"));
        }
    }

    @Test
    void aBeforeImageThatDoesNotTellTheKeySaysNothingOfIt() {
        try (var log = LogCapture.info()) {
            unnamed(PLACED).updated(order(7, 0, "Oslo"), order(7, 2, "Rome"));

            assertThat(doubts(log)).isEmpty();
        }
    }

    @Test
    void aKeyIsUsedAgainAfterItsRowIsGoneOrHasChanged() {
        try (var log = LogCapture.info()) {
            var table = new DebeziumTable(form, "(:Product {!sku})", "id int64, sku string", "id");
            table.inserted(row("id", 1L, "sku", "A"));
            table.deleted(row("id", 1L, "sku", "A"));
            table.inserted(row("id", 1L, "sku", "B"));
            table.inserted(row("id", 1L, "sku", "B"));
            table.updated(row("id", 1L, "sku", "B"), row("id", 1L, "sku", "C"));
            table.inserted(row("id", 1L, "sku", "C"));
            table.tombstone("id", 1L);
            table.inserted(row("id", 1L, "sku", "D"));

            assertThat(doubts(log)).isEmpty();
        }
    }

    @Test
    void namedFieldsNeedNoWarning() {
        try (var log = LogCapture.info()) {
            var table = named(PLACED);
            table.inserted(order(7, 1, "Oslo"));
            table.inserted(order(8, 1, "Oslo"));

            assertThat(doubts(log)).isEmpty();
        }
    }

    private static List<String> doubts(LogCapture log) {
        return log.lines("DoubtfulKeys");
    }

    private static String warning(String sign) {
        return "WARN DoubtfulKeys: The record keys of topic shop.public.orders do not identify its rows: " + sign
                + ". What is found by the record key (relationships that move, what goes with a row) is then taken from"
                + " other rows as well. Name the fields that identify a row in neo4j.pattern.key.topic.shop.public.orders\n";
    }
}
