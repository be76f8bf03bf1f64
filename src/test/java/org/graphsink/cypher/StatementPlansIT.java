package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.cypher.Rows.CUSTOMER;
import static org.graphsink.cypher.Rows.GIVEN_BY;
import static org.graphsink.cypher.Rows.LINE;
import static org.graphsink.cypher.Rows.RATED;
import static org.graphsink.cypher.Rows.givenBy;
import static org.graphsink.cypher.Rows.id;
import static org.graphsink.cypher.Rows.line;
import static org.graphsink.cypher.Rows.rated;
import static org.graphsink.cypher.Rows.row;
import static org.graphsink.cypher.Rows.upsert;
import static org.graphsink.cypher.Rows.upsertMaps;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.Key;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.Prune;
import org.graphsink.plan.WriteStep.Rekey;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

/**
 * How the server finds what a statement writes, on a graph that is neither empty nor small. No scan is
 * among it: its cost grows with the graph.
 */
@WithNeo4j
class StatementPlansIT {

    /** The operators that find nodes and relationships. */
    private static final List<String> FINDING = List.of("Seek", "Scan", "Expand", "CartesianProduct", "Merge");

    private static final String UPSERTS = """
            upsert: Merge, NodeUniqueIndexSeek(Locking)
            upsert, composite key: Merge, NodeUniqueIndexSeek(Locking)
            upsert with maps: Merge, NodeUniqueIndexSeek(Locking)
            replace: Merge, NodeUniqueIndexSeek(Locking)
            """;

    private static final String UPSERTS_ON_THE_NEWEST_SERVER = """
            upsert: MergeUniqueNode
            upsert, composite key: MergeUniqueNode
            upsert with maps: MergeUniqueNode
            replace: MergeUniqueNode
            """;

    /** The Cartesian products are of two nodes found by a key each. */
    private static final String ALL_ELSE = """
            update: NodeUniqueIndexSeek(Locking)
            delete: NodeUniqueIndexSeek(Locking)
            delete, composite key: NodeUniqueIndexSeek(Locking)
            rekey: NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            rekey: NodeUniqueIndexSeek(Locking)
            rekey, composite key: NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            rekey, composite key: NodeUniqueIndexSeek(Locking)
            relationship: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking), LockingMerge, Expand(Into)
            relationship with key: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking), LockingMerge, Expand(Into)
            relationship, ends may be missing: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking), LockingMerge, Expand(Into)
            delete relationship: OptionalExpand(Into), CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            delete relationship with key: OptionalExpand(Into), CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            prune at start: Expand(All), NodeUniqueIndexSeek(Locking)
            prune at end: Expand(All), NodeUniqueIndexSeek(Locking)
            prune by the relationship's key: DirectedRelationshipIndexSeek
            set aside: %1$s
            set aside: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            set aside: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeIndexSeek
            set aside: NodeUniqueIndexSeek(Locking)
            set aside: Expand(All), NodeUniqueIndexSeek(Locking), Expand(All), Expand(All), NodeUniqueIndexSeek(Locking), OptionalExpand(Into), Expand(All), OptionalExpand(Into), Expand(All)
            set aside: OptionalExpand(All), NodeUniqueIndexSeek(Locking)
            take back: %1$s
            take back: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            take back: CartesianProduct, NodeUniqueIndexSeek(Locking), NodeIndexSeek
            take back: Expand(All), NodeUniqueIndexSeek(Locking)
            take back: Expand(All), NodeUniqueIndexSeek(Locking), Expand(All), Expand(All), NodeUniqueIndexSeek(Locking), OptionalExpand(Into), Expand(All), OptionalExpand(Into), Expand(All)
            take back: OptionalExpand(All), OptionalExpand(All), NodeUniqueIndexSeek(Locking)
            """;

