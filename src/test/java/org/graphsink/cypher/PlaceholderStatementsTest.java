package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.cypher.Rows.CUSTOMER;
import static org.graphsink.cypher.Rows.GIVEN_BY;
import static org.graphsink.cypher.Rows.LINE;
import static org.graphsink.cypher.Rows.RATED;
import static org.graphsink.cypher.Rows.customer;
import static org.graphsink.cypher.Rows.givenBy;
import static org.graphsink.cypher.Rows.id;
import static org.graphsink.cypher.Rows.rated;
import static org.graphsink.cypher.Rows.row;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.Reference;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.Share;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.Prune;
import org.junit.jupiter.api.Test;

/** Statements of a connector in whose graph customers may be placeholders, and lines have relationships to customers. */
class PlaceholderStatementsTest {

    private static final Placeholders CUSTOMERS =
            new Placeholders("__Placeholder", Set.of("Customer")::contains, Set.of("Line")::contains);
    private static final List<Reference> REFERENCES =
            List.of(new Reference(Optional.of("GIVEN_BY"), true), new Reference(Optional.empty(), false));

    @Test
    void theNodeOfARowIsNoPlaceholderAnyMore() {
        var step = Rows.upsertNodes(
                CUSTOMER,
                MissingNode.CREATE_FOR_ROW,
                Set.of(),
                Set.of("Lead"),
                Optional.of(List.of("name")),
                PropertyWrite.MERGE,
                List.of(row(id(1L), "name", "Ann")));

        assertThat(texts(step)).containsExactly("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n.`name` = $p0[i]
                REMOVE n:`Lead`:`__Placeholder`""");
    }

    @Test
    void anEndThatIsMissingIsCreatedAsAPlaceholder() {
        var step = Rows.upsertRelationships(
                GIVEN_BY,
                MissingNode.LEAVE,
                MissingNode.CREATE_PLACEHOLDER,
                Optional.of(List.of()),
                PropertyWrite.MERGE,
                MissingEndpoints.CREATE,
                List.of(row(givenBy(1, 10, 7))));

        assertThat(texts(step)).containsExactly("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Line` {`line`: $s0[i], `order`: $s1[i]})
                MERGE (b:`Customer` {`id`: $e0[i]}) ON CREATE SET b:`__Placeholder`
                MERGE (a)-[r:`GIVEN_BY`]->(b)""");
    }

    @Test
    void aPlaceholderGoesWithItsLastRelationship() {
        assertThat(texts(Rows.deleteRelationship(givenBy(1, 10, 7)))).containsExactly("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Line` {`line`: $s0[i], `order`: $s1[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                OPTIONAL MATCH (a)-[r:`GIVEN_BY`]->(b)
                DELETE r
                WITH DISTINCT b
                WHERE b:`__Placeholder` AND NOT (b)--()
                SET b = {}
                DELETE b""");
    }

    @Test
    void bothEndsMayBePlaceholders() {
        var scope = new RelationshipScope(RATED, Key.NONE, Key.NONE, id(5L));
        var step = Rows.prune(List.of(), new Prune(scope, List.of()));

        assertThat(texts(step)).containsExactly("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (a:`Customer`)-[r:`RATED` {`id`: $k0[i]}]->(b:`Customer`)
                WHERE NOT [a.`id`, b.`id`] IN $keep[i]
                DELETE r
                WITH a, b
                UNWIND [a, b] AS left
                WITH DISTINCT left
                WHERE left:`__Placeholder` AND NOT (left)--()
                SET left = {}
                DELETE left""");
    }

    @Test
    void aTypeThatIsEmptiedTakesItsPlaceholdersAlong() {
        assertThat(texts(Rows.emptyType("GIVEN_BY", "Line", "Customer"))).containsExactly("""
                MATCH (a:`Line`)-[r:`GIVEN_BY`]->(b:`Customer`)
                DELETE r
                WITH DISTINCT b
                WHERE b:`__Placeholder` AND NOT (b)--()
                SET b = {}
                DELETE b""");
    }

