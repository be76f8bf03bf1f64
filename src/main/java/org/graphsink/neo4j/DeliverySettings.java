package org.graphsink.neo4j;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How polls become transactions.
 *
 * @param batchSize the most records of one transaction; empty for the whole poll
 * @param batchTimeout the server ends a transaction that takes longer; empty for the server's own limit
 * @param offsetLabel the label of the nodes that hold the consumed offsets; empty to store none
 * @param writeTimeout how long the writing of a poll may take before the rest of it is to be delivered again
 * @param outageTimeout how long an outage may last before the task fails; empty for ever
 */
public record DeliverySettings(
        OptionalInt batchSize,
        Optional<Duration> batchTimeout,
        Optional<String> offsetLabel,
        Duration writeTimeout,
        Optional<Duration> outageTimeout) {}
