package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.cypher.Rows.CUSTOMER;
import static org.graphsink.cypher.Rows.LINE;
import static org.graphsink.cypher.Rows.id;
import static org.graphsink.cypher.Rows.row;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.graph.Share;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;
import org.junit.jupiter.api.Test;

/** Labels and relationship types that are emptied in transactions of at most a hundred nodes or relationships. */
class EmptyingBatchesTest {

    private static final Placeholders CUSTOMERS =
            new Placeholders("__Placeholder", Set.of("Customer")::contains, Set.of("Line")::contains);

    private static Optional<List<CypherStatement>> batches(Placeholders placeholders, WriteStep... steps) {
        return new CypherRenderer(placeholders).renderEmptyingInBatches(new WritePlan(List.of(steps)), 100);
    }

    private static List<String> texts(Placeholders placeholders, WriteStep... steps) {
        return batches(placeholders, steps).orElseThrow().stream()
                .map(CypherStatement::text)
                .toList();
    }

    @Test
    void relationshipsGoBeforeTheNodesOfALabel() {
        assertThat(texts(Placeholders.NONE, Rows.emptyLabel(CUSTOMER, Claims.NONE)))
                .containsExactly("""
                MATCH (n:`Customer`)-[r]-(left)
                WITH r, left LIMIT $most
                DELETE r
                RETURN count(*) AS changed""", """
                MATCH (n:`Customer`)
                WITH n LIMIT $most
                DETACH DELETE n
                RETURN count(*) AS changed""");
    }

    @Test
    void placeholdersToWhichNodesOfTheLabelReferGoWithTheRelationships() {
        assertThat(texts(CUSTOMERS, Rows.emptyLabel(LINE, Claims.NONE)).get(0)).isEqualTo("""
                MATCH (n:`Line`)-[r]-(left)
                WITH r, left LIMIT $most
                DELETE r
                WITH collect(DISTINCT left) AS ends, count(*) AS rows
                FOREACH (left IN [left IN ends WHERE left:`__Placeholder` AND NOT EXISTS { MATCH (left)--() }] | SET left = {} DELETE left)
                RETURN rows AS changed""");
    }

    @Test
    void nodesToWhichOthersReferBecomePlaceholdersOnce() {
        var claims =
                new Claims(List.of(new Reference(Optional.of("GIVEN_BY"), true)), Optional.empty(), List.of("Vip"));

        assertThat(texts(CUSTOMERS, Rows.emptyLabel(CUSTOMER, claims))).containsExactly("""
                MATCH (n:`Customer`)
                WHERE n:`Vip` OR any(name IN keys(n) WHERE NOT name IN $names) OR NOT n:`__Placeholder`
                WITH n LIMIT $most
                SET n = {`id`: n.`id`}, n:`__Placeholder`
                REMOVE n:`Vip`
                RETURN count(*) AS changed""", """
                MATCH (n:`Customer`)
                WHERE n:`__Placeholder`
                MATCH (n)-[r]-(left)
                WHERE NOT (r:`GIVEN_BY` AND endNode(r) = n)
                WITH r, left LIMIT $most
                DELETE r
                WITH collect(DISTINCT left) AS ends, count(*) AS rows
                FOREACH (left IN [left IN ends WHERE left:`__Placeholder` AND NOT EXISTS { MATCH (left)--() }] | SET left = {} DELETE left)
                RETURN rows AS changed""", """
                MATCH (n:`Customer`)
                WHERE n:`__Placeholder` AND NOT (n)--()
                WITH n LIMIT $most
                SET n = {}
                DETACH DELETE n
                RETURN count(*) AS changed""");
    }

    @Test
    void nodesToWhichOthersWriteLoseWhatWasTheRowsOwnOnce() {
        var claims = new Claims(List.of(), Optional.of(Share.unmarked(List.of("email", "name"))), List.of("Vip"));

        assertThat(texts(CUSTOMERS, Rows.emptyLabel(CUSTOMER, claims)).get(0)).isEqualTo("""
                WITH 0 AS i
                MATCH (n:`Customer`)
                WHERE n:`Vip` OR any(name IN keys(n) WHERE any(own IN $own[i] WHERE name = own OR name STARTS WITH own + '.')) OR size(keys(n)) = 1 AND NOT n:`__Placeholder`
                WITH n, i LIMIT $most
                REMOVE n:`Vip`
                FOREACH (name IN [name IN keys(n) WHERE any(own IN $own[i] WHERE name = own OR name STARTS WITH own + '.')] | SET n[name] = null)
                WITH n
                FOREACH (bare IN CASE WHEN size(keys(n)) = 1 THEN [n] ELSE [] END | SET bare = {`id`: bare.`id`}, bare:`__Placeholder`)
                RETURN count(*) AS changed""");
    }

    @Test
    void aTypeTakesItsPlaceholdersAlong() {
        assertThat(texts(CUSTOMERS, Rows.emptyType("GIVEN_BY", "Line", "Customer")))
                .containsExactly("""
                MATCH (a:`Line`)-[r:`GIVEN_BY`]->(b:`Customer`)
                WITH a, r, b LIMIT $most
                DELETE r
                WITH b AS left
                WITH collect(DISTINCT left) AS ends, count(*) AS rows
                FOREACH (left IN [left IN ends WHERE left:`__Placeholder` AND NOT EXISTS { MATCH (left)--() }] | SET left = {} DELETE left)
                RETURN rows AS changed""");
    }

    @Test
    void ofATypeBetweenPlaceholdersBothEndsAreLookedAt() {
        assertThat(texts(CUSTOMERS, Rows.emptyType("RATED", "Customer", "Customer")))
                .singleElement()
                .asString()
                .contains("\nUNWIND [a, b] AS left\n")
                .endsWith("\nRETURN rows / 2 AS changed");
    }

    @Test
    void aTypeWithoutPlaceholdersIsDeletedAlone() {
        assertThat(texts(Placeholders.NONE, Rows.emptyType("GIVEN_BY", "Line", "Customer")))
                .containsExactly("""
                MATCH (a:`Line`)-[r:`GIVEN_BY`]->(b:`Customer`)
                WITH a, r, b LIMIT $most
                DELETE r
                RETURN count(*) AS changed""");
    }

    @Test
    void howManyAreTakenIsAParameter() {
        assertThat(batches(Placeholders.NONE, Rows.emptyLabel(CUSTOMER, Claims.NONE))
                        .orElseThrow())
                .allSatisfy(statement -> assertThat(statement.parameters()).isEqualTo(Rows.parameters("most", 100L)));
    }

    @Test
    void aPlanThatDoesAnythingElseIsNotWrittenInBatches() {
        assertThat(batches(
                        Placeholders.NONE,
                        Rows.emptyLabel(CUSTOMER, Claims.NONE),
                        Rows.upsert(CUSTOMER, row(id(1L), "name", "Ann"))))
                .isEmpty();
        assertThat(batches(Placeholders.NONE)).isEmpty();
    }
}
