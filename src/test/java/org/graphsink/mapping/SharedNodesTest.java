package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.footprint.Footprint;
import org.graphsink.footprint.Footprints;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.Placeholders;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.DefaultSettings;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes in which rows of several topics have something. */
@ParameterizedClass
@EnumSource
class SharedNodesTest {

    private static final String CUSTOMERS = "(:Customer:Party {!id, *})";
    private static final String ORDERS =
            "(:Order {!id, total}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id})";
    private static final String SCORES = "(:Customer {!id: customer_id, score})";

    @Parameter
    DataForm form;

    private DebeziumTable customers(String... others) {
        return customers(DefaultSettings.MAPPING, others);
    }

    private DebeziumTable customers(MappingSettings settings, String... others) {
        return new DebeziumTable(
                form, CUSTOMERS, "id int64, name string, email string", "id", settings, List.of(others));
    }

    private DebeziumTable orders(String... others) {
        return new DebeziumTable(
                form,
                ORDERS,
                "id int64, customer_id int64, total int64",
                "id",
                DefaultSettings.MAPPING,
                List.of(others));
    }

    private static Map<String, Object> ann() {
        return row("id", 1L, "name", "Ann", "email", "ann@example.org");
    }

    @Test
    void theEndOfARelationshipIsAPlaceholderUntilTheRowOfAnotherTopicComes() {
        assertThat(orders(CUSTOMERS).inserted(row("id", 10L, "customer_id", 1L, "total", 5L)))
                .isEqualTo("""
                prune (:Order {id: 10})-[:PLACED_BY]->(:Customer) but (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                upsert (:Order {id: 10}) += {total: 5}
                upsert (:Order {id: 10})
                upsert (:Customer {id: 1}) or a placeholder
                upsert (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                """);
        assertThat(customers(ORDERS).inserted(ann())).isEqualTo("""
                upsert (:Customer {id: 1}) +Party += {name: 'Ann', email: 'ann@example.org'} for its row
                """);
    }

    @Test
    void noPlaceholderStandsForANodeThatIsNoRowsOwn() {
        assertThat(orders().inserted(row("id", 10L, "customer_id", 1L, "total", 5L)))
                .contains("\nupsert (:Customer {id: 1})\n");
    }

    @Test
    void noPlaceholderStandsForANodeThatIsFoundByAnotherKeyThanRowsOfAnyLabelAre() {
        var things = new DebeziumTable(
                form,
                "(:$(kind) {!id}) ; (:$(kind) {!id})-[:TAGGED]->(:Tag {!name: tag}) ; (:$(kind) {!id})-[:IN]->(:Box {!id: box})",
                "id int64, kind string, tag string, box int64",
                "id");

        assertThat(things.inserted(row("id", 1L, "kind", "Cup", "tag", "blue", "box", 2L)))
                .contains("\nupsert (:Tag {name: 'blue'})\n", "\nupsert (:Box {id: 2}) or a placeholder\n");
    }

    @Test
    void anEndToWhichItsPatternWritesIsAsGoodAsARow() {
        var orders = "(:Order {!id: id})-[:PLACED_BY]->(:Customer {!id: customer_id, name: customer_name})";
        var table = new DebeziumTable(
                form,
                orders,
                "id int64, customer_id int64, customer_name string",
                "id",
                DefaultSettings.MAPPING,
                List.of(CUSTOMERS));

        assertThat(table.inserted(row("id", 10L, "customer_id", 1L, "customer_name", "Ann")))
                .contains("\nupsert (:Customer {id: 1}) +__Shared += {name: 'Ann'} for its row\n");
    }

    @Test
    void aDeletedRowLeavesItsNodeToTheRowsThatReferToIt() {
        assertThat(customers(ORDERS).deleted(ann())).isEqualTo("""
                delete (:Customer {id: 1}) unless held by <-[:PLACED_BY]-, losing labels [Party]
                """);
        assertThat(customers(ORDERS).tombstone("id", 1L)).isEqualTo("""
                delete (:Customer {id: 1}) unless held by <-[:PLACED_BY]-, losing labels [Party]
                """);
    }

