package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.support.GraphText;
import org.graphsink.support.UnknownFamilies;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@WithNeo4j
class DeletedNodesIT {

    @Test
    void aKeyIsFreeAgainWhenTheNodeThatGotItInTheSameTransactionIsDeleted(Driver driver) {
        try (var session = driver.session()) {
            session.run("CREATE CONSTRAINT FOR (n:Device) REQUIRE n.serial IS UNIQUE")
                    .consume();
            session.run("CREATE (:Device {serial: 'a'})").consume();
            List<GraphChange> changes = List.of(
                    new RekeyNode(device("a"), device("b")),
                    new DeleteNode(device("b"), Claims.NONE),
                    UpsertNode.ensure(device("b"), MissingNode.CREATE));

            session.executeWriteWithoutResult(tx -> new CypherRenderer(Placeholders.NONE)
                    .render(UnknownFamilies.plan(changes))
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }

        assertThat(GraphText.of(driver)).containsExactly("(:Device {serial: \"b\"})");
    }

    @Test
    void aNodeToWhichOtherRowsReferKeepsNothingButThat(Driver driver) {
        driver.executableQuery("CREATE (d:Device:Old {serial: 'a', site: 'b'})-[:AT]->(:Site {name: 'b'}),"
                        + " (:Reading {id: 1})-[:FROM]->(d)")
                .execute();
        var claims = new Claims(List.of(new Reference(Optional.of("FROM"), true)), Optional.empty(), List.of("Old"));
        var renderer = new CypherRenderer(new Placeholders("__Placeholder", "Device"::equals, adjacent -> true));

        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> renderer.render(
                            UnknownFamilies.plan(List.of(new DeleteNode(device("a"), claims))))
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }

        assertThat(GraphText.of(driver))
                .containsExactlyInAnyOrder(
                        "(:Reading {id: 1})",
                        "(:Reading {id: 1})-[:FROM {}]->(:Device:__Placeholder {serial: \"a\"})",
                        "(:Site {name: \"b\"})");
    }

    private static NodeIdentity device(String serial) {
        return NodeIdentity.of("Device", Map.of("serial", serial));
    }
}
