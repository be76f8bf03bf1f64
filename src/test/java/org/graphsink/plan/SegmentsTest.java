package org.graphsink.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.plan.ShopChanges.customer;
import static org.graphsink.plan.ShopChanges.delete;
import static org.graphsink.plan.ShopChanges.id;
import static org.graphsink.plan.ShopChanges.labelled;
import static org.graphsink.plan.ShopChanges.order;
import static org.graphsink.plan.ShopChanges.placedBy;
import static org.graphsink.plan.ShopChanges.rekey;
import static org.graphsink.plan.ShopChanges.update;
import static org.graphsink.plan.ShopChanges.upsert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.GraphChange.EmptyRelationshipType;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.pipeline.PlanText;
import org.junit.jupiter.api.Test;

/** The order inside a segment, and the changes that open the next one. */
class SegmentsTest {

    @Test
    void destructionComesBeforeConstructionAndNodesBeforeRelationships() {
        assertThat(PlanText.of(
                        upsert(order(10L), "total", 9.5),
                        upsert(placedBy(10L, 1L)),
                        delete(customer(3L)),
                        delete(placedBy(11L, 2L)),
                        ShopChanges.pruneOrder(12L),
                        rekey(customer(5L), customer(6L))))
                .isEqualTo("""
                        prune (:Order {id})-[:PLACED_BY]->(:Customer {id}) at start
                          (:Order {id: 12})-[:PLACED_BY]->(:Customer)
                        delete relationships (:Order {id})-[:PLACED_BY]->(:Customer {id})
                          (:Order {id: 11})-[:PLACED_BY]->(:Customer {id: 2})
                        delete nodes (:Customer {id})
                          {id: 3}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 5} to {id: 6}
                        upsert nodes (:Order {id}) += {total}
                          {id: 10} {total: 9.5}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void aRekeyedNodeIsUpdatedUnderItsNewKeyInTheSameSegment() {
        assertThat(PlanText.of(
                        rekey(customer(1L), customer(2L)),
                        upsert(customer(2L), "name", "Ann"),
                        upsert(placedBy(10L, 2L))))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        upsert nodes (:Customer {id}) += {name}
                          {id: 2} {name: 'Ann'}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2}) {}
                        """);
    }