    @Test
    void aDeletedRowTakesItsOwnRelationshipsAlongFromANodeThatMayStay() {
        var table = new DebeziumTable(
                form,
                "(:Person {!id, -boss}) ; (:Person {!id})-[:REPORTS_TO]->(:Person {!id: boss})",
                "id int64, boss int64",
                "id");

        assertThat(table.deleted(row("id", 1L, "boss", 2L))).isEqualTo("""
                prune (:Person {id: 1})-[:REPORTS_TO]->(:Person)
                delete (:Person {id: 1})-[:REPORTS_TO]->(:Person {id: 2})
                delete (:Person {id: 1}) unless held by <-[:REPORTS_TO]-
                """);
    }

    @Test
    void aDeletedRowTakesAllItsNodesAlongWithWhatItPutBetweenThem() {
        var users = new DebeziumTable(
                form,
                "(:User {!id}) ; (:Profile {!user: id, bio}) ; (:User {!id})-[:HAS]->(:Profile {!user: id})",
                "id int64, bio string",
                "id");

        var deletion = """
                delete (:User {id: 1})
                delete (:Profile {user: 1})
                """;
        assertThat(users.deleted(row("id", 1L, "bio", "short"))).isEqualTo(deletion);
        assertThat(users.tombstone("id", 1L)).isEqualTo(deletion);
    }

    @Test
    void aSecondNodeOfARowIsHeldByTheRowsOfOthers() {
        var users = new DebeziumTable(
                form,
                "(:User {!id}) ; (:Profile {!user: __key.id, bio}) ; (:User {!id})-[:HAS]->(:Profile {!user: __key.id})",
                "id int64, bio string",
                "id",
                DefaultSettings.MAPPING,
                List.of("(:Visit {!id}) ; (:Visit {!id})-[:OF]->(:Profile {!user: visited})"));

        assertThat(users.inserted(row("id", 1L, "bio", "short")))
                .contains("upsert (:Profile {user: 1}) += {bio: 'short'} for its row\n");
        assertThat(users.tombstone("id", 1L)).isEqualTo("""
                delete (:User {id: 1})
                delete (:Profile {user: 1}) unless held by <-[:OF]-
                """);
    }

    @Test
    void aNodeToWhichNobodyRefersGoesWithAllThatItHas() {
        assertThat(customers().deleted(ann())).isEqualTo("delete (:Customer {id: 1})\n");
        assertThat(orders(CUSTOMERS).deleted(row("id", 10L, "customer_id", 1L, "total", 5L)))
                .isEqualTo("delete (:Order {id: 10})\n");
    }

    @Test
    void aRowTakesOnlyItsOwnPropertiesFromANodeToWhichAnotherTopicWrites() {
        assertThat(customers(SCORES).deleted(ann())).isEqualTo("""
                delete (:Customer {id: 1}) unless held, marked [__Row_topic0, __Shared], losing __Row_shop.public.orders, losing all but [id, score], losing labels [Party]
                """);
        var scores = new DebeziumTable(
                form,
                SCORES,
                "customer_id int64, score int64",
                "customer_id",
                DefaultSettings.MAPPING,
                List.of(CUSTOMERS));
        assertThat(scores.tombstone("customer_id", 1L)).isEqualTo("""
                delete (:Customer {id: 1}) unless held, marked [__Row_topic0, __Shared], losing __Row_shop.public.orders, losing [score]
                """);
    }

    @Test
    void rowsThatMayHaveOneRelationshipAreWarnedAboutOnce() {
        var likes = new DebeziumTable(
                form,
                "(:Person {!id: person})-[:LIKES]->(:Tag {!name: tag})",
                "id int64, person int64, tag string",
                "id");
        try (var log = LogCapture.info()) {
            likes.inserted(row("id", 1L, "person", 1L, "tag", "blue"));
            likes.inserted(row("id", 2L, "person", 1L, "tag", "blue"));

            assertThat(log.lines())
                    .containsExactly(
                            "WARN Withdrawal: Rows of topic shop.public.orders between the same nodes have one relationship of"
                                    + " (:Person {!id: person})-[:LIKES {*}]->(:Tag {!name: tag}), because neither its ends nor a key of its"
                                    + " own hold the record key: it goes with the first row that goes. Give the relationship the record"
                                    + " key as its key, as in -[:TYPE {!id}]->, unless there is only one row between two nodes\n");
        }
    }

