package org.graphsink.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Counts how often each event came to be. Writes are upserts, so that doing one twice would not show; but this takes each
 * event off the graph as soon as it is there and leaves a trace of it, in one transaction: an event that is written twice
 * leaves two.
 */
final class Appearances implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 15;

    private final Driver driver;
    private final String label;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "appearances");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> ticks;

    private Appearances(Driver driver, String label) {
        this.driver = driver;
        this.label = label;
        this.ticks = clock.scheduleWithFixedDelay(
                this::takeIfThere, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Of the nodes {@code (:Event {id})}. */
    static Appearances watch(Driver driver) {
        return watch(driver, "Event");
    }

    /** @param label that of the events, which have an {@code id} */
    static Appearances watch(Driver driver, String label) {
        return new Appearances(driver, label);
    }

    /** All ids so far with their number of appearances; those of number one are counted alone, under {@code null}. */
    Counted counted() {
        if (ticks.isDone()) {
            throw new IllegalStateException("Nobody has watched");
        }
        take();
        var several = new TreeMap<String, Long>();
        long once = 0;
        for (var row : driver.executableQuery(
                        "MATCH (t:Trace) WITH t.id AS id, count(*) AS n RETURN toString(id) AS id, n")
                .execute()
                .records()) {
            if (row.get("n").asLong() == 1) {
                once++;
            } else {
                several.put(row.get("id").asString(), row.get("n").asLong());
            }
        }
        return new Counted(once, several);
    }

    /** Takes what is there before a task begins the next transaction: not even two writes in a row are then seen as one. */
    Fault takeBefore(BoltMessage message) {
        if (message == BoltMessage.BEGIN) {
            takeIfThere();
        }
        return Fault.NONE;
    }

    private void takeIfThere() {
        try {
            take();
        } catch (Neo4jException e) {
            // The server is away; the events wait.
        }
    }

    private synchronized void take() {
        try (var session = driver.session()) {
            session.run("MATCH (e:" + label + ") CREATE (:Trace {id: e.id}) DETACH DELETE e")
                    .consume();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /**
     * @param once how many events appeared exactly once
     * @param several the others, with how often each did
     */
    record Counted(long once, Map<String, Long> several) {}
}
