package org.graphsink.neo4j;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The repetitions of one transaction: soon at first, as a deadlock needs it, then ever more slowly, until time is up. */
final class Repetition {

    private static final Logger LOG = LoggerFactory.getLogger(Repetition.class);
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 5_000;

    private final long end;
    private long millis = FIRST_MILLIS;

    Repetition(Duration maxTime) {
        this.end = System.nanoTime() + maxTime.toNanos();
    }

    /**
     * Returns when it is time to try again.
     *
     * @throws Neo4jException the failure itself, where no repetition can mend it or none is left
     */
    void waitAfter(Neo4jException failure) {
        // Of random length, so that transactions which got in each other's way do not meet again.
        long wait = millis / 2 + ThreadLocalRandom.current().nextLong(millis);
        if (FailureKind.of(failure) != FailureKind.OUTAGE
                || end - System.nanoTime() < TimeUnit.MILLISECONDS.toNanos(wait)) {
            throw failure;
        }
        LOG.debug("The transaction failed with {} and is repeated in {} ms", failure.code(), wait);
        millis = Math.min(2 * millis, LONGEST_MILLIS);
        try {
            TimeUnit.MILLISECONDS.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