    @Test
    void aNodeThatWasWrittenIsRekeyedInTheNextSegment() {
        assertThat(PlanText.of(upsert(customer(1L), "name", "Ann"), rekey(customer(1L), customer(2L))))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        """);
    }

    @Test
    void aNodeWithRelationshipsWrittenIsRekeyedInTheNextSegment() {
        assertThat(PlanText.of(upsert(placedBy(10L, 1L)), rekey(customer(1L), customer(2L))))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        """);
    }

    @Test
    void aNodeIsRekeyedOnceInASegment() {
        assertThat(PlanText.of(rekey(customer(1L), customer(2L)), rekey(customer(2L), customer(3L))))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 2} to {id: 3}
                        """);
    }

    @Test
    void aNodeThatTakesAKeySetFreeByAnotherIsRekeyedInTheNextSegment() {
        assertThat(PlanText.of(rekey(customer(1L), customer(2L)), rekey(customer(3L), customer(1L))))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 3} to {id: 1}
                        """);
    }

    @Test
    void aRekeyedNodeIsDeletedInTheNextSegment() {
        assertThat(PlanText.of(rekey(customer(1L), customer(2L)), delete(customer(2L))))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        delete nodes (:Customer {id})
                          {id: 2}
                        """);
    }

    @Test
    void theRelationshipsOfARekeyedNodeAreDeletedInTheNextSegment() {
        assertThat(PlanText.of(rekey(customer(1L), customer(2L)), delete(placedBy(10L, 2L))))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        delete relationships (:Order {id})-[:PLACED_BY]->(:Customer {id})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2})
                        """);
    }

    @Test
    void theRelationshipsOfARekeyedNodeArePrunedInTheNextSegment() {
        assertThat(PlanText.of(rekey(customer(1L), customer(2L)), ShopChanges.pruneOrder(10L, placedBy(10L, 2L))))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        prune (:Order {id})-[:PLACED_BY]->(:Customer {id}) at start
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer) but (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2})
                        """);
    }

    @Test
    void aNodeWhoseRelationshipWasKeptByAPruneIsRekeyedInTheNextSegment() {
        assertThat(PlanText.of(ShopChanges.pruneOrder(10L, placedBy(10L, 1L)), rekey(customer(1L), customer(2L))))
                .isEqualTo("""
                        prune (:Order {id})-[:PLACED_BY]->(:Customer {id}) at start
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer) but (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        """);
    }

    @Test
    void aDeletedKeyIsGivenToAnotherNodeInTheNextSegment() {
        assertThat(PlanText.of(delete(customer(2L)), rekey(customer(1L), customer(2L))))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 2}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 1} to {id: 2}
                        """);
    }

    /** Person 1 by id may be the person of the mail address; only the database knows. */
    @Test
    void aLabelThatIsAddressedByTwoKeysTakesTwoSegments() {
        var byMail = NodeIdentity.of("Customer", Map.of("email", "ann@example.org"));

        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann"),
                        upsert(byMail, "name", "Ben"),
                        upsert(customer(1L), "name", "Cid")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        upsert nodes (:Customer {email}) += {name}
                          {email: 'ann@example.org'} {name: 'Ben'}
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Cid'}
                        """);
    }

    @Test
    void aNodeThatMayBeFoundByAnAddedLabelTakesTwoSegments() {
        var employee = NodeIdentity.of("Employee", Map.of("id", 1L));

        assertThat(PlanText.of(
                        labelled(customer(1L), Set.of("Employee"), Set.of()),
                        upsert(employee, "name", "Ann"),
                        labelled(customer(2L), Set.of(), Set.of("Employee"))))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) +Employee += {}
                          {id: 1} {}
                        upsert nodes (:Employee {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        upsert nodes (:Customer {id}) -Employee += {}
                          {id: 2} {}
                        """);
    }

    @Test
    void relationshipsOfOneTypeWithAndWithoutKeyTakeTwoSegments() {
        var keyed = new RelationshipIdentity(
                new RelationshipShape("PLACED_BY", ShopChanges.ORDER, ShopChanges.CUSTOMER, List.of("id")),
                order(10L),
                customer(1L),
                id(5L));

        assertThat(PlanText.of(upsert(placedBy(10L, 1L)), upsert(keyed))).isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        upsert relationships (:Order {id})-[:PLACED_BY {id}]->(:Customer {id}) += {}
                          (:Order {id: 10})-[:PLACED_BY {id: 5}]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void nodesOfOtherLabelsShareASegment() {
        assertThat(PlanText.of(upsert(customer(1L)), upsert(order(1L)), upsert(customer(2L))))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {}
                          {id: 1} {}
                          {id: 2} {}
                        upsert nodes (:Order {id}) += {}
                          {id: 1} {}
                        """);
    }

    /** The relationship came first and found no customer; it must not find the one that comes after it. */
    @Test
    void aNodeThatARelationshipBeforeItMustNotFindTakesTheNextSegment() {
        assertThat(PlanText.of(upsert(placedBy(10L, 1L), MissingEndpoints.SKIP), upsert(customer(1L), "name", "Ann")))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {} or skip
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        """);
    }

    @Test
    void aCreationAfterAnUpdateOfTheSameNodeTakesTheNextSegment() {
        assertThat(PlanText.of(update(customer(1L), "age", 30L), upsert(customer(1L), "name", "Ann")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {age} if they exist
                          {id: 1} {age: 30}
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        """);
    }

    @Test
    void aRelationshipOnADeletedNodeThatIsNotBuiltAgainFindsNoNode() {
        assertThat(PlanText.of(delete(customer(1L)), upsert(placedBy(10L, 1L), MissingEndpoints.SKIP)))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 1}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {} or skip
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void emptyingStartsASegment() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann"),
                        new EmptyLabel(ShopChanges.CUSTOMER, Claims.NONE),
                        new EmptyRelationshipType("PLACED_BY", "Order", "Customer"),
                        upsert(customer(2L), "name", "Ben")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        empty (:Customer)
                        empty (:Order)-[:PLACED_BY]->(:Customer)
                        upsert nodes (:Customer {id}) += {name}
                          {id: 2} {name: 'Ben'}
                        """);
    }
}
