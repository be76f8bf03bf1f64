package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.neo4j.Neo4jGraphStore;
import org.graphsink.neo4j.TestConnections;
import org.graphsink.store.Batch;
import org.graphsink.store.Deadline;
import org.graphsink.store.WriteOutcome;
import org.graphsink.support.UnknownFamilies;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;

/** Names of all kinds become the labels, relationship types and properties of just these names. */
@WithNeo4j
class IdentifierIT {

    private static final List<String> NAMES = List.of(
            "plain",
            "two words",
            " padded ",
            "`",
            "``",
            "a`b",
            "`a`",
            "a`}) DETACH DELETE n //",
            "\\",
            "\\\\",
            "\\`",
            "a\\b",
            "a\\nb",
            "\\u0060",
            "\\\\u0060",
            "\\\\\\u0060",
            "\\u005Cu0060",
            "\\U0060",
            "\\uu0060",
            "\\u006",
            "\\u",
            "a\\u0060`b",
            "line\nbreak",
            "tab\there",
            "'single'",
            "\"double\"",
            "$parameter",
            "a.b.c",
            "1digit",
            "MATCH",
            "//comment",
            "/*comment*/",
            "gr\u00F6\u00DFe",
            "gro\u0308\u00DFe",
            "名前",
            "\uD83D\uDE00",
            "\u202Ertl",
            "\u00A0");

    @Test
    void namesComeBackAsTheyWere(Neo4jServer server) {
        assertNamesComeBack(server);
    }

    @Test
    void namesComeBackAsTheyWereFromTheNewestServer() {
        assumeTrue(Neo4jOptions.canRunNewest(), "a Java of version 21 or newer");
        try (var server = Neo4jServer.start(Neo4jOptions.newest())) {
            assertNamesComeBack(server);
        }
    }

    private static void assertNamesComeBack(Neo4jServer server) {
        try (var connection = TestConnections.to(server)) {
            var store = new Neo4jGraphStore(connection, "names", "owner", Optional.empty(), Optional.empty());
            for (String name : NAMES) {
                var outcome = store.write(
                        new Batch(
                                new CypherRenderer(Placeholders.NONE).render(UnknownFamilies.plan(changes(name))),
                                List.of()),
                        Deadline.in(Duration.ofMinutes(1)));
                assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
            }
        }

        assertThat(names(server, "MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name"))
                .isEqualTo(with("further ", "Plain"));
        assertThat(names(server, "MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name"))
                .isEqualTo(with("key "));
        assertThat(names(server, "MATCH ()-[r]->() RETURN DISTINCT type(r) AS name"))
                .isEqualTo(with(""));
        assertThat(names(server, "MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name"))
                .isEqualTo(with("key "));
        assertThat(server.driver()
                        .executableQuery("MATCH (n) RETURN count(*)")
                        .execute()
                        .records()
                        .get(0)
                        .get(0)
                        .asInt())
                .isEqualTo(NAMES.size());
    }

    /** A node and a relationship from it to itself that have the name in every place that a name can have. */
    private static List<GraphChange> changes(String name) {
        var node = NodeIdentity.of(name, Map.of("key " + name, 1L));
        var properties = Properties.of(List.of(name), "value");
        return List.of(
                new UpsertNode(
                        node,
                        MissingNode.CREATE,
                        Set.of("further " + name, "Plain"),
                        Set.of(),
                        properties,
                        PropertyWrite.MERGE),
                new UpsertRelationship(
                        new RelationshipIdentity(
                                new RelationshipShape(
                                        name,
                                        node.shape(),
                                        node.shape(),
                                        node.shape().key()),
                                node,
                                node,
                                node.key()),
                        properties,
                        PropertyWrite.REPLACE,
                        MissingEndpoints.CREATE));
    }

    private static Set<String> with(String prefix, String... others) {
        var names = new TreeSet<>(NAMES);
        NAMES.forEach(name -> names.add(prefix + name));
        names.addAll(List.of(others));
        return names;
    }

    private static Set<String> names(Neo4jServer server, String query) {
        var names = new TreeSet<String>();
        server.driver()
                .executableQuery(query)
                .execute()
                .records()
                .forEach(row -> names.add(row.get("name").asString()));
        return names;
    }
}
