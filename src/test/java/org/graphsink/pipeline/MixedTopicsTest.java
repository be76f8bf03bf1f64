package org.graphsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.graphsink.pipeline.Payments.changes;
import static org.graphsink.pipeline.Payments.payment;
import static org.graphsink.pipeline.Payments.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.footprint.Footprint;
import org.graphsink.record.RecordException;
import org.junit.jupiter.api.Test;

/** A topic of another kind than patterns between topics that patterns map. */
class MixedTopicsTest {

    private static final Map<String, String> CUSTOMERS = Map.of("customers", "(:Customer {!id, name})");
    private static final Map<String, String> ORDERS =
            Map.of("orders", "(:Order {!id}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer})");

    private final GraphPipeline mixed = Payments.beside(Payments.FOOTPRINT, CUSTOMERS);

    @Test
    void theRecordsOfBothKindsInOnePollArePlannedTogether() {
        var poll = changes(
                mixed,
                payment(10, 1L),
                row("customers", 1, Map.of("name", "Ann")),
                payment(11, 2L),
                row("customers", 2, Map.of("name", "Ben")),
                row("customers", 1, null));

        assertThat(PlanText.of(mixed.plan(poll))).isEqualTo("""
                upsert nodes (:Customer {id}) +Payer +__Row_customers += {name} for its row
                  {id: 1} {name: 'Ann'}
                  {id: 2} {name: 'Ben'}
                upsert relationships (:Customer {id})-[:MADE]->(:Payment {id}) creating ends += {}
                  (:Customer {id: 1})-[:MADE]->(:Payment {id: 10}) {}
                  (:Customer {id: 2})-[:MADE]->(:Payment {id: 11}) {}
                delete nodes (:Customer {id}) unless held by -[:MADE]->, marked [__Shared], losing __Row_customers, losing [name]
                  {id: 1}
                """);
        assertThat(text(mixed.statements(poll))).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n:`Payer`:`__Row_customers`, n.`name` = $p0[i]
                REMOVE n:`__Placeholder`

                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Customer` {`id`: $s0[i]})
                MERGE (b:`Payment` {`id`: $e0[i]})
                MERGE (a)-[r:`MADE`]->(b)

                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                REMOVE n:`__Row_customers`
                FOREACH (waits IN [(n)<-[r:`__MOVES`]-(:`__Row_customers`) | r] | DELETE waits)
                FOREACH (name IN [name IN keys(n) WHERE any(own IN $own[i] WHERE name = own OR name STARTS WITH own + '.')] | SET n[name] = null)
                WITH n
                WHERE NOT (n:`__Shared`)
                SET n = {`id`: n.`id`}, n:`__Placeholder`

                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                WITH n
                WHERE n:`__Placeholder`
                MATCH (n)-[r]-(left)
                WHERE NOT (r:`MADE` AND startNode(r) = n)
                DELETE r
                WITH DISTINCT left
                WHERE left:`__Placeholder` AND NOT (left)--()
                SET left = {}
                DELETE left

                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                WITH n
                WHERE n:`__Placeholder` AND NOT (n)--()
                SET n = {}
                DETACH DELETE n
                """);
    }

    @Test
    void theRowsOfPatternsBecomeTheNodesForWhichPlaceholdersStandThatTheOtherTopicMakes() {
        assertThat(ChangeText.of(changes(mixed, row("customers", 1, Map.of("name", "Ann")))))
                .isEqualTo("""
                upsert (:Customer {id: 1}) +__Row_customers += {name: 'Ann'} for its row
                """);
    }

    @Test
    void aDeletedRowLeavesItsNodeToWhatTheOtherTopicRefersToAndWrites() {
        assertThat(ChangeText.of(changes(mixed, row("customers", 1, null)))).isEqualTo("""
                delete (:Customer {id: 1}) unless held by -[:MADE]->, marked [__Shared], losing __Row_customers, losing [name]
                """);
    }

    @Test
    void anEndThatTheOtherTopicHasRowsForIsAPlaceholder() {
        var refunds = Payments.beside(
                Payments.FOOTPRINT,
                Map.of("refunds", "(:Refund {!id}) ; (:Refund {!id})-[:OF]->(:Payment {!id: payment})"));

        assertThat(ChangeText.of(changes(refunds, row("refunds", 5, Map.of("payment", 10L)))))
                .isEqualTo("""
                prune (:Refund {id: 5})-[:OF]->(:Payment) but (:Refund {id: 5})-[:OF]->(:Payment {id: 10}), the heir
                upsert (:Refund {id: 5}) += {payment: 10}
                upsert (:Refund {id: 5})
                upsert (:Payment {id: 10}) or a placeholder
                upsert (:Refund {id: 5})-[:OF]->(:Payment {id: 10})
                """);
    }

    @Test
    void aLabelThatTheOtherTopicGivesMakesNodesOfTwoLabelsOne() {
        var payers = Payments.beside(Payments.FOOTPRINT, Map.of("payers", "(:Payer {!email})"));
        var poll = changes(payers, payment(10, 1L), row("payers", 1, Map.of("email", "a@b.c")));

        assertThat(PlanText.of(payers.plan(poll))).isEqualTo("""
                upsert nodes (:Customer {id}) +Payer += {} or a placeholder
                  {id: 1} {}
                upsert relationships (:Customer {id})-[:MADE]->(:Payment {id}) creating ends += {}
                  (:Customer {id: 1})-[:MADE]->(:Payment {id: 10}) {}
                upsert nodes (:Payer {email}) +__Row_payers += {id}
                  {email: 'a@b.c'} {id: 1}
                """);
    }

    @Test
    void aTopicThatMayWriteAnythingHasSomethingInEveryRowsNode() {
        var unknown = Payments.beside(Footprint.ANYTHING, CUSTOMERS);

        assertThat(ChangeText.of(
                        changes(unknown, row("customers", 1, Map.of("name", "Ann")), row("customers", 1, null))))
                .isEqualTo("""
                upsert (:Customer {id: 1}) += {name: 'Ann'} for its row
                delete (:Customer {id: 1}) unless held by -[]->, <-[]-, written to, losing [name]
                """);
    }

    @Test
    void aTopicThatMayWriteAnythingMakesNoRowsForWhichPlaceholdersWouldStand() {
        var unknown = Payments.beside(Footprint.ANYTHING, ORDERS);

        assertThat(ChangeText.of(changes(unknown, row("orders", 1, Map.of("customer", 7L)))))
                .isEqualTo("""
                upsert (:Order {id: 1}) += {customer: 7} for its row
                upsert (:Order {id: 1}) or a placeholder
                upsert (:Customer {id: 7})
                upsert (:Order {id: 1})-[:PLACED_BY]->(:Customer {id: 7})
                """);
    }

    @Test
    void aLabelThatSomeTopicMayFindNodesByKeepsChangesApart() {
        var unknown = Payments.beside(Footprint.ANYTHING, Map.of("people", "(:Person:Customer {!id})"));
        var poll = changes(unknown, row("people", 1, Map.of()), payment(10, 1L));

        assertThat(PlanText.of(unknown.plan(poll))).isEqualTo("""
                upsert nodes (:Payment {id}) += {}
                  {id: 10} {}
                upsert nodes (:Person {id}) +Customer += {} for its row
                  {id: 1} {}
                upsert nodes (:Customer {id}) +Payer += {} or a placeholder
                  {id: 1} {}
                upsert relationships (:Customer {id})-[:MADE]->(:Payment {id}) += {}
                  (:Customer {id: 1})-[:MADE]->(:Payment {id: 10}) {}
                """);
    }

    @Test
    void aRecordOfTheOtherKindCanBeAtFaultToo() {
        assertThatExceptionOfType(RecordException.class)
                .isThrownBy(() -> mixed.changes(payment(10, "Ann")))
                .withMessage("A payment names its customer by a number");
    }

    private static String text(List<CypherStatement> statements) {
        return statements.stream().map(CypherStatement::text).collect(Collectors.joining("\n\n", "", "\n"));
    }
}