    @Test
    void aDeletedNodeTakesThePlaceholdersAlongThatItAloneReferredTo() {
        var key = Key.of(1L, 10L);

        assertThat(texts(Rows.deleteNodes(LINE, Claims.NONE, key))).containsExactly("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Line` {`line`: $k0[i], `order`: $k1[i]})
                MATCH (n)-[r]-(left:`__Placeholder`)
                DELETE r
                WITH DISTINCT left
                WHERE left:`__Placeholder` AND NOT (left)--()
                SET left = {}
                DELETE left""", """
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Line` {`line`: $k0[i], `order`: $k1[i]})
                DETACH DELETE n""");
    }

    @Test
    void aNodeToWhichOthersReferBecomesAPlaceholderAndGoesOnlyWhereNoneDoes() {
        var claims = new Claims(REFERENCES, Optional.empty(), List.of("Lead", "Vip"));

        assertThat(texts(Rows.deleteNodes(CUSTOMER, claims, id(1L)))).containsExactly("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                SET n = {`id`: n.`id`}, n:`__Placeholder`
                REMOVE n:`Lead`:`Vip`""", """
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                WITH n
                WHERE n:`__Placeholder`
                MATCH (n)-[r]-(left)
                WHERE NOT (r:`GIVEN_BY` AND endNode(r) = n OR startNode(r) = n)
                DELETE r
                WITH DISTINCT left
                WHERE left:`__Placeholder` AND NOT (left)--()
                SET left = {}
                DELETE left""", """
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                WITH n
                WHERE n:`__Placeholder` AND NOT (n)--()
                SET n = {}
                DETACH DELETE n""");
    }

    @Test
    void aNodeThatOthersWriteToLosesWhatWasTheRowsOwnAndGoesOnlyWhereNothingIsLeft() {
        var claims = new Claims(List.of(), Optional.of(Share.unmarked(List.of("email", "name"))), List.of("Vip"));

        assertThat(texts(Rows.deleteNodes(CUSTOMER, claims, id(1L)))).containsExactly("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                REMOVE n:`Vip`
                FOREACH (name IN [name IN keys(n) WHERE any(own IN $own[i] WHERE name = own OR name STARTS WITH own + '.')] | SET n[name] = null)
                WITH n
                WHERE size(keys(n)) = 1
                SET n = {`id`: n.`id`}, n:`__Placeholder`""", """
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                WITH n
                WHERE n:`__Placeholder`
                MATCH (n)-[r]-(left)
                DELETE r
                WITH DISTINCT left
                WHERE left:`__Placeholder` AND NOT (left)--()
                SET left = {}
                DELETE left""", """
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                WITH n
                WHERE n:`__Placeholder` AND NOT (n)--()
                SET n = {}
                DETACH DELETE n""");
    }

    @Test
    void aLabelThatIsEmptiedLeavesPlaceholders() {
        var claims = new Claims(REFERENCES, Optional.empty(), List.of());

        assertThat(texts(Rows.emptyLabel(CUSTOMER, claims))).containsExactly("""
                MATCH (n:`Customer`)
                SET n = {`id`: n.`id`}, n:`__Placeholder`""", """
                MATCH (n:`Customer`)
                WITH n
                WHERE n:`__Placeholder`
                MATCH (n)-[r]-(left)
                WHERE NOT (r:`GIVEN_BY` AND endNode(r) = n OR startNode(r) = n)
                DELETE r
                WITH DISTINCT left
                WHERE left:`__Placeholder` AND NOT (left)--()
                SET left = {}
                DELETE left""", """
                MATCH (n:`Customer`)
                WITH n
                WHERE n:`__Placeholder` AND NOT (n)--()
                SET n = {}
                DETACH DELETE n""");
    }

    @Test
    void aConnectorWithoutPlaceholdersDeletesRelationshipsAlone() {
        var step = Rows.deleteRelationship(rated(1, 2, 3));

        assertThat(Rows.render(step).text()).endsWith("\nDELETE r");
    }

    @Test
    void valuesAreParametersOfEveryStatement() {
        var claims = new Claims(REFERENCES, Optional.empty(), List.of());

        assertThat(new CypherRenderer(CUSTOMERS)
                        .render(new WritePlan(List.of(Rows.deleteNodes(
                                CUSTOMER, claims, customer("ann@example.org").key())))))
                .extracting(CypherStatement::parameters)
                .containsOnly(Rows.parameters("k0", List.of("ann@example.org")));
    }

    private static List<String> texts(WriteStep step) {
        return new CypherRenderer(CUSTOMERS)
                .render(new WritePlan(List.of(step))).stream()
                        .map(CypherStatement::text)
                        .toList();
    }
}
