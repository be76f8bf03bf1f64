package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.cypher.Rows.CUSTOMER;
import static org.graphsink.cypher.Rows.GIVEN_BY;
import static org.graphsink.cypher.Rows.LINE;
import static org.graphsink.cypher.Rows.givenBy;
import static org.graphsink.cypher.Rows.id;
import static org.graphsink.cypher.Rows.line;
import static org.graphsink.cypher.Rows.row;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.Prune;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** How the server finds placeholders: from the nodes that the statement is about, never by their label. */
@WithNeo4j
class PlaceholderPlansIT {

    private static final Placeholders CUSTOMERS =
            new Placeholders("__Placeholder", Set.of("Customer")::contains, Set.of("Line")::contains);
    private static final Claims REFERRED =
            new Claims(List.of(new Reference(Optional.of("GIVEN_BY"), true)), Optional.empty(), List.of());
    private static final Claims WRITTEN =
            new Claims(List.of(), Optional.of(Share.unmarked(List.of("name"))), List.of());

    private static final String ALL = """
            relationship to a placeholder: NodeUniqueIndexSeek(Locking), Merge, NodeUniqueIndexSeek(Locking), LockingMerge, Expand(Into)
            row: %1$s
            delete relationship: OptionalExpand(Into), CartesianProduct, NodeUniqueIndexSeek(Locking), NodeUniqueIndexSeek(Locking)
            prune at start: Expand(All), NodeUniqueIndexSeek(Locking)
            delete what refers: Expand(All), NodeUniqueIndexSeek(Locking)
            delete what refers: NodeUniqueIndexSeek(Locking)
            delete what is referred to: NodeUniqueIndexSeek(Locking)
            delete what is referred to: Expand(All), NodeUniqueIndexSeek(Locking)
            delete what is referred to: NodeUniqueIndexSeek(Locking)
            delete what others write to: NodeUniqueIndexSeek(Locking)
            delete what others write to: Expand(All), NodeUniqueIndexSeek(Locking)
            delete what others write to: NodeUniqueIndexSeek(Locking)
            """;

    private static Map<String, WriteStep> steps() {
        var steps = new LinkedHashMap<String, WriteStep>();
        steps.put(
                "relationship to a placeholder",
                Rows.upsertRelationships(
                        GIVEN_BY,
                        MissingNode.LEAVE,
                        MissingNode.CREATE_PLACEHOLDER,
                        Optional.of(List.of()),
                        PropertyWrite.MERGE,
                        MissingEndpoints.CREATE,
                        List.of(row(givenBy(1, 10, 7)))));
        steps.put(
                "row",
                Rows.upsertNodes(
                        CUSTOMER,
                        MissingNode.CREATE_FOR_ROW,
                        Set.of(),
                        Set.of(),
                        Optional.of(List.of("name")),
                        PropertyWrite.MERGE,
                        List.of(row(id(1L), "name", "Ann"))));
        steps.put("delete relationship", Rows.deleteRelationship(givenBy(1, 10, 7)));
        steps.put(
                "prune at start",
                Rows.prune(
                        List.of(),
                        new Prune(
                                new RelationshipScope(GIVEN_BY, line((Object) 1L, 10L), Key.NONE, Key.NONE),
                                List.of())));
        steps.put("delete what refers", Rows.deleteNodes(LINE, Claims.NONE, line((Object) 1L, 10L)));
        steps.put("delete what is referred to", Rows.deleteNodes(CUSTOMER, REFERRED, id(1L)));
        steps.put("delete what others write to", Rows.deleteNodes(CUSTOMER, WRITTEN, id(1L)));
        return steps;
    }

    @Test
    void placeholdersAreFoundFromTheirNeighbours(Driver driver) {
        assertThat(plans(driver)).isEqualTo(ALL.formatted("Merge, NodeUniqueIndexSeek(Locking)"));
    }

    @Test
    void placeholdersAreFoundFromTheirNeighboursOnTheNewestServer() {
        assumeTrue(Neo4jOptions.canRunNewest(), "a Java of version 21 or newer");
        try (var server = Neo4jServer.start(Neo4jOptions.newest())) {
            assertThat(plans(server.driver())).isEqualTo(ALL.formatted("MergeUniqueNode"));
        }
    }

    private static String plans(Driver driver) {
        StatementPlansIT.fill(driver);
        driver.executableQuery("UNWIND range(1, 100) AS i MERGE (n:Customer {id: -i}) SET n:__Placeholder")
                .execute();
        return StatementPlansIT.plans(driver, new CypherRenderer(CUSTOMERS), steps());
    }
}
