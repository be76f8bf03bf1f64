package org.graphsink.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.plan.ShopChanges.customer;
import static org.graphsink.plan.ShopChanges.delete;
import static org.graphsink.plan.ShopChanges.labelled;
import static org.graphsink.plan.ShopChanges.placedBy;
import static org.graphsink.plan.ShopChanges.rated;
import static org.graphsink.plan.ShopChanges.replace;
import static org.graphsink.plan.ShopChanges.update;
import static org.graphsink.plan.ShopChanges.upsert;

import java.util.List;
import java.util.Set;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.pipeline.PlanText;
import org.graphsink.support.UnknownFamilies;
import org.junit.jupiter.api.Test;

class CoalescingTest {

    @Test
    void nothingMakesNoStep() {
        assertThat(UnknownFamilies.plan(List.of()).steps()).isEmpty();
    }

    @Test
    void upsertsOfOneNodeAreOneRowInWhichTheLastWriteOfEachPropertyWins() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann", "age", 30L),
                        upsert(customer(1L), "age", 31L, "city", "Bonn")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name, age, city}
                          {id: 1} {name: 'Ann', age: 31, city: 'Bonn'}
                        """);
    }

    @Test
    void aNullIsAWriteOfItsOwn() {
        assertThat(PlanText.of(upsert(customer(1L), "name", "Ann", "age", 30L), upsert(customer(1L), "age", null)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name, age}
                          {id: 1} {name: 'Ann', age: null}
                        """);
    }

    @Test
    void integersAndFloatsThatAreEqualNameOneNode() {
        assertThat(PlanText.of(upsert(customer(1L), "name", "Ann"), upsert(customer(1.0), "name", "Ben")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ben'}
                        """);
    }

    @Test
    void labelsOfUpsertsAreUnited() {
        assertThat(PlanText.of(
                        labelled(customer(1L), Set.of("Vip"), Set.of()),
                        labelled(customer(1L), Set.of("Blocked"), Set.of())))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) +Blocked +Vip += {}
                          {id: 1} {}
                        """);
    }

    @Test
    void theLastWordOnALabelWins() {
        assertThat(PlanText.of(
                        labelled(customer(1L), Set.of("Vip"), Set.of("Blocked")),
                        labelled(customer(1L), Set.of("Blocked"), Set.of("Vip"))))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) +Blocked -Vip += {}
                          {id: 1} {}
                        """);
        assertThat(PlanText.of(
                        labelled(customer(1L), Set.of("Vip"), Set.of()),
                        upsert(customer(1L), "name", "Ann"),
                        labelled(customer(1L), Set.of(), Set.of("Vip"))))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) -Vip += {name}
                          {id: 1} {name: 'Ann'}
                        """);
    }

    @Test
    void theEndOfARelationshipDoesNotDisturbWhatItsOwnRecordWrites() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann"), UpsertNode.ensure(customer(1L), MissingNode.CREATE)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name}
                          {id: 1} {name: 'Ann'}
                        """);
    }

    @Test
    void aReplacementForgetsWhatWasWrittenBeforeItAndKeepsWhatComesAfter() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann", "age", 30L),
                        replace(customer(1L), "name", "Ben"),
                        upsert(customer(1L), "city", "Bonn")))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) = {name, city}
                          {id: 1} {name: 'Ben', city: 'Bonn'}
                        """);
    }

    @Test
    void aDeleteForgetsTheUpsertBeforeIt() {
        assertThat(PlanText.of(upsert(customer(1L), "name", "Ann"), delete(customer(1L))))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 1}
                        """);
    }

    @Test
    void anUpsertAfterADeleteFindsNothingOfTheOldNode() {
        assertThat(PlanText.of(
                        upsert(customer(1L), "name", "Ann"),
                        upsert(placedBy(10L, 1L)),
                        delete(customer(1L)),
                        upsert(customer(1L), "city", "Bonn")))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 1}
                        upsert nodes (:Customer {id}) += {city}
                          {id: 1} {city: 'Bonn'}
                        """);
    }

    @Test
    void relationshipsGoWithEitherOfTheirNodes() {
        assertThat(PlanText.of(
                        upsert(placedBy(10L, 1L)),
                        upsert(placedBy(11L, 2L)),
                        upsert(placedBy(12L, 3L)),
                        delete(customer(1L)),
                        delete(ShopChanges.order(11L))))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 1}
                        delete nodes (:Order {id})
                          {id: 11}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 12})-[:PLACED_BY]->(:Customer {id: 3}) {}
                        """);
    }

    @Test
    void upsertsOfOneRelationshipAreOneRow() {
        assertThat(PlanText.of(
                        upsert(placedBy(10L, 1L), "at", "noon", "by", "phone"),
                        upsert(placedBy(10L, 1L), "at", "night")))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {at, by}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {at: 'night', by: 'phone'}
                        """);
    }

    @Test
    void aRelationshipWithAKeyOfItsOwnIsNotTheOneBesideIt() {
        assertThat(PlanText.of(upsert(rated(1L, 10L, 1L), "stars", 5L), upsert(rated(2L, 10L, 1L), "stars", 3L)))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:RATED {id}]->(:Customer {id}) += {stars}
                          (:Order {id: 10})-[:RATED {id: 1}]->(:Customer {id: 1}) {stars: 5}
                          (:Order {id: 10})-[:RATED {id: 2}]->(:Customer {id: 1}) {stars: 3}
                        """);
    }

    @Test
    void aReplacedRelationshipForgetsWhatWasWrittenBefore() {
        assertThat(PlanText.of(upsert(placedBy(10L, 1L), "at", "noon"), replace(placedBy(10L, 1L), "by", "phone")))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) = {by}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {by: 'phone'}
                        """);
    }

    @Test
    void aRelationshipThatIsDeletedAndMadeAgainHasNothingOfTheOldOne() {
        assertThat(PlanText.of(
                        upsert(placedBy(10L, 1L), "at", "noon"),
                        delete(placedBy(10L, 1L)),
                        upsert(placedBy(10L, 1L), "by", "phone")))
                .isEqualTo("""
                        delete relationships (:Order {id})-[:PLACED_BY]->(:Customer {id})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {by}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {by: 'phone'}
                        """);
    }

    @Test
    void aRelationshipThatMovesToAndFroEndsWhereItWasLast() {
        assertThat(PlanText.of(
                        upsert(placedBy(10L, 1L)),
                        delete(placedBy(10L, 1L)),
                        upsert(placedBy(10L, 2L)),
                        delete(placedBy(10L, 2L)),
                        upsert(placedBy(10L, 1L))))
                .isEqualTo("""
                        delete relationships (:Order {id})-[:PLACED_BY]->(:Customer {id})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2})
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void prunesOfOneScopeKeepWhatAllOfThemKeep() {
        assertThat(PlanText.of(
                        ShopChanges.pruneOrder(10L, placedBy(10L, 1L)),
                        upsert(placedBy(10L, 1L), "at", "noon"),
                        ShopChanges.pruneOrder(10L, placedBy(10L, 2L)),
                        upsert(placedBy(10L, 2L), "at", "night")))
                .isEqualTo("""
                        prune (:Order {id})-[:PLACED_BY]->(:Customer {id}) at start
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer)
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {at}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 2}) {at: 'night'}
                        """);
    }

    @Test
    void aPruneKeepsTheUpsertOfWhatItKeeps() {
        assertThat(PlanText.of(
                        upsert(placedBy(10L, 1L), "at", "noon"),
                        ShopChanges.pruneOrder(10L, placedBy(10L, 1L)),
                        upsert(placedBy(10L, 1L), "by", "phone")))
                .isEqualTo("""
                        prune (:Order {id})-[:PLACED_BY]->(:Customer {id}) at start
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer) but (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {at, by}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {at: 'noon', by: 'phone'}
                        """);
    }

    @Test
    void aRelationshipPrunedByItsKeyKeepsTheEndsThatItHasNow() {
        assertThat(PlanText.of(
                        upsert(rated(1L, 10L, 1L)),
                        ShopChanges.pruneRating(1L, rated(1L, 10L, 2L)),
                        upsert(rated(1L, 10L, 2L), "stars", 5L)))
                .isEqualTo("""
                        prune (:Order {id})-[:RATED {id}]->(:Customer {id}) at key
                          (:Order)-[:RATED {id: 1}]->(:Customer) but (:Order {id: 10})-[:RATED {id: 1}]->(:Customer {id: 2})
                        upsert relationships (:Order {id})-[:RATED {id}]->(:Customer {id}) += {stars}
                          (:Order {id: 10})-[:RATED {id: 1}]->(:Customer {id: 2}) {stars: 5}
                        """);
    }

    @Test
    void anUpdateOfWhatMayNotBeCreatedStaysOne() {
        assertThat(PlanText.of(update(customer(1L), "name", "Ann"), update(customer(1L), "age", 30L)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name, age} if they exist
                          {id: 1} {name: 'Ann', age: 30}
                        """);
    }

    @Test
    void anUpdateAfterACreatingUpsertIsPartOfIt() {
        assertThat(PlanText.of(upsert(customer(1L), "name", "Ann"), update(customer(1L), "age", 30L)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {name, age}
                          {id: 1} {name: 'Ann', age: 30}
                        """);
    }

    @Test
    void anUpdateOfADeletedNodeFindsNone() {
        assertThat(PlanText.of(delete(customer(1L)), update(customer(1L), "age", 30L)))
                .isEqualTo("""
                        delete nodes (:Customer {id})
                          {id: 1}
                        upsert nodes (:Customer {id}) += {age} if they exist
                          {id: 1} {age: 30}
                        """);
    }

    @Test
    void whatBecomesOfARelationshipWithoutEndNodesIsUpToItsLastUpsert() {
        assertThat(PlanText.of(
                        upsert(placedBy(10L, 1L), MissingEndpoints.SKIP),
                        upsert(placedBy(10L, 1L), MissingEndpoints.FAIL)))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {} or fail
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void aNodeIsNotLeftToARelationshipThatMayBeLeftOut() {
        assertThat(PlanText.of(upsert(customer(1L)), upsert(placedBy(10L, 1L), MissingEndpoints.SKIP)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {}
                          {id: 1} {}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {} or skip
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }
}
