package org.graphsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.pipeline.WrittenTopics.row;

import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Rows of several topics in one node: it is there as long as one of them is, with what they have written and no more. */
@WithNeo4j
class SeveralWritersIT {

    private static WrittenTopics products(Driver driver) {
        return new WrittenTopics(driver)
                .topic("products", "(:Product:Thing {!sku, name})")
                .topic("ratings", "(:Product:Rated {!sku: sku, rating, text})");
    }

    private static WrittenTopics rated(Driver driver) {
        return products(driver)
                .inserted("products", row("sku", "a"), row("sku", "a", "name", "Axe"))
                .inserted("ratings", row("rid", 9L), row("rid", 9L, "sku", "a", "rating", 5L, "text", "good"));
    }

    @Test
    void aRowThatMovesTakesItsOwnPartToANodeThatIsThere(Driver driver) {
        rated(driver)
                .inserted("products", row("sku", "b"), row("sku", "b", "name", "Bow"))
                .updated(
                        "ratings",
                        row("rid", 9L),
                        row("rid", 9L, "sku", "a", "rating", 5L, "text", "good"),
                        row("rid", 9L, "sku", "b", "rating", 4L, "text", "__debezium_unavailable_value"));

        assertThat(products(driver).graph())
                .containsExactly(
                        "(:Product:Rated:Thing {name: \"Bow\", rating: 4, sku: \"b\", text: \"good\"})",
                        "(:Product:Thing {name: \"Axe\", sku: \"a\"})");
    }

    @Test
    void aRowThatMovesMakesTheNodeToWhichItComes(Driver driver) {
        rated(driver)
                .updated(
                        "ratings",
                        row("rid", 9L),
                        row("rid", 9L, "sku", "a", "rating", 5L),
                        row("rid", 9L, "sku", "b", "rating", 5L, "text", "__debezium_unavailable_value"));

        assertThat(products(driver).graph())
                .containsExactly(
                        "(:Product:Rated {rating: 5, sku: \"b\", text: \"good\"})",
                        "(:Product:Thing {name: \"Axe\", sku: \"a\"})");
    }

    @Test
    void aRowWhoseForeignKeyBecomesNullTakesItsPartAway(Driver driver) {
        var products = rated(driver)
                .updated(
                        "ratings",
                        row("rid", 9L),
                        row("rid", 9L, "sku", "a", "rating", 5L, "text", "good"),
                        row("rid", 9L, "sku", null, "rating", 5L, "text", "good"));

        assertThat(products.graph()).containsExactly("(:Product:Thing {name: \"Axe\", sku: \"a\"})");

        products.deleted("ratings", row("rid", 9L), row("rid", 9L, "sku", null, "rating", 5L, "text", "good"));
        assertThat(products.graph()).containsExactly("(:Product:Thing {name: \"Axe\", sku: \"a\"})");
    }

    @Test
    void theOwnerThatMovesToANodeOfASecondWriterLeavesTheOtherOneToItsWriter(Driver driver) {
        var customers = new WrittenTopics(driver)
                .topic("customers", "(:Customer {!id: number, name})")
                .topic("scores", "(:Customer {!id: customer_id, score})")
                .inserted("customers", row("pk", 1L), row("pk", 1L, "number", 1L, "name", "Ann"))
                .inserted("scores", row("pk", 7L), row("pk", 7L, "customer_id", 1L, "score", 70L))
                .inserted("scores", row("pk", 8L), row("pk", 8L, "customer_id", 2L, "score", 80L))
                .updated(
                        "customers",
                        row("pk", 1L),
                        row("pk", 1L, "number", 1L, "name", "Ann"),
                        row("pk", 1L, "number", 2L, "name", "Ann"));

        assertThat(customers.graph())
                .containsExactly("(:Customer {id: 1, score: 70})", "(:Customer {id: 2, name: \"Ann\", score: 80})");
    }

    @Test
    void nothingOfADeletedRowStaysWhateverTheTaskHasMetAndOthersHaveWritten(Driver driver) {
        var customers = new WrittenTopics(driver)
                .topic("customers", "(:Customer {!id, *})")
                .topic("scores", "(:Customer {!id: customer_id, attrs})")
                .inserted("customers", row("id", 1L), row("id", 1L, "name", "Ann", "tags", row("vip", true)))
                .inserted(
                        "scores",
                        row("customer_id", 1L),
                        row("customer_id", 1L, "attrs", row("color", "red", "size", 4L)))
                .query("MATCH (c:Customer) SET c.pageRank = 0.5")
                .restart()
                .tombstone("customers", row("id", 1L));

        assertThat(customers.graph()).containsExactly("(:Customer {attrs.color: \"red\", attrs.size: 4, id: 1})");

        customers
                .query("MATCH (c:Customer) SET c.pageRank = 0.5")
                .restart()
                .tombstone("scores", row("customer_id", 1L));
        assertThat(customers.graph()).isEmpty();
    }

