package org.graphsink.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.plan.ShopChanges.customer;
import static org.graphsink.plan.ShopChanges.delete;
import static org.graphsink.plan.ShopChanges.id;
import static org.graphsink.plan.ShopChanges.order;
import static org.graphsink.plan.ShopChanges.placedBy;
import static org.graphsink.plan.ShopChanges.rated;
import static org.graphsink.plan.ShopChanges.rekey;
import static org.graphsink.plan.ShopChanges.upsert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.Key;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.pipeline.PlanText;
import org.graphsink.support.UnknownFamilies;
import org.junit.jupiter.api.Test;

/** Rows in the order in which tasks that write at the same time take their locks, and rows that one statement takes. */
class RowOrderTest {

    private static final RelationshipShape KNOWS =
            new RelationshipShape("KNOWS", ShopChanges.CUSTOMER, ShopChanges.CUSTOMER, List.of("id"));

    @Test
    void nodesAreInOrderOfTheirKeys() {
        assertThat(PlanText.of(upsert(customer(3L)), upsert(customer(1L)), upsert(customer(2L))))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {}
                          {id: 1} {}
                          {id: 2} {}
                          {id: 3} {}
                        """);
    }

    @Test
    void deletedAndRekeyedNodesAreInOrderOfTheirKeys() {
        assertThat(PlanText.of(
                        delete(customer(3L)),
                        delete(customer(1L)),
                        rekey(customer(8L), customer(9L)),
                        rekey(customer(6L), customer(10L))))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 1}
                          {id: 3}
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 6} to {id: 10}
                          {id: 8} to {id: 9}
                        """);
    }

    @Test
    void relationshipsAreInOrderOfStartThenEndThenKey() {
        assertThat(PlanText.of(
                        upsert(rated(4L, 10L, 2L)),
                        upsert(rated(3L, 10L, 2L)),
                        upsert(rated(2L, 10L, 1L)),
                        upsert(rated(1L, 9L, 3L))))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:RATED {id}]->(:Customer {id}) += {}
                          (:Order {id: 9})-[:RATED {id: 1}]->(:Customer {id: 3}) {}
                          (:Order {id: 10})-[:RATED {id: 2}]->(:Customer {id: 1}) {}
                          (:Order {id: 10})-[:RATED {id: 3}]->(:Customer {id: 2}) {}
                          (:Order {id: 10})-[:RATED {id: 4}]->(:Customer {id: 2}) {}
                        """);
    }

    @Test
    void relationshipsThatMeetAtFewEndsAreInOrderOfTheEndFirst() {
        assertThat(PlanText.of(upsert(placedBy(10L, 2L)), upsert(placedBy(11L, 1L)), upsert(placedBy(9L, 2L))))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 11})-[:PLACED_BY]->(:Customer {id: 1}) {}
                          (:Order {id: 9})-[:PLACED_BY]->(:Customer {id: 2}) {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2}) {}
                        """);
    }

    @Test
    void deletedRelationshipsAreInOrderOfStartThenEnd() {
        assertThat(PlanText.of(delete(placedBy(10L, 2L)), delete(placedBy(10L, 1L)), delete(placedBy(9L, 2L))))
                .isEqualTo("""
                        delete relationships (:Order {id})-[:PLACED_BY]->(:Customer {id})
                          (:Order {id: 9})-[:PLACED_BY]->(:Customer {id: 2})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2})
                        """);
    }

    @Test
    void prunesAreInOrderOfTheirKnownEnd() {
        assertThat(PlanText.of(ShopChanges.pruneOrder(11L), ShopChanges.pruneOrder(9L), ShopChanges.pruneOrder(10L)))
                .isEqualTo("""
                        prune (:Order {id})-[:PLACED_BY]->(:Customer {id}) at start
                          (:Order {id: 9})-[:PLACED_BY]->(:Customer)
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer)
                          (:Order {id: 11})-[:PLACED_BY]->(:Customer)
                        """);
    }

    /** Where the ends leave several relationships open, those to keep are told apart by the relationship's own key. */
    @Test
    void prunesThatKeepRelationshipsWithAKeyOfTheirOwnNameThatKey() {
        var scope = new RelationshipScope(ShopChanges.RATED.withoutKey(), id(10L), Key.NONE, Key.NONE);

        assertThat(PlanText.of(new PruneRelationships(scope, java.util.Set.of(rated(1L, 10L, 1L)))))
                .isEqualTo("""
                        prune (:Order {id})-[:RATED]->(:Customer {id}) at start, kept by {id}
                          (:Order {id: 10})-[:RATED]->(:Customer) but (:Order {id: 10})-[:RATED {id: 1}]->(:Customer {id: 1})
                        """);
    }

    @Test
    void shapesAreInAnOrderThatDoesNotDependOnTheArrivalOfRows() {
        var changes = new ArrayList<GraphChange>(List.of(
                upsert(order(1L), "total", 1.0),
                upsert(customer(1L), "name", "Ann"),
                upsert(placedBy(1L, 1L)),
                upsert(new RelationshipIdentity(KNOWS, customer(1L), customer(1L), id(1L)))));
        var inOrder = PlanText.of(changes);
        var nodesReversed = new ArrayList<>(changes.subList(0, 2));
        Collections.reverse(nodesReversed);
        var relationshipsReversed = new ArrayList<>(changes.subList(2, 4));
        Collections.reverse(relationshipsReversed);
        nodesReversed.addAll(relationshipsReversed);

        assertThat(PlanText.of(nodesReversed)).isEqualTo(inOrder);
        assertThat(inOrder).isEqualTo("""
                upsert nodes (:Customer {id}) += {name}
                  {id: 1} {name: 'Ann'}
                upsert nodes (:Order {id}) += {total}
                  {id: 1} {total: 1.0}
                upsert relationships (:Customer {id})-[:KNOWS {id}]->(:Customer {id}) += {}
                  (:Customer {id: 1})-[:KNOWS {id: 1}]->(:Customer {id: 1}) {}
                upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                  (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 1}) {}
                """);
    }

    @Test
    void fewSetsOfPropertiesAreAStatementEach() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann"),
                        upsert(customer(2L), "name", "Ben", "age", 40L),
                        upsert(customer(3L), "name", "Cid")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                          {id: 3} {name: 'Cid'}
                        upsert nodes (:Customer {id}) += {name, age}
                          {id: 2} {name: 'Ben', age: 40}
                        """);
    }

    @Test
    void manySetsOfPropertiesForFewRowsAreOneStatementWithAMapPerRow() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "a", 1L),
                        upsert(customer(2L), "b", 2L),
                        upsert(customer(3L), "c", 3L),
                        upsert(customer(4L), "d", 4L),
                        upsert(customer(5L), "e", 5L)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += a map per row
                          {id: 1} {a: 1}
                          {id: 2} {b: 2}
                          {id: 3} {c: 3}
                          {id: 4} {d: 4}
                          {id: 5} {e: 5}
                        """);
    }

    @Test
    void manySetsOfPropertiesForManyRowsAreAStatementEach() {
        var changes = new ArrayList<GraphChange>();
        for (long i = 0; i < 500; i++) {
            changes.add(upsert(customer(i), "p" + i % 5, i));
        }

        assertThat(UnknownFamilies.plan(changes).steps()).hasSize(5);
        changes.remove(0);
        assertThat(UnknownFamilies.plan(changes).steps()).hasSize(1);
    }

    @Test
    void relationshipsAreSplitByTheirPropertiesToo() {
        assertThat(PlanText.of(upsert(placedBy(1L, 1L), "at", "noon"), upsert(placedBy(2L, 2L), "by", "phone")))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {at}
                          (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 1}) {at: 'noon'}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {by}
                          (:Order {id: 2})-[:PLACED_BY]->(:Customer {id: 2}) {by: 'phone'}
                        """);
    }
}
