package org.graphsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.pipeline.Payments.changes;
import static org.graphsink.pipeline.Payments.payment;
import static org.graphsink.pipeline.Payments.row;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.support.GraphText;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** A topic of another kind than patterns between topics that patterns map, in a database. */
@WithNeo4j
class MixedTopicsIT {

    private static final SinkRecord[] POLL = {
        row("orders", 20, Map.of("customer", 3L)),
        payment(10, 1L),
        row("customers", 1, Map.of("name", "Ann")),
        payment(11, 2L),
        row("customers", 2, Map.of("name", "Ben")),
        row("customers", 1, null),
        row("customers", 3, Map.of("name", "Cy")),
        row("customers", 3, null),
        row("customers", 4, Map.of("name", "Di")),
        payment(12, 4L),
        row("orders", 20, Map.of("customer", 4L))
    };

    private final GraphPipeline pipeline = Payments.beside(
            Payments.FOOTPRINT,
            Map.of(
                    "customers",
                    "(:Customer {!id, name})",
                    "orders",
                    "(:Order {!id, -customer}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer})"));

    @Test
    void aPollOfBothKindsLeavesTheGraphThatItsRecordsOneByOneWould(Driver driver, Neo4jServer server) {
        write(driver, changes(pipeline, POLL));
        var together = GraphText.of(driver);
        server.clear();
        for (var record : POLL) {
            write(driver, changes(pipeline, record));
        }

        assertThat(together).isEqualTo(GraphText.of(driver));
        assertThat(together)
                .containsExactly(
                        "(:Customer:Payer {id: 2, name: \"Ben\"})",
                        "(:Customer:Payer {id: 2, name: \"Ben\"})-[:MADE {}]->(:Payment {id: 11})",
                        "(:Customer:Payer {id: 4, name: \"Di\"})",
                        "(:Customer:Payer {id: 4, name: \"Di\"})-[:MADE {}]->(:Payment {id: 12})",
                        "(:Order {id: 20})",
                        "(:Order {id: 20})-[:PLACED_BY {}]->(:Customer:Payer {id: 4, name: \"Di\"})",
                        "(:Payment {id: 10})",
                        "(:Payment {id: 11})",
                        "(:Payment {id: 12})");
        assertThat(placeholders(driver)).containsExactly("Customer 1 MADE 10");
    }

    /** With what refers to them. */
    private static List<String> placeholders(Driver driver) {
        return driver
                .executableQuery(
                        "MATCH (n:__Placeholder)-[r]-(m) RETURN labels(n)[0] + ' ' + n.id + ' ' + type(r) + ' ' + m.id")
                .execute()
                .records()
                .stream()
                .map(row -> row.get(0).asString())
                .toList();
    }

    private void write(Driver driver, List<GraphChange> changes) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> pipeline.statements(changes)
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }
    }
}