    @Test
    void aTruncateTakesWhatTheTopicsRowsMadeAndNoMore() {
        var settings = new MappingSettings(
                true,
                true,
                MissingEndpoints.CREATE,
                Optional.of("__Placeholder"),
                Set.of(),
                List.of(),
                Truncate.APPLY,
                UnchangedRows.WRITE);
        var people = new DebeziumTable(
                form,
                "(:Person:Staff {!id, name}) ; (:Profile {!user: id, bio}) ; (:City {!name: city, zip})"
                        + " ; (:Person {!id})-[:LIVES_IN]->(:City {!name: city}) ; (:Person {!id})-[:KNOWS]->(:Person {!id: friend})",
                "id int64, name string, bio string, city string, zip string, friend int64",
                "id",
                settings,
                List.of("(:Person:Staff {!id: person_id, score})", "(:Person {!id: a})-[:KNOWS]->(:Person {!id: b})"));

        assertThat(people.truncated()).isEqualTo("""
                empty (:Person)-[:LIVES_IN]->(:City)
                empty (:Person) unless held by -[:KNOWS]->, <-[:KNOWS]-, marked [__Row_topic0, __Shared], losing __Row_shop.public.orders, losing [name], losing labels [Staff] unless {Staff=[__Row_topic0]}
                empty (:Profile)
                """);
    }

    @Test
    void aDeleteThatTellsOnlyTheKeyStillTellsWhichColumnsTheRowHad() {
        assertThat(customers(SCORES).deletedByKey("id", 1L)).isEqualTo("""
                delete (:Customer {id: 1}) unless held, marked [__Row_topic0, __Shared], losing __Row_shop.public.orders, losing all but [id, score], losing labels [Party]
                """);
    }

    @Test
    void relationshipsOfTypesThatOnlyTheRecordsKnowHoldANodeToo() {
        assertThat(customers("(:Customer {!id: a})-[:$(kind)]->(:Customer {!id: b})")
                        .tombstone("id", 1L))
                .isEqualTo("""
                delete (:Customer {id: 1}) unless held by -[]->, <-[]-, losing labels [Party]
                """);
    }

    @Test
    void whereRelationshipsDoNotCreateTheirEndsDeletedRowsTakeThemAlong() {
        var skipping = new MappingSettings(
                true,
                true,
                MissingEndpoints.SKIP,
                Optional.of("__Placeholder"),
                Set.of(),
                List.of(),
                Truncate.IGNORE,
                UnchangedRows.WRITE);

        assertThat(customers(skipping, ORDERS).deleted(ann())).isEqualTo("delete (:Customer {id: 1})\n");
    }

    @Test
    void withoutALabelForThemThereAreNoPlaceholders() {
        var plain = new MappingSettings(
                true,
                true,
                MissingEndpoints.CREATE,
                Optional.empty(),
                Set.of(),
                List.of(),
                Truncate.IGNORE,
                UnchangedRows.WRITE);
        var footprints = Footprints.of(Map.of("customers", footprint(CUSTOMERS), "orders", footprint(ORDERS)));

        assertThat(footprints.placeholders(plain.placeholderLabel())).isEqualTo(Placeholders.NONE);
        assertThat(customers(plain, ORDERS, SCORES).deleted(ann())).isEqualTo("delete (:Customer {id: 1})\n");
    }

    @Test
    void placeholdersStandForRowsOfAnyTopicAndLieNextToWhatRefersToThem() {
        var footprints = Footprints.of(Map.of(
                "customers",
                footprint(CUSTOMERS),
                "orders",
                footprint(ORDERS),
                "items",
                footprint("(:Order {!id: order_id})-[:CONTAINS]->(:Product {!sku})")));
        var placeholders = footprints.placeholders(DefaultSettings.MAPPING.placeholderLabel());

        assertThat(List.of("Customer", "Order", "Product", "Party"))
                .filteredOn(placeholders.possible())
                .containsExactly("Customer", "Order");
        assertThat(List.of("Customer", "Order", "Product", "Party"))
                .filteredOn(placeholders.adjacent())
                .containsExactly("Customer", "Order", "Product");
    }

    private static Footprint footprint(String patterns) {
        return new PatternStrategy(TopicPatterns.parse(patterns)).footprint();
    }
}
