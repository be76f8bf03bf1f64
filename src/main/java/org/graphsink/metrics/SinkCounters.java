package org.graphsink.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * What a task has done, told in one line a minute while there is something to tell, and through JMX. Counted by one thread,
 * read by any.
 */
public final class SinkCounters implements Publication.Counters, AutoCloseable {

    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String connector;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong skippedRecords = new AtomicLong();
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLong writeNanos = new AtomicLong();
    private final AtomicLong reported = new AtomicLong();
    private final AtomicLong skippedPatterns = new AtomicLong();
    private final AtomicLong skippedRelationships = new AtomicLong();
    private Optional<Publication> publication = Optional.empty();
    private String unpublished;
    private long triedAt;
    private long changes;
    private long toldRecords;
    private long toldAt = System.nanoTime();

    public SinkCounters(String connector) {
        this.connector = connector;
    }

    public void written(int records, int changes, long nanos) {
        this.records.addAndGet(records);
        this.changes += changes;
        writeNanos.addAndGet(nanos);
        transactions.incrementAndGet();
    }

    /** A record had nothing to write for a reason that an operator may want to know. */
    public void skipped(String reason) {
        skipped.merge(reason, 1L, Long::sum);
        skippedRecords.incrementAndGet();
    }

    /** A record lacked the keys of some of the patterns that it was to fill, and was written without them. */
    public void leftOut(int patterns) {
        skippedPatterns.addAndGet(patterns);
    }

    public void reported() {
        reported.incrementAndGet();
    }

    public void skippedRelationships(long count) {
        skippedRelationships.addAndGet(count);
    }

    /** Writes the line when it is due. */
    public void progress(Logger log) {
        long now = System.nanoTime();
        if (unpublished != null && now - triedAt >= INTERVAL_NANOS) {
            publish(unpublished);
        }
        long records = this.records.get();
        if (now - toldAt < INTERVAL_NANOS || records == toldRecords) {
            return;
        }
        log.info(
                "{}: {} records in the last {} s; {} in all, {} changes, {} transactions of {} ms on average, {} reported,"
                        + " {} relationships without end node, {} patterns without key, skipped {}",
                connector,
                records - toldRecords,
                TimeUnit.NANOSECONDS.toSeconds(now - toldAt),
                records,
                changes,
                transactions.get(),
                getMillisecondsWriting() / Math.max(1, transactions.get()),
                reported.get(),
                skippedRelationships.get(),
                skippedPatterns.get(),
                skipped);
        toldAt = now;
        toldRecords = records;
    }

    /**
     * Shows the counters as {@code org.graphsink:type=sink-task,connector=<name>,task=<task>} until they are closed. Where a
     * task that was replaced still has the name, it is tried again.
     */
    public void publish(String task) {
        publication = Publication.of(this, connector, task);
        unpublished = publication.isPresent() ? null : task;
        triedAt = System.nanoTime();
    }

    @Override
    public long getRecordsWritten() {
        return records.get();
    }

    @Override
    public long getRecordsSkipped() {
        return skippedRecords.get();
    }

    @Override
    public long getRecordsReported() {
        return reported.get();
    }

    @Override
    public long getRelationshipsSkipped() {
        return skippedRelationships.get();
    }

    @Override
    public long getPatternsSkipped() {
        return skippedPatterns.get();
    }

    @Override
    public long getTransactions() {
        return transactions.get();
    }

    @Override
    public long getMillisecondsWriting() {
        return TimeUnit.NANOSECONDS.toMillis(writeNanos.get());
    }

    @Override
    public void close() {
        publication.ifPresent(Publication::close);
        publication = Optional.empty();
        unpublished = null;
    }
}
