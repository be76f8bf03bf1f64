package org.graphsink.neo4j;

import java.time.Duration;
import java.util.Optional;

/**
 * The driver's connection pool, of which each task has one.
 *
 * @param maxSize connections per server
 * @param acquisitionTimeout how long a transaction waits for a free connection
 * @param idleTimeBeforeTest a connection that was idle for longer is tested before use; empty for no test
 * @param maxLifetime older connections are closed
 */
public record PoolSettings(
        int maxSize, Duration acquisitionTimeout, Optional<Duration> idleTimeBeforeTest, Duration maxLifetime) {}
