package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.cypher.Rows.GIVEN_BY;
import static org.graphsink.cypher.Rows.RATED;
import static org.graphsink.cypher.Rows.givenBy;
import static org.graphsink.cypher.Rows.id;
import static org.graphsink.cypher.Rows.line;
import static org.graphsink.cypher.Rows.parameters;
import static org.graphsink.cypher.Rows.rated;
import static org.graphsink.cypher.Rows.render;
import static org.graphsink.cypher.Rows.row;
import static org.graphsink.cypher.Rows.upsert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.plan.WriteStep.Prune;
import org.junit.jupiter.api.Test;

class RelationshipStatementsTest {

    @Test
    void anUpsertFindsBothEndsByTheirKeysAndMergesBetweenThem() {
        var statement =
                render(upsert(GIVEN_BY, row(givenBy(1, 10, 7), "at", "noon"), row(givenBy(2, 10, 8), "at", null)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Line` {`line`: $s0[i], `order`: $s1[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                MERGE (a)-[r:`GIVEN_BY`]->(b)
                SET r.`at` = $p0[i]""");
        assertThat(statement.parameters())
                .isEqualTo(parameters(
                        "s0", List.of(1L, 2L),
                        "s1", List.of(10L, 10L),
                        "e0", List.of(7L, 8L),
                        "p0", java.util.Arrays.asList("noon", null)));
        assertThat(statement.missing()).isEqualTo(MissingEndpoints.CREATE);
    }

    @Test
    void aRelationshipOfItsOwnKeyIsMergedByIt() {
        var statement = render(upsert(RATED, row(rated(5, 1, 2), "stars", 3L)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Customer` {`id`: $s0[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                MERGE (a)-[r:`RATED` {`id`: $k0[i]}]->(b)
                SET r.`stars` = $p0[i]""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("s0", List.of(1L), "e0", List.of(2L), "k0", List.of(5L), "p0", List.of(3L)));
    }

    @Test
    void aRelationshipFromANodeToItselfHasTheNodeAtBothEnds() {
        var statement = render(upsert(RATED, row(rated(5, 1, 1))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Customer` {`id`: $s0[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                MERGE (a)-[r:`RATED` {`id`: $k0[i]}]->(b)""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("s0", List.of(1L), "e0", List.of(1L), "k0", List.of(5L)));
    }

    @Test
    void aReplacementNamesTheKeyAgain() {
        assertThat(render(upsert(
                                RATED,
                                PropertyWrite.REPLACE,
                                MissingEndpoints.CREATE,
                                row(rated(5, 1, 2), "stars", 3L)))
                        .text())
                .isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Customer` {`id`: $s0[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                MERGE (a)-[r:`RATED` {`id`: $k0[i]}]->(b)
                SET r = {`id`: $k0[i], `stars`: $p0[i]}""");
    }

    @Test
    void aReplacementWithoutKeyLeavesNothingElse() {
        assertThat(render(upsert(
                                GIVEN_BY,
                                PropertyWrite.REPLACE,
                                MissingEndpoints.CREATE,
                                row(givenBy(1, 10, 7), "at", "x")))
                        .text())
                .endsWith("\nMERGE (a)-[r:`GIVEN_BY`]->(b)\nSET r = {`at`: $p0[i]}");
        assertThat(render(upsert(GIVEN_BY, PropertyWrite.REPLACE, MissingEndpoints.CREATE, row(givenBy(1, 10, 7))))
                        .text())
                .endsWith("\nMERGE (a)-[r:`GIVEN_BY`]->(b)\nSET r = {}");
    }

    @Test
    void endNodesThatOnlyHaveToBeThereAreCreatedWithTheRelationship() {
        var statement = render(Rows.upsertRelationships(
                GIVEN_BY,
                MissingNode.LEAVE,
                MissingNode.CREATE,
                Optional.of(List.of()),
                PropertyWrite.MERGE,
                MissingEndpoints.CREATE,
                List.of(row(givenBy(1, 10, 7)))));

        assertThat(statement.text())
                .contains("\nMATCH (a:`Line`")
                .contains("\nMERGE (b:`Customer` {`id`: $e0[i]})")
                .endsWith("\nMERGE (a)-[r:`GIVEN_BY`]->(b)");
    }

    @Test
    void anEndThatIsThereIsFoundBeforeAStartIsCreatedBecauseCypherWantsMatchesFirst() {
        var statement = render(Rows.upsertRelationships(
                GIVEN_BY,
                MissingNode.CREATE,
                MissingNode.LEAVE,
                Optional.of(List.of()),
                PropertyWrite.MERGE,
                MissingEndpoints.CREATE,
                List.of(row(givenBy(1, 10, 7)))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (b:`Customer` {`id`: $e0[i]})
                MERGE (a:`Line` {`line`: $s0[i], `order`: $s1[i]})
                MERGE (a)-[r:`GIVEN_BY`]->(b)""");
    }

    @Test
    void rowsOfManySetsOfPropertiesHaveAMapEach() {
        var statement = render(Rows.upsertRelationships(
                RATED,
                MissingNode.LEAVE,
                MissingNode.LEAVE,
                Optional.empty(),
                PropertyWrite.MERGE,
                MissingEndpoints.CREATE,
                List.of(row(rated(5, 1, 2), "stars", 3L), row(rated(6, 1, 2), "note", "x"))));

        assertThat(statement.text()).endsWith("\nMERGE (a)-[r:`RATED` {`id`: $k0[i]}]->(b)\nSET r += $p[i]");
        assertThat(statement.parameters().get("p")).isEqualTo(List.of(Map.of("stars", 3L), Map.of("note", "x")));
    }

    @Test
    void whereEndsMayBeMissingTheRowsThatFoundTheirsAreCounted() {
        var statement = render(upsert(
                GIVEN_BY, PropertyWrite.MERGE, MissingEndpoints.SKIP, row(givenBy(1, 10, 7)), row(givenBy(2, 10, 7))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Line` {`line`: $s0[i], `order`: $s1[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                MERGE (a)-[r:`GIVEN_BY`]->(b)
                RETURN count(*) AS written""");
        assertThat(statement.missing()).isEqualTo(MissingEndpoints.SKIP);
        assertThat(statement.rows()).isEqualTo(2);
    }

    @Test
    void aDeleteFindsBothEndsBeforeTheRelationship() {
        var statement = render(Rows.deleteRelationship(givenBy(1, 10, 7)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Line` {`line`: $s0[i], `order`: $s1[i]})
                MATCH (b:`Customer` {`id`: $e0[i]})
                OPTIONAL MATCH (a)-[r:`GIVEN_BY`]->(b)
                DELETE r""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("s0", List.of(1L), "s1", List.of(10L), "e0", List.of(7L)));
    }

    @Test
    void aDeleteOfARelationshipOfItsOwnKeyLeavesThoseBesideIt() {
        assertThat(render(Rows.deleteRelationship(rated(5, 1, 2))).text())
                .endsWith("\nOPTIONAL MATCH (a)-[r:`RATED` {`id`: $k0[i]}]->(b)\nDELETE r");
    }

    @Test
    void aPruneAtTheStartTellsRelationshipsApartByTheirEnd() {
        var scope = new RelationshipScope(GIVEN_BY, line((Object) 1L, 10L), Key.NONE, Key.NONE);
        var statement = render(
                Rows.prune(List.of(), new Prune(scope, List.of(givenBy(1, 10, 7))), new Prune(scope, List.of())));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Line` {`line`: $s0[i], `order`: $s1[i]})-[r:`GIVEN_BY`]->(b:`Customer`)
                WHERE NOT [b.`id`] IN $keep[i]
                DELETE r""");
        assertThat(statement.parameters())
                .isEqualTo(parameters(
                        "s0", List.of(1L, 1L),
                        "s1", List.of(10L, 10L),
                        "keep", List.of(List.of(List.of(7L)), List.of())));
    }

    @Test
    void aPruneAtTheEndTellsRelationshipsApartByTheirStart() {
        var scope = new RelationshipScope(GIVEN_BY, Key.NONE, id(7L), Key.NONE);
        var statement = render(Rows.prune(List.of(), new Prune(scope, List.of(givenBy(1, 10, 7), givenBy(2, 10, 7)))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($e0) - 1) AS i
                MATCH (a:`Line`)-[r:`GIVEN_BY`]->(b:`Customer` {`id`: $e0[i]})
                WHERE NOT [a.`line`, a.`order`] IN $keep[i]
                DELETE r""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("e0", List.of(7L), "keep", List.of(List.of(List.of(1L, 10L), List.of(2L, 10L)))));
    }

    @Test
    void aPruneByTheRelationshipsKeyTellsThemApartByBothEnds() {
        var scope = new RelationshipScope(RATED, Key.NONE, Key.NONE, id(5L));
        var statement = render(Rows.prune(List.of(), new Prune(scope, List.of(rated(5, 1, 2)))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (a:`Customer`)-[r:`RATED` {`id`: $k0[i]}]->(b:`Customer`)
                WHERE NOT [a.`id`, b.`id`] IN $keep[i]
                DELETE r""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("k0", List.of(5L), "keep", List.of(List.of(List.of(1L, 2L)))));
    }

    @Test
    void aPruneAtOneEndKeepsRelationshipsByTheOtherEndAndTheirKey() {
        var scope = new RelationshipScope(RATED.withoutKey(), id(1L), Key.NONE, Key.NONE);
        var statement = render(Rows.prune(List.of("id"), new Prune(scope, List.of(rated(5, 1, 2)))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Customer` {`id`: $s0[i]})-[r:`RATED`]->(b:`Customer`)
                WHERE NOT [b.`id`, r.`id`] IN $keep[i]
                DELETE r""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("s0", List.of(1L), "keep", List.of(List.of(List.of(2L, 5L)))));
    }

    @Test
    void aPruneOfAKnownEndAndAKnownKeyTellsRelationshipsApartByTheRest() {
        var scope = new RelationshipScope(RATED, id(1L), Key.NONE, id(5L));
        var statement = render(Rows.prune(List.of(), new Prune(scope, List.of(rated(5, 1, 2)))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($s0) - 1) AS i
                MATCH (a:`Customer` {`id`: $s0[i]})-[r:`RATED` {`id`: $k0[i]}]->(b:`Customer`)
                WHERE NOT [b.`id`] IN $keep[i]
                DELETE r""");
    }

    @Test
    void emptyingATypeDeletesItBetweenTheTwoLabelsAlone() {
        assertThat(render(Rows.emptyType("GIVEN_BY", "Line", "Customer")).text())
                .isEqualTo("""
                MATCH (a:`Line`)-[r:`GIVEN_BY`]->(b:`Customer`)
                DELETE r""");
    }
}
