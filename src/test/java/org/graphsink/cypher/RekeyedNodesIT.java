package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.RelationshipKeys;
import org.graphsink.support.GraphText;
import org.graphsink.support.UnknownFamilies;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Nodes that get a key of which there is a placeholder already. */
@WithNeo4j
class RekeyedNodesIT {

    private static final CypherRenderer RENDERER = new CypherRenderer(
            new Placeholders("__Placeholder", "Device"::equals, adjacent -> true),
            new RelationshipKeys(Map.of("SENT", List.of("id"))));

    @Test
    void aPlaceholderGivesItsRelationshipsToTheNodeThatGetsItsKey(Driver driver) {
        driver.executableQuery("CREATE (a:Device:Old {serial: 'a', site: 'x'})<-[:FROM]-(:Reading {id: 1}),"
                        + " (a)-[:SEEN_BY {of: 'the application'}]->(:Person {name: 'Ann'}),"
                        + " (b:Device:__Placeholder {serial: 'b'})<-[:FROM {at: 3}]-(:Reading {id: 2}),"
                        + " (b)-[:BESIDE]->(a)")
                .execute();

        write(driver, new RekeyNode(device("a"), device("b")));

        assertThat(GraphText.of(driver))
                .containsExactlyInAnyOrder(
                        "(:Person {name: \"Ann\"})",
                        "(:Reading {id: 1})",
                        "(:Reading {id: 2})",
                        "(:Device:Old {serial: \"b\", site: \"x\"})",
                        "(:Device:Old {serial: \"b\", site: \"x\"})-[:BESIDE {}]->(:Device:Old {serial: \"b\", site: \"x\"})",
                        "(:Device:Old {serial: \"b\", site: \"x\"})-[:SEEN_BY {of: \"the application\"}]->(:Person {name: \"Ann\"})",
                        "(:Reading {id: 1})-[:FROM {}]->(:Device:Old {serial: \"b\", site: \"x\"})",
                        "(:Reading {id: 2})-[:FROM {at: 3}]->(:Device:Old {serial: \"b\", site: \"x\"})");
    }

    @Test
    void theLikeOfARelationshipGetsItsPropertiesAndRelationshipsOfOtherKeysStay(Driver driver) {
        driver.executableQuery(
                        "CREATE (r:Reading {id: 1}), (a:Device {serial: 'a'}), (b:Device:__Placeholder {serial: 'b'}),"
                                + " (r)-[:FROM {at: 1, by: 2}]->(a), (r)-[:FROM {at: 3}]->(b),"
                                + " (r)-[:SENT {id: 1, note: 'x'}]->(a), (r)-[:SENT {id: 1}]->(b), (r)-[:SENT {id: 2}]->(b)")
                .execute();

        write(driver, new RekeyNode(device("a"), device("b")));

        assertThat(GraphText.of(driver))
                .containsExactlyInAnyOrder(
                        "(:Reading {id: 1})",
                        "(:Device {serial: \"b\"})",
                        "(:Reading {id: 1})-[:FROM {at: 3, by: 2}]->(:Device {serial: \"b\"})",
                        "(:Reading {id: 1})-[:SENT {id: 1, note: \"x\"}]->(:Device {serial: \"b\"})",
                        "(:Reading {id: 1})-[:SENT {id: 2}]->(:Device {serial: \"b\"})");
    }

    private static void write(Driver driver, GraphChange... changes) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> RENDERER.render(UnknownFamilies.plan(List.of(changes)))
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }
    }

    private static NodeIdentity device(String serial) {
        return NodeIdentity.of("Device", Map.of("serial", serial));
    }
}
