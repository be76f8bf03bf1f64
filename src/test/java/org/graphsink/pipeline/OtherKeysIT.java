package org.graphsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.pipeline.WrittenTopics.row;

import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Nodes of rows to which some refer by their id, and some by another key that the rows write. */
@WithNeo4j
class OtherKeysIT {

    private static final String ANN = "(:Customer {email: \"a@x\", id: 1, name: \"Ann\"})";

    private final WrittenTopics topics;

    OtherKeysIT(Driver driver) {
        this.topics = new WrittenTopics(driver)
                .topic("customers", "(:Customer {!id, email, name})")
                .topic("orders", "(:Order {!id, -email}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!email})")
                .topic("reviews", "(:Review {!id, -by}) ; (:Review {!id})-[:BY]->(:Customer {!id: by})");
    }

    @BeforeEach
    void constraints() {
        for (var key : new String[] {"id", "email"}) {
            topics.query("CREATE CONSTRAINT IF NOT EXISTS FOR (n:Customer) REQUIRE n." + key + " IS UNIQUE");
        }
    }

    private void customer(long id, String email, String name) {
        topics.inserted("customers", row("id", id), row("id", id, "email", email, "name", name));
    }

    private void order(long id, String email) {
        topics.inserted("orders", row("id", id), row("id", id, "email", email));
    }

    private void review(long id, long customer) {
        topics.inserted("reviews", row("id", id), row("id", id, "by", customer));
    }

    @Test
    void aRowBecomesOfThePlaceholderOfAnyKey() {
        order(9, "a@x");
        customer(1, "a@x", "Ann");

        assertThat(topics.graph()).containsExactly(ANN, "(:Order {id: 9})", "(:Order {id: 9})-[:PLACED_BY {}]->" + ANN);
    }

    @Test
    void placeholdersOfSeveralKeysBecomeOneNode() {
        order(9, "a@x");
        review(5, 1);
        customer(1, "a@x", "Ann");

        assertThat(topics.graph())
                .containsExactly(
                        ANN,
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->" + ANN,
                        "(:Review {id: 5})",
                        "(:Review {id: 5})-[:BY {}]->" + ANN);
    }

    @Test
    void aNodeThatGetsThatKeyLaterGetsWhatRefersToItByThat() {
        customer(1, null, "Ann");
        order(9, "a@x");
        customer(1, "a@x", "Ann");

        assertThat(topics.graph()).containsExactly(ANN, "(:Order {id: 9})", "(:Order {id: 9})-[:PLACED_BY {}]->" + ANN);
    }

    @Test
    void whatRefersToADeletedRowByAnotherKeyIsFoundByTheNextRowOfThatKey() {
        customer(1, "a@x", "Ann");
        order(9, "a@x");
        review(5, 1);
        topics.tombstone("customers", row("id", 1L));

        assertThat(topics.graph())
                .containsExactly(
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->(:Customer:__Placeholder {email: \"a@x\"})",
                        "(:Review {id: 5})",
                        "(:Review {id: 5})-[:BY {}]->(:Customer:__Placeholder {id: 1})");

        customer(2, "a@x", "Ann");
        assertThat(topics.graph())
                .containsExactly(
                        "(:Customer {email: \"a@x\", id: 2, name: \"Ann\"})",
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->(:Customer {email: \"a@x\", id: 2, name: \"Ann\"})",
                        "(:Review {id: 5})",
                        "(:Review {id: 5})-[:BY {}]->(:Customer:__Placeholder {id: 1})");
    }

    @Test
    void nothingOfADeletedRowStaysToWhichNothingRefers() {
        customer(1, "a@x", "Ann");
        topics.tombstone("customers", row("id", 1L));

        assertThat(topics.query("MATCH (n:__Placeholder) SET n:Left REMOVE n:__Placeholder")
                        .graph())
                .isEmpty();
    }

    @Test
    void aDeletionAndTheNextRowOfThatKeyInOnePoll() {
        customer(1, "a@x", "Ann");
        order(9, "a@x");
        topics.inOnePoll(() -> {
            topics.tombstone("customers", row("id", 1L));
            customer(2, "a@x", "Ann");
        });

        assertThat(topics.graph())
                .containsExactly(
                        "(:Customer {email: \"a@x\", id: 2, name: \"Ann\"})",
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->(:Customer {email: \"a@x\", id: 2, name: \"Ann\"})");
    }

    @Test
    void aRowThatOthersWriteToLeavesThemTheNodeAndWhatRefersByItsKeyThePlaceholder() {
        topics.topic("customers", "(:Customer {!id, *})").topic("scores", "(:Customer {!id: customer, score})");
        customer(1, "a@x", "Ann");
        topics.inserted("scores", row("customer", 1L), row("customer", 1L, "score", 7L));
        order(9, "a@x");
        topics.tombstone("customers", row("id", 1L));

        assertThat(topics.graph())
                .containsExactly(
                        "(:Customer {id: 1, score: 7})",
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->(:Customer:__Placeholder {email: \"a@x\"})");
    }

    @Test
    void aTruncateLeavesPlaceholdersOfBothKeys() {
        customer(1, "a@x", "Ann");
        order(9, "a@x");
        review(5, 1);
        topics.truncated("customers");

        assertThat(topics.graph())
                .containsExactly(
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->(:Customer:__Placeholder {email: \"a@x\"})",
                        "(:Review {id: 5})",
                        "(:Review {id: 5})-[:BY {}]->(:Customer:__Placeholder {id: 1})");
    }
}
