package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;

@WithNeo4j
class ConnectionPoolIT {

    private final Neo4jServer neo4j;

    ConnectionPoolIT(Neo4jServer neo4j) {
        this.neo4j = neo4j;
    }

    @Test
    void aPoolWhoseConnectionsAreAllInUseIsAnOutage() {
        var pool = new PoolSettings(1, Duration.ofMillis(200), Optional.empty(), Duration.ofHours(1));
        try (var connection = TestConnections.to(neo4j, pool)) {
            var store = new Neo4jGraphStore(connection, "pool", "owner", Optional.empty(), Optional.empty());
            try (var session = connection.session();
                    var held = session.beginTransaction()) {
                held.run("RETURN 1").consume();

                assertThat(store.probe(List.of(), Deadline.in(Duration.ofMinutes(1))))
                        .contains(
                                Failed.ofServer(
                                        FailureKind.OUTAGE,
                                        "N/A",
                                        "No connection was free within neo4j.pool.connection-acquisition-timeout (Unable to"
                                                + " acquire connection from the pool within configured maximum time of 200ms)"));
            }
            assertThat(store.probe(List.of(), Deadline.in(Duration.ofMinutes(1))))
                    .isEmpty();
        }
    }
}
