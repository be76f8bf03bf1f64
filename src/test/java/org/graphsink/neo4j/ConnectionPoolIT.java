package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.Neo4jException;

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
            var writer = new GraphWriter(connection, Duration.ZERO, Optional.empty(), Optional.empty());
            try (var session = connection.session();
                    var held = session.beginTransaction()) {
                held.run("RETURN 1").consume();

                var failure =
                        catchThrowableOfType(Neo4jException.class, () -> writer.write(List.of(), Map.of(), Map.of()));

                assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.OUTAGE);
                assertThat(FailureAdvice.of(failure))
                        .isEqualTo("No connection was free within neo4j.pool.connection-acquisition-timeout (Unable to"
                                + " acquire connection from the pool within configured maximum time of 200ms)");
            }
            assertThat(writer.write(List.of(), Map.of(), Map.of()).isWritten()).isTrue();
        }
    }
}
