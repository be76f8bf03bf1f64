package org.graphsink.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** What a task has done, told in one line a minute while there is something to tell. Used by one thread. */
public final class SinkCounters implements AutoCloseable {

    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String connector;
    private final Map<String, Long> skipped = new TreeMap<>();
    private long records;
    private long changes;
    private long transactions;
    private long writeNanos;
    private long reported;
    private long skippedRelationships;
    private long toldRecords;
    private long toldAt = System.nanoTime();

    public SinkCounters(String connector) {
        this.connector = connector;
    }

    public void written(int records, int changes, long nanos) {
        this.records += records;
        this.changes += changes;
        this.writeNanos += nanos;
        transactions++;
    }

    /** A record had nothing to write for a reason that an operator may want to know. */
    public void skipped(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    public void reported() {
        reported++;
    }

    public void skippedRelationships(long count) {
        skippedRelationships += count;
    }

    /** Writes the line when it is due. */
    public void progress(Logger log) {
        long now = System.nanoTime();
        if (now - toldAt < INTERVAL_NANOS || records == toldRecords) {
            return;
        }
        log.info(
                "{}: {} records in the last {} s; {} in all, {} changes, {} transactions of {} ms on average, {} reported,"
                        + " {} relationships without end node, skipped {}",
                connector,
                records - toldRecords,
                TimeUnit.NANOSECONDS.toSeconds(now - toldAt),
                records,
                changes,
                transactions,
                TimeUnit.NANOSECONDS.toMillis(writeNanos) / Math.max(1, transactions),
                reported,
                skippedRelationships,
                skipped);
        toldAt = now;
        toldRecords = records;
    }

    @Override
    public void close() {}
}
