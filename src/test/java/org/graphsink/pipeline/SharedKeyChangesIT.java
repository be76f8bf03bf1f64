package org.graphsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.pipeline.WrittenTopics.row;

import java.util.List;
import java.util.Map;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Changed primary keys of rows in nodes of several writers: each row takes its own part along, and no more. */
@WithNeo4j
class SharedKeyChangesIT {

    private static final String UNAVAILABLE = "__debezium_unavailable_value";
    private static final Map<String, Object> ONE = row("id", 1L);
    private static final Map<String, Object> TWO = row("id", 2L);
    private static final Map<String, Object> ANN = row("id", 2L, "name", "Ann", "note", UNAVAILABLE);
    private static final Map<String, Object> SCORE = row("customer_id", 2L, "score", 6L, "remark", UNAVAILABLE);

    private WrittenTopics customers;

    @BeforeEach
    void fill(Driver driver) {
        customers = new WrittenTopics(driver)
                .topic("customers", "(:Customer:Party {!id, name, note})")
                .topic("scores", "(:Customer {!id: customer_id, score, remark})")
                .inserted("customers", ONE, row("id", 1L, "name", "Ann", "note", "long"))
                .inserted("scores", row("customer_id", 1L), row("customer_id", 1L, "score", 5L, "remark", "good"));
    }

    private void customerLeaves() {
        customers.left("customers", ONE, TWO);
    }

    private void customerArrives() {
        customers.arrived("customers", TWO, ONE, ANN);
    }

    private void scoreMoves() {
        customers.arrived("scores", row("customer_id", 2L), row("customer_id", 1L), SCORE);
        customers.left("scores", row("customer_id", 1L), row("customer_id", 2L));
    }

    @Test
    void theRowsPartGoesAlongAndThatOfOthersStays() {
        customerLeaves();
        customerArrives();

        assertThat(customers.graph())
                .containsExactly(
                        "(:Customer {id: 1, remark: \"good\", score: 5})",
                        "(:Customer:Party {id: 2, name: \"Ann\", note: \"long\"})");
    }

    @Test
    void theHalvesComeInEitherOrder() {
        customerArrives();
        customerLeaves();

        assertThat(customers.graph())
                .containsExactly(
                        "(:Customer {id: 1, remark: \"good\", score: 5})",
                        "(:Customer:Party {id: 2, name: \"Ann\", note: \"long\"})");
    }

    @Test
    void bothHalvesMayComeInOnePoll() {
        customers.inOnePoll(() -> {
            customerArrives();
            customerLeaves();
        });

        assertThat(customers.graph())
                .containsExactly(
                        "(:Customer {id: 1, remark: \"good\", score: 5})",
                        "(:Customer:Party {id: 2, name: \"Ann\", note: \"long\"})");
    }

    @Test
    void rowsOfSeveralTopicsMoveToOneNodeAgain() {
        customerArrives();
        scoreMoves();
        customerLeaves();

        assertThat(customers.graph())
                .containsExactly(
                        "(:Customer:Party {id: 2, name: \"Ann\", note: \"long\", remark: \"good\", score: 6})");
    }

    @Test
    void aRowIsInTheNodeNoMoreThatItHasLeftToOthers() {
        customerLeaves();
        customers.tombstone("customers", ONE);
        customerArrives();

        assertThat(customers.graph())
                .containsExactly(
                        "(:Customer {id: 1, remark: \"good\", score: 5})",
                        "(:Customer:Party {id: 2, name: \"Ann\", note: \"long\"})");
    }

    @Test
    void aRowThatIsGoneAgainFromTheNodeOfOthersGetsNothing() {
        customerArrives();
        scoreMoves();
        customers.deleted("customers", TWO, null);
        customerLeaves();

        assertThat(customers.graph()).containsExactly("(:Customer {id: 2, remark: \"good\", score: 6})");
    }

    @Test
    void aChainOfChangesIsFollowed() {
        customerArrives();
        customers.left("customers", TWO, row("id", 3L));
        customerLeaves();
        customers.arrived("customers", row("id", 3L), TWO, row("id", 3L, "name", "Ann", "note", UNAVAILABLE));

        assertThat(customers.graph())
                .containsExactly(
                        "(:Customer {id: 1, remark: \"good\", score: 5})",
                        "(:Customer:Party {id: 3, name: \"Ann\", note: \"long\"})");
    }

    @Test
    void aRowThatTakesAllFieldsTakesWhatNoOtherTopicNames(Driver driver) {
        customers = new WrittenTopics(driver)
                .topic("customers", "(:Customer:Party {!id, *})")
                .topic("scores", "(:Customer {!id: customer_id, score, remark})");
        customers.query("MATCH (c:Customer) SET c.`address.city` = 'Bonn'");

        customerLeaves();
        customerArrives();

        assertThat(customers.graph())
                .isEqualTo(List.of(
                        "(:Customer {id: 1, remark: \"good\", score: 5})",
                        "(:Customer:Party {address.city: \"Bonn\", id: 2, name: \"Ann\", note: \"long\"})"));
    }

    /** The table oracle's "the key together with other columns" produces it, with schemaless records. */
    @Test
    void anEntryThatAMapHasNoMoreUnderTheNewKeyIsNotTakenAlong(Driver driver) {
        var guests = new WrittenTopics(driver)
                .topic("guests", "(:Guest {!id, *})")
                .inserted("guests", ONE, row("id", 1L, "attrs", Map.of("age", "old", "colour", "red"), "note", "long"));

        guests.left("guests", ONE, TWO);
        guests.arrived("guests", TWO, ONE, row("id", 2L, "attrs", Map.of("colour", "blue"), "note", UNAVAILABLE));

        assertThat(guests.graph()).contains("(:Guest {attrs.colour: \"blue\", id: 2, note: \"long\"})");
    }

    @Test
    void noEntryIsTakenAlongToAMapThatIsEmptyUnderTheNewKey(Driver driver) {
        var guests = new WrittenTopics(driver)
                .topic("guests", "(:Guest {!id, *})")
                .inserted("guests", ONE, row("id", 1L, "attrs", Map.of("age", "old"), "note", "long"));

        guests.arrived("guests", TWO, ONE, row("id", 2L, "attrs", Map.of(), "note", UNAVAILABLE));
        guests.left("guests", ONE, TWO);

        assertThat(guests.graph()).contains("(:Guest {id: 2, note: \"long\"})");
    }
}
