package org.graphsink.neo4j;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.graphsink.support.servers.Neo4jServer;

/** Connections to servers without authentication. */
public final class TestConnections {

    private TestConnections() {}

    public static Neo4jConnection to(Neo4jServer server) {
        return to(server, new PoolSettings(10, Duration.ofMinutes(1), Optional.empty(), Duration.ofHours(1)));
    }

    static Neo4jConnection to(Neo4jServer server, PoolSettings pool) {
        var settings = new ConnectionSettings(
                List.of(server.uri()),
                Optional.empty(),
                new Authentication.None(),
                SecuritySettings.NONE,
                pool,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
        return Neo4jConnection.open(settings, "graphsink/test");
    }
}
