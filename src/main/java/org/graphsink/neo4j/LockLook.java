package org.graphsink.neo4j;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graphsink.store.Deadline;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the task's transaction was waiting for a lock when its time was nearly up: the server is asked, on another
 * connection. Where that gives no answer, it is taken not to have waited.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/clauses/transaction-clauses/#query-listing-transactions">SHOW
 *     TRANSACTIONS</a>
 */
final class LockLook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LockLook.class);

    /** The rest is left to the server for its answer. */
    private static final double PART_OF_THE_TIME = 0.8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String QUERY = "SHOW TRANSACTIONS YIELD metaData, status WHERE metaData." + OffsetStore.OWNER
            + " = $owner AND status STARTS WITH 'Blocked' RETURN count(*) AS blocked";

    private final Neo4jConnection connection;
    private final String owner;
    private final AtomicBoolean under;
    private final AtomicBoolean blocked = new AtomicBoolean();
    private final Future<?> look;

    /**
     * @param time after which the transaction that begins now is given up
     * @param under set while the server is asked, so that only one look at a time waits for an answer
     */
    LockLook(Neo4jConnection connection, String owner, Duration time, AtomicBoolean under) {
        this.connection = connection;
        this.owner = owner;
        this.under = under;
        this.look = connection.after(Duration.ofNanos((long) (time.toNanos() * PART_OF_THE_TIME)), this::look);
    }

    private void look() {
        if (under.compareAndSet(false, true)) {
            try {
                blocked.set(connection.within(Deadline.in(PATIENCE), this::isBlocked));
            } catch (Neo4jException | OutOfTimeException e) {
                LOG.debug(
                        "Not known whether a transaction waits for a lock ({})",
                        DriverFailures.of(e).advice());
            } finally {
                under.set(false);
            }
        }
    }

    private boolean isBlocked() {
        try (var session = connection.session()) {
            return session.run(QUERY, Map.of("owner", owner))
                            .single()
                            .get("blocked")
                            .asLong()
                    > 0;
        }
    }

    boolean sawLock() {
        return blocked.get();
    }

    /** A look that is under way ends by itself. */
    @Override
    public void close() {
        look.cancel(false);
    }
}
