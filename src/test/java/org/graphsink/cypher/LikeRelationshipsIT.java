package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.support.GraphText;
import org.graphsink.support.UnknownFamilies;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** A relationship without key is not taken for one that has a key of others. */
@WithNeo4j
class LikeRelationshipsIT {

    private static final NodeIdentity ORDER = NodeIdentity.of("Order", Map.of("id", 1L));
    private static final NodeIdentity PRODUCT = NodeIdentity.of("Product", Map.of("sku", "A"));
    private static final RelationshipIdentity PLAIN = new RelationshipIdentity(
            new RelationshipShape("CONTAINS", ORDER.shape(), PRODUCT.shape(), List.of(), List.of(List.of("item"))),
            ORDER,
            PRODUCT,
            Key.NONE);
    private static final String KEYED = "(:Order {id: 1})-[:CONTAINS {item: 5}]->(:Product {sku: \"A\"})";
    private static final GraphChange UPSERT =
            new UpsertRelationship(PLAIN, Properties.of(Map.of("n", 2L)), PropertyWrite.MERGE, MissingEndpoints.CREATE);

    private final CypherRenderer renderer = new CypherRenderer(Placeholders.NONE);

    @BeforeEach
    void aKeyedOneIsThere(Driver driver) {
        driver.executableQuery("CREATE (:Order {id: 1})-[:CONTAINS {item: 5}]->(:Product {sku: 'A'})")
                .execute();
    }

    @Test
    void itIsMadeBesideItAndOnce(Driver driver) {
        write(driver, UPSERT);
        write(driver, UPSERT);

        assertThat(relationships(driver))
                .containsExactly("(:Order {id: 1})-[:CONTAINS {n: 2}]->(:Product {sku: \"A\"})", KEYED);
    }

    @Test
    void itGoesWithoutIt(Driver driver) {
        write(driver, UPSERT);
        write(driver, new DeleteRelationship(PLAIN));
        assertThat(relationships(driver)).containsExactly(KEYED);

        write(driver, UPSERT);
        write(
                driver,
                new PruneRelationships(
                        new RelationshipScope(PLAIN.shape(), ORDER.key(), Key.NONE, Key.NONE), Set.of()));
        assertThat(relationships(driver)).containsExactly(KEYED);
    }

    private static List<String> relationships(Driver driver) {
        return GraphText.of(driver).stream()
                .filter(line -> line.contains("->"))
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    private void write(Driver driver, GraphChange change) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> renderer.render(UnknownFamilies.plan(List.of(change)))
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }
    }
}
