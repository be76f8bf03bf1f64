package org.graphsink.neo4j;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that opening a connection to Neo4j takes. The text of these settings shows no secret.
 *
 * @param uris at least one, all of one scheme, none with a user name or password; several are the first contacts of
 *     one cluster
 * @param database empty for the user's home database
 * @param connectTimeout for establishing one connection, TLS included
 * @param maxRetryTime how long the driver repeats a transaction that failed for a transient reason
 */
public record ConnectionSettings(
        List<URI> uris,
        Optional<String> database,
        Authentication authentication,
        SecuritySettings security,
        PoolSettings pool,
        Duration connectTimeout,
        Duration maxRetryTime) {

    public ConnectionSettings {
        uris = List.copyOf(uris);
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("A connection needs an address");
        }
    }
}
