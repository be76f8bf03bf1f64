package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.cypher.Rows.CUSTOMER;
import static org.graphsink.cypher.Rows.LINE;
import static org.graphsink.cypher.Rows.id;
import static org.graphsink.cypher.Rows.line;
import static org.graphsink.cypher.Rows.parameters;
import static org.graphsink.cypher.Rows.render;
import static org.graphsink.cypher.Rows.row;
import static org.graphsink.cypher.Rows.upsert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.plan.StepKind;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep.NodeRow;
import org.graphsink.plan.WriteStep.Rekey;
import org.graphsink.plan.WriteStep.UpsertNodes;
import org.junit.jupiter.api.Test;

class NodeStatementsTest {

    @Test
    void anUpsertHasAColumnPerKeyPartAndProperty() {
        var statement = render(
                upsert(CUSTOMER, row(id(1L), "name", "Ann", "age", 30L), row(id(2L), "name", "Ben", "age", null)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n.`name` = $p0[i], n.`age` = $p1[i]""");
        assertThat(statement.parameters())
                .isEqualTo(
                        parameters("k0", List.of(1L, 2L), "p0", List.of("Ann", "Ben"), "p1", Arrays.asList(30L, null)));
        assertThat(statement.missing()).isEqualTo(MissingEndpoints.CREATE);
    }

    @Test
    void anUpsertByACompositeKeyHasAColumnPerPart() {
        var statement = render(upsert(LINE, row(line((Object) 1L, 10L), "quantity", 2L)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Line` {`line`: $k0[i], `order`: $k1[i]})
                SET n.`quantity` = $p0[i]""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("k0", List.of(1L), "k1", List.of(10L), "p0", List.of(2L)));
    }

    @Test
    void aNodeThatMustOnlyExistIsMergedAlone() {
        var statement = render(upsert(CUSTOMER, row(id(1L))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})""");
        assertThat(statement.parameters()).isEqualTo(parameters("k0", List.of(1L)));
    }

    @Test
    void aNodeThatMayNotBeCreatedIsMatched() {
        var statement = render(Rows.upsertNodes(
                CUSTOMER,
                MissingNode.LEAVE,
                Set.of("Vip"),
                Set.of(),
                Optional.of(List.of("name")),
                PropertyWrite.MERGE,
                List.of(row(id(1L), "name", "Ann"))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                SET n:`Vip`, n.`name` = $p0[i]""");
    }

    @Test
    void labelsAreAddedAndRemovedInAlphabeticalOrder() {
        var statement = render(upsert(
                CUSTOMER,
                Set.of("Vip", "Adult"),
                Set.of("Minor", "Blocked"),
                PropertyWrite.MERGE,
                row(id(1L), "a", 1L)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n:`Adult`:`Vip`, n.`a` = $p0[i]
                REMOVE n:`Blocked`:`Minor`""");
    }

    @Test
    void labelsAreWrittenWithoutProperties() {
        assertThat(render(upsert(CUSTOMER, Set.of("Vip"), Set.of(), PropertyWrite.MERGE, row(id(1L))))
                        .text())
                .isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n:`Vip`""");
        assertThat(render(upsert(CUSTOMER, Set.of(), Set.of("Vip"), PropertyWrite.MERGE, row(id(1L))))
                        .text())
                .isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                REMOVE n:`Vip`""");
    }

    @Test
    void aReplacementNamesTheKeyAgain() {
        var statement = render(upsert(
                LINE,
                Set.of("Vip"),
                Set.of(),
                PropertyWrite.REPLACE,
                row(line((Object) 1L, 10L), "quantity", 2L, "note", "x")));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Line` {`line`: $k0[i], `order`: $k1[i]})
                SET n:`Vip`, n = {`line`: $k0[i], `order`: $k1[i], `quantity`: $p0[i], `note`: $p1[i]}""");
    }

    @Test
    void aReplacementByNothingLeavesTheKey() {
        assertThat(render(upsert(CUSTOMER, Set.of(), Set.of(), PropertyWrite.REPLACE, row(id(1L))))
                        .text())
                .isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n = {`id`: $k0[i]}""");
    }

    @Test
    void rowsOfManySetsOfPropertiesHaveAMapEach() {
        var statement = render(Rows.upsertMaps(
                CUSTOMER, PropertyWrite.MERGE, row(id(1L), "a", 1L), row(id(2L), "b", null), row(id(3L))));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})
                SET n += $p[i]""");
        assertThat(statement.parameters())
                .isEqualTo(parameters(
                        "k0", List.of(1L, 2L, 3L), "p", List.of(Map.of("a", 1L), parameters("b", null), Map.of())));
    }

    @Test
    void aReplacementByMapsSetsTheKeyAfterwards() {
        assertThat(render(Rows.upsertMaps(LINE, PropertyWrite.REPLACE, row(line((Object) 1L, 10L), "a", 1L)))
                        .text())
                .isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Line` {`line`: $k0[i], `order`: $k1[i]})
                SET n = $p[i], n.`line` = $k0[i], n.`order` = $k1[i]""");
    }

    @Test
    void aDeleteFindsNodesByTheirKey() {
        var statement = render(Rows.deleteNodes(LINE, Claims.NONE, line((Object) 1L, 10L), line((Object) 2L, 10L)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Line` {`line`: $k0[i], `order`: $k1[i]})
                DETACH DELETE n""");
        assertThat(statement.parameters()).isEqualTo(parameters("k0", List.of(1L, 2L), "k1", List.of(10L, 10L)));
    }

    @Test
    void aRekeyedNodeGetsItsKeyWhereThatIsFreeAndGoesWhereItIsTaken() {
        var statements = new CypherRenderer(Placeholders.NONE)
                .render(new WritePlan(List.of(
                        Rows.rekey(LINE, LINE, new Rekey(line((Object) 1L, 10L), line((Object) 2L, 20L))))));

        assertThat(statements).extracting(CypherStatement::text).containsExactly("""
                UNWIND range(0, size($f0) - 1) AS i
                MATCH (n:`Line` {`line`: $f0[i], `order`: $f1[i]})
                WHERE NOT EXISTS { MATCH (:`Line` {`line`: $t0[i], `order`: $t1[i]}) }
                SET n.`line` = $t0[i], n.`order` = $t1[i]""", """
                UNWIND range(0, size($f0) - 1) AS i
                MATCH (n:`Line` {`line`: $f0[i], `order`: $f1[i]})
                DETACH DELETE n""");
        assertThat(statements)
                .extracting(CypherStatement::parameters)
                .containsExactly(
                        parameters("f0", List.of(1L), "f1", List.of(10L), "t0", List.of(2L), "t1", List.of(20L)),
                        parameters("f0", List.of(1L), "f1", List.of(10L)));
    }

    @Test
    void aRekeyedNodeOfAnotherLabelChangesItsLabel() {
        var statements = new CypherRenderer(Placeholders.NONE)
                .render(new WritePlan(List.of(
                        Rows.rekey(CUSTOMER, new NodeShape("Supplier", List.of("id")), new Rekey(id(1L), id(1L))))));

        assertThat(statements.get(0).text()).isEqualTo("""
                UNWIND range(0, size($f0) - 1) AS i
                MATCH (n:`Customer` {`id`: $f0[i]})
                WHERE NOT EXISTS { MATCH (:`Supplier` {`id`: $t0[i]}) }
                SET n:`Supplier`, n.`id` = $t0[i]
                REMOVE n:`Customer`""");
    }

    @Test
    void emptyingALabelDeletesAllItsNodes() {
        assertThat(render(Rows.emptyLabel(CUSTOMER, Claims.NONE)).text()).isEqualTo("""
                MATCH (n:`Customer`)
                DETACH DELETE n""");
    }

    @Test
    void theTextOfAStatementHasNoValues() {
        assertThat(render(upsert(CUSTOMER, row(id("ann@example.org"))))).hasToString("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Customer` {`id`: $k0[i]})""");
    }

    @Test
    void whatLiesBelowEmptiedNamesIsRemovedBeforeTheRestIsWritten() {
        var shape = new NodeShape("Thing", List.of("a.id"));
        var emptying = new NodeRow(Key.of(1L), Properties.of(List.of("a.x"), 5L).emptying(List.of("a", "b")));
        var statement = render(new UpsertNodes(
                new StepKind.NodeUpsert(
                        shape,
                        MissingNode.CREATE,
                        Set.of(),
                        Set.of(),
                        PropertyWrite.MERGE,
                        Optional.of(List.of("a.x")),
                        true),
                List.of(emptying)));

        assertThat(statement.text()).isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MERGE (n:`Thing` {`a.id`: $k0[i]})
                FOREACH (gone IN [name IN keys(n) WHERE any(above IN $b[i] WHERE name STARTS WITH above)] | SET n[gone] = null)
                SET n.`a.id` = $k0[i]
                SET n.`a.x` = $p0[i]""");
        assertThat(statement.parameters())
                .isEqualTo(parameters("k0", List.of(1L), "b", List.of(List.of("a.", "b.")), "p0", List.of(5L)));
    }
}
