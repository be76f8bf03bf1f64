package org.graphsink.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.plan.ShopChanges.customer;
import static org.graphsink.plan.ShopChanges.order;
import static org.graphsink.plan.ShopChanges.placedBy;
import static org.graphsink.plan.ShopChanges.rated;
import static org.graphsink.plan.ShopChanges.upsert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.Reference;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.Share;
import org.graphsink.pipeline.PlanText;
import org.junit.jupiter.api.Test;

/** Placeholders within a segment, and the changes that open the next one because of them. */
class PlaceholderSegmentsTest {

    private static final Claims REFERRED =
            new Claims(List.of(new Reference(Optional.of("PLACED_BY"), true)), Optional.empty(), List.of("Vip"));
    private static final Claims WRITTEN =
            new Claims(List.of(), Optional.of(Share.unmarked(List.of("name"))), List.of());

    private static GraphChange placeholder(NodeIdentity node) {
        return UpsertNode.ensure(node, MissingNode.CREATE_PLACEHOLDER);
    }

    private static GraphChange row(NodeIdentity node, Object... properties) {
        return new UpsertNode(
                node,
                MissingNode.CREATE_FOR_ROW,
                Set.of(),
                Set.of(),
                ShopChanges.properties(properties),
                PropertyWrite.MERGE);
    }

    @Test
    void aRelationshipCreatesItsPlaceholder() {
        assertThat(PlanText.of(upsert(order(10L), "total", 5), placeholder(customer(1L)), upsert(placedBy(10L, 1L))))
                .isEqualTo("""
                        upsert nodes (:Order {id}) += {total}
                          {id: 10} {total: 5}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) creating placeholders as ends += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void aRowAndAPlaceholderOfOneNodeAreTheRowsInEitherOrder() {
        var expected = """
                upsert nodes (:Customer {id}) += {name} for its row
                  {id: 1} {name: 'Ann'}
                upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) += {}
                  (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                """;

        assertThat(PlanText.of(row(customer(1L), "name", "Ann"), placeholder(customer(1L)), upsert(placedBy(10L, 1L))))
                .isEqualTo(expected);
    }

    @Test
    void aPlaceholderIsNotWrittenWhenItsRelationshipIsTakenBack() {
        assertThat(PlanText.of(
                        placeholder(customer(1L)), upsert(placedBy(10L, 1L)), ShopChanges.delete(placedBy(10L, 1L))))
                .isEqualTo("""
                        delete relationships (:Order {id})-[:PLACED_BY]->(:Customer {id})
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1})
                        """);
    }

    @Test
    void aNodeMayStayForARelationshipThatIsToBeWrittenFirst() {
        assertThat(PlanText.of(
                        placeholder(customer(1L)), upsert(placedBy(10L, 1L)), new DeleteNode(customer(1L), REFERRED)))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) creating placeholders as ends += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        delete nodes (:Customer {id}) unless held by <-[:PLACED_BY]-, losing labels [Vip]
                          {id: 1}
                        """);
    }

    @Test
    void aRelationshipToADeletedNodeIsWrittenAfterIt() {
        assertThat(PlanText.of(
                        new DeleteNode(customer(1L), REFERRED), placeholder(customer(1L)), upsert(placedBy(10L, 1L))))
                .isEqualTo("""
                        delete nodes (:Customer {id}) unless held by <-[:PLACED_BY]-, losing labels [Vip]
                          {id: 1}
                        upsert relationships (:Order {id})-[:PLACED_BY]->(:Customer {id}) creating placeholders as ends += {}
                          (:Order {id: 10})-[:PLACED_BY]->(:Customer {id: 1}) {}
                        """);
    }

    @Test
    void whatADeletionDoesNotTakeBackIsWrittenBeforeIt() {
        assertThat(PlanText.of(row(customer(1L), "score", 5), new DeleteNode(customer(1L), WRITTEN)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) += {score} for its row
                          {id: 1} {score: 5}
                        delete nodes (:Customer {id}) unless held, written to, losing [name]
                          {id: 1}
                        """);
        assertThat(PlanText.of(
                        new UpsertNode(
                                customer(1L),
                                MissingNode.CREATE_FOR_ROW,
                                Set.of("Other"),
                                Set.of(),
                                Properties.NONE,
                                PropertyWrite.MERGE),
                        new DeleteNode(customer(1L), REFERRED)))
                .isEqualTo("""
                        upsert nodes (:Customer {id}) +Other += {} for its row
                          {id: 1} {}
                        delete nodes (:Customer {id}) unless held by <-[:PLACED_BY]-, losing labels [Vip]
                          {id: 1}
                        """);
    }

    @Test
    void whatADeletionTakesBackIsNotWritten() {
        assertThat(PlanText.of(row(customer(1L), "name", "Ann"), new DeleteNode(customer(1L), REFERRED)))
                .isEqualTo("""
                        delete nodes (:Customer {id}) unless held by <-[:PLACED_BY]-, losing labels [Vip]
                          {id: 1}
                        """);
    }

    @Test
    void rowsOfTwoTopicsThatGoTogetherTakeTheirOwn() {
        assertThat(PlanText.of(
                        new DeleteNode(customer(1L), WRITTEN),
                        new DeleteNode(
                                customer(1L),
                                new Claims(List.of(), Optional.of(Share.unmarked(List.of("score"))), List.of()))))
                .isEqualTo("""
                        delete nodes (:Customer {id}) unless held, written to, losing [name]
                          {id: 1}
                        delete nodes (:Customer {id}) unless held, written to, losing [score]
                          {id: 1}
                        """);
    }

    @Test
    void aReKeyFindsAPlaceholderThatALaterDeletionTakesAway() {
        assertThat(PlanText.of(new RekeyNode(customer(5L), customer(6L)), new DeleteNode(order(10L), Claims.NONE)))
                .isEqualTo("""
                        rekey nodes (:Customer {id}) to (:Customer {id})
                          {id: 5} to {id: 6}
                        delete nodes (:Order {id})
                          {id: 10}
                        """);
    }

    @Test
    void aRelationshipThatOpensASegmentCreatesItsPlaceholdersThere() {
        var other = rated(1L, 10L, 1L);
        var keyless = RelationshipIdentity.of("RATED", other.start(), other.end());

        assertThat(PlanText.of(upsert(rated(7L, 11L, 2L)), placeholder(customer(1L)), upsert(keyless)))
                .isEqualTo("""
                        upsert relationships (:Order {id})-[:RATED {id}]->(:Customer {id}) += {}
                          (:Order {id: 11})-[:RATED {id: 7}]->(:Customer {id: 2}) {}
                        upsert relationships (:Order {id})-[:RATED]->(:Customer {id}) creating placeholders as ends += {}
                          (:Order {id: 10})-[:RATED]->(:Customer {id: 1}) {}
                        """);
    }
}