    private static Map<String, WriteStep> steps() {
        var steps = new LinkedHashMap<String, WriteStep>();
        steps.put("upsert", upsert(CUSTOMER, row(id(1L), "name", "Ann")));
        steps.put("upsert, composite key", upsert(LINE, row(line((Object) 1L, 10L), "quantity", 2L)));
        steps.put("upsert with maps", upsertMaps(CUSTOMER, PropertyWrite.MERGE, row(id(1L), "a", 1L)));
        steps.put(
                "replace",
                upsert(LINE, Set.of("A"), Set.of("B"), PropertyWrite.REPLACE, row(line((Object) 1L, 10L), "a", 1L)));
        steps.put(
                "update",
                Rows.upsertNodes(
                        CUSTOMER,
                        MissingNode.LEAVE,
                        Set.of(),
                        Set.of(),
                        Optional.of(List.of("a")),
                        PropertyWrite.MERGE,
                        List.of(row(id(1L), "a", 1L))));
        steps.put("delete", Rows.deleteNodes(CUSTOMER, Claims.NONE, id(1L)));
        steps.put("delete, composite key", Rows.deleteNodes(LINE, Claims.NONE, line((Object) 1L, 10L)));
        steps.put("rekey", Rows.rekey(CUSTOMER, CUSTOMER, new Rekey(id(1L), id(2L))));

        steps.put(
                "rekey, composite key",
                Rows.rekey(LINE, LINE, new Rekey(line((Object) 1L, 10L), line((Object) 1L, 11L))));
        steps.put("relationship", upsert(GIVEN_BY, row(givenBy(1, 10, 7), "at", "x")));

        steps.put("relationship with key", upsert(RATED, row(rated(5, 1, 2), "stars", 3L)));

        steps.put(
                "relationship, ends may be missing",
                upsert(GIVEN_BY, PropertyWrite.MERGE, MissingEndpoints.SKIP, row(givenBy(1, 10, 7))));
        steps.put("delete relationship", Rows.deleteRelationship(givenBy(1, 10, 7)));
        steps.put("delete relationship with key", Rows.deleteRelationship(rated(5, 1, 2)));
        steps.put(
                "prune at start",
                Rows.prune(
                        List.of(),
                        new Prune(
                                new RelationshipScope(GIVEN_BY, line((Object) 1L, 10L), Key.NONE, Key.NONE),
                                List.of())));
        steps.put(
                "prune at end",
                Rows.prune(
                        List.of(), new Prune(new RelationshipScope(GIVEN_BY, Key.NONE, id(7L), Key.NONE), List.of())));
        steps.put(
                "prune by the relationship's key",
                Rows.prune(
                        List.of(),
                        new Prune(new RelationshipScope(RATED, Key.NONE, Key.NONE, id(5L)), List.of(rated(5, 1, 2)))));
        var node = new NodeIdentity(CUSTOMER, id(1L));
        var move = new KeyMove("1>2", 0);
        steps.put(
                "set aside",
                new WriteStep.SetNodesAside(
                        List.of(new SetAsideNode(node, move, true, new Carried(List.of(), List.of())))));
        steps.put(
                "take back",
                new WriteStep.TakeNodesBack(List.of(new TakeBackNode(node, move, Optional.of(List.of("id"))))));
        return steps;
    }

    @Test
    void statementsFindWhatTheyWriteByIndex(Driver driver) {
        assertThat(plans(driver)).isEqualTo(UPSERTS + ALL_ELSE.formatted("Merge, NodeUniqueIndexSeek(Locking)"));
    }

    @Test
    void statementsFindWhatTheyWriteByIndexOnTheNewestServer() {
        assumeTrue(Neo4jOptions.canRunNewest(), "a Java of version 21 or newer");
        try (var server = Neo4jServer.start(Neo4jOptions.newest())) {
            assertThat(plans(server.driver()))
                    .isEqualTo(UPSERTS_ON_THE_NEWEST_SERVER + ALL_ELSE.formatted("MergeUniqueNode"));
        }
    }

    private static String plans(Driver driver) {
        fill(driver);
        return plans(driver, new CypherRenderer(Placeholders.NONE), steps());
    }

    /** A line per statement: the name of its step, and the operators by which the server finds things. */
    static String plans(Driver driver, CypherRenderer renderer, Map<String, WriteStep> steps) {
        var text = new StringBuilder();
        steps.forEach((name, step) -> {
            for (var statement : renderer.render(new WritePlan(List.of(step)))) {
                text.append(name)
                        .append(": ")
                        .append(String.join(", ", explain(driver, statement)))
                        .append('\n');
            }
        });
        return text.toString();
    }

    static void fill(Driver driver) {
        for (var statement : List.of(
                "CREATE CONSTRAINT FOR (n:Customer) REQUIRE n.id IS UNIQUE",
                "CREATE CONSTRAINT FOR (n:Line) REQUIRE (n.line, n.order) IS UNIQUE",
                "CREATE INDEX FOR ()-[r:RATED]-() ON (r.id)",
                "CREATE CONSTRAINT FOR (l:__Changing) REQUIRE l.__move IS UNIQUE",
                "CREATE INDEX FOR (m:__Moving) ON (m.__move)",
                "CALL db.awaitIndexes()",
                "UNWIND range(1, 1000) AS i CREATE (:Customer {id: i})",
                "UNWIND range(1, 2000) AS i CREATE (:Line {line: i % 10, order: i / 10})",
                "MATCH (l:Line) MATCH (c:Customer {id: l.order % 50 + 1}) CREATE (l)-[:GIVEN_BY]->(c)",
                "MATCH (a:Customer) MATCH (b:Customer {id: a.id % 20 + 1}) CREATE (a)-[:RATED {id: a.id}]->(b)",
                "UNWIND range(1, 1000) AS i CREATE (:__Moving {__move: toString(i)})-[:__MOVES]->(:__Left)",
                "CALL db.resampleOutdatedIndexes()",
                "CALL db.clearQueryCaches()")) {
            driver.executableQuery(statement).execute();
        }
    }

    private static List<String> explain(Driver driver, CypherStatement statement) {
        try (var session = driver.session()) {
            var plan = session.run("EXPLAIN " + statement.text(), statement.parameters())
                    .consume()
                    .queryPlan()
                    .orElseThrow();
            var operators = new ArrayList<String>();
            collect(plan, operators);
            return operators;
        }
    }

    private static void collect(Plan plan, List<String> operators) {
        if (FINDING.stream().anyMatch(plan.operatorType()::contains)) {
            operators.add(plan.operatorType().replaceAll("@.*", ""));
        }
        plan.children().forEach(child -> collect(child, operators));
    }
}