    @Test
    void aCurrentRowThatWroteOnlyNullsKeepsItsNode(Driver driver) {
        var products = products(driver)
                .inserted("products", row("sku", "a"), row("sku", "a", "name", null))
                .inserted("ratings", row("rid", 9L), row("rid", 9L, "sku", "a", "rating", 5L, "text", "good"))
                .deleted("ratings", row("rid", 9L), row("rid", 9L, "sku", "a", "rating", 5L, "text", "good"));

        assertThat(products.graph()).containsExactly("(:Product:Thing {sku: \"a\"})");

        products.tombstone("products", row("sku", "a"));
        assertThat(products.graph()).isEmpty();
    }

    @Test
    void allPatternsOfARowsNodeAreItsOwn(Driver driver) {
        var people = new WrittenTopics(driver)
                .topic(
                        "people",
                        "(:Person {!id, name}) ; (:Person:Employee {!id, salary})"
                                + " ; (:Person {!id, nick})-[:LIVES_IN]->(:City {!name: city})")
                .topic("scores", "(:Person {!id: person_id, score})")
                .inserted(
                        "people",
                        row("id", 1L),
                        row("id", 1L, "name", "Ann", "salary", 9L, "nick", "A", "city", "Bonn"))
                .inserted("scores", row("person_id", 1L), row("person_id", 1L, "score", 5L))
                .restart()
                .tombstone("people", row("id", 1L));

        assertThat(people.graph()).containsExactly("(:City {name: \"Bonn\"})", "(:Person {id: 1, score: 5})");
    }

    @Test
    void aLabelStaysThatAnotherRowGivesToo(Driver driver) {
        var people = new WrittenTopics(driver)
                .topic("people", "(:Person:Staff:Named {!id, name})")
                .topic("wages", "(:Person:Staff:$(kind) {!id: person_id, wage})")
                .inserted("people", row("id", 1L), row("id", 1L, "name", "Ann"))
                .inserted("wages", row("person_id", 1L), row("person_id", 1L, "wage", 5L, "kind", "Named"))
                .tombstone("people", row("id", 1L));

        assertThat(people.graph()).containsExactly("(:Named:Person:Staff {id: 1, wage: 5})");
    }

    @Test
    void aTruncateTakesTheRowsOfItsTopicAndLeavesThoseOfOthers(Driver driver) {
        var people = new WrittenTopics(driver)
                .topic(
                        "people",
                        "(:Person {!id, name}) ; (:Profile {!user: id, bio}) ; (:Person {!id})-[:HAS]->(:Profile {!user: id})")
                .topic("scores", "(:Person {!id: person_id, score})")
                .inserted("people", row("id", 1L), row("id", 1L, "name", "Ann", "bio", "long"))
                .inserted("people", row("id", 2L), row("id", 2L, "name", "Bo", "bio", "short"))
                .inserted("scores", row("person_id", 1L), row("person_id", 1L, "score", null))
                .inserted("scores", row("person_id", 3L), row("person_id", 3L, "score", 5L))
                .truncated("people");

        assertThat(people.graph()).containsExactly("(:Person {id: 1})", "(:Person {id: 3, score: 5})");

        assertThat(people.truncated("scores").graph()).isEmpty();
    }

    @Test
    void whatTheEndOfARelationshipWroteKeepsANodeWhoseRowIsGone(Driver driver) {
        var people = new WrittenTopics(driver)
                .topic(
                        "people",
                        "(:Person {!id, name}) ; (:Person {!id})-[:REPORTS_TO]->(:Person {!id: boss, rank: boss_rank})")
                .inserted("people", row("id", 2L), row("id", 2L, "name", "Bo"))
                .inserted("people", row("id", 1L), row("id", 1L, "name", "Ann", "boss", 2L, "boss_rank", "top"))
                .tombstone("people", row("id", 2L));

        assertThat(people.graph())
                .containsExactly(
                        "(:Person {id: 1, name: \"Ann\"})",
                        "(:Person {id: 1, name: \"Ann\"})-[:REPORTS_TO {}]->(:Person {id: 2, rank: \"top\"})",
                        "(:Person {id: 2, rank: \"top\"})");
    }
}
