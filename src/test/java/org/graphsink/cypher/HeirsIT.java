package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.Heir;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.support.GraphText;
import org.graphsink.support.UnknownFamilies;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** What a relationship that moves takes along. */
@WithNeo4j
class HeirsIT {

    private static final RelationshipShape PLACED_BY = new RelationshipShape(
            "PLACED_BY", node("Order", 1).shape(), node("Customer", 1).shape(), List.of());
    private static final RelationshipShape ITEM =
            new RelationshipShape("ITEM", PLACED_BY.start(), PLACED_BY.end(), List.of("nr"));

    private final CypherRenderer renderer =
            new CypherRenderer(new Placeholders("__Placeholder", "Customer"::equals, label -> true));

    @Test
    void itKeepsItsPropertiesAndThePlaceholderThatItLeavesGoes(Driver driver) {
        run(driver, "CREATE (:Order {id: 1})-[:PLACED_BY {remark: 'x'}]->(:Customer:__Placeholder {id: 1})");

        write(driver, prune(placedBy(2), MissingNode.CREATE_PLACEHOLDER));

        assertThat(GraphText.of(driver))
                .containsExactlyInAnyOrder(
                        "(:Order {id: 1})",
                        "(:Order {id: 1})-[:PLACED_BY {remark: \"x\"}]->(:Customer:__Placeholder {id: 2})");
    }

    @Test
    void ofSeveralNoneIsKnownToBeTheOneThatMoved(Driver driver) {
        run(
                driver,
                "CREATE (o:Order {id: 1}), (o)-[:PLACED_BY {remark: 'x'}]->(:Customer {id: 1}),"
                        + " (o)-[:PLACED_BY {remark: 'y'}]->(:Customer {id: 3}),"
                        + " (o)-[:PLACED_BY {total: 7}]->(:Customer {id: 2})");

        write(driver, prune(placedBy(2), MissingNode.CREATE_PLACEHOLDER));

        assertThat(relationships(driver))
                .containsExactly("(:Order {id: 1})-[:PLACED_BY {total: 7}]->(:Customer {id: 2})");
    }

    @Test
    void whereEndsAreNotCreatedItGoesToOneThatIsThere(Driver driver) {
        run(driver, "CREATE (:Order {id: 1})-[:PLACED_BY {remark: 'x'}]->(:Customer {id: 1}), (:Customer {id: 3})");

        write(driver, prune(placedBy(3), MissingNode.LEAVE));
        assertThat(relationships(driver))
                .containsExactly("(:Order {id: 1})-[:PLACED_BY {remark: \"x\"}]->(:Customer {id: 3})");

        write(driver, prune(placedBy(2), MissingNode.LEAVE));
        assertThat(relationships(driver)).isEmpty();
    }

    @Test
    void itGetsTheKeyOfWhatItBecomes(Driver driver) {
        run(driver, "CREATE (:Order {id: 1})-[:ITEM {nr: 5, remark: 'x'}]->(:Customer {id: 1})");
        var to = new RelationshipIdentity(ITEM, node("Order", 1), node("Customer", 2), Key.of(6L));

        write(
                driver,
                new DeleteRelationship(
                        new RelationshipIdentity(ITEM, node("Order", 1), node("Customer", 1), Key.of(5L)),
                        Optional.of(new Heir(to, MissingNode.CREATE, MissingNode.CREATE))));

        assertThat(relationships(driver))
                .containsExactly("(:Order {id: 1})-[:ITEM {nr: 6, remark: \"x\"}]->(:Customer {id: 2})");
    }

    private static NodeIdentity node(String label, long id) {
        return NodeIdentity.of(label, Map.of("id", id));
    }

    private static RelationshipIdentity placedBy(long customer) {
        return new RelationshipIdentity(PLACED_BY, node("Order", 1), node("Customer", customer), Key.NONE);
    }

    private static GraphChange prune(RelationshipIdentity heir, MissingNode missing) {
        return new PruneRelationships(
                new RelationshipScope(PLACED_BY, Key.of(1L), Key.NONE, Key.NONE),
                Set.of(heir),
                Optional.of(new Heir(heir, missing, missing)));
    }

    private static List<String> relationships(Driver driver) {
        return GraphText.of(driver).stream().filter(line -> line.contains("->")).toList();
    }

    private static void run(Driver driver, String cypher) {
        driver.executableQuery(cypher).execute();
    }

    private void write(Driver driver, GraphChange change) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> renderer.render(UnknownFamilies.plan(List.of(change)))
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }
    }
}
