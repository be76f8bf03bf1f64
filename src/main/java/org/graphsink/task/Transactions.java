package org.graphsink.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.graph.GraphChange;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.store.Advance;
import org.graphsink.store.Backoff;
import org.graphsink.store.Batch;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.store.GraphStore;
import org.graphsink.store.SourcePartition;
import org.graphsink.store.WriteOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records in one transaction, which is repeated where its failure is a passing one, and follows what is found to have
 * been written before.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    /** Soon, as a deadlock needs it. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final GraphStore store;
    private final Assignment assignment;
    private final Function<List<GraphChange>, List<CypherStatement>> statements;
    private final Duration maxRetryTime;
    private final SinkCounters counters;

    /**
     * @param statements what writes changes
     * @param maxRetryTime how long a transaction is repeated that failed for a reason that passes
     */
    Transactions(
            GraphStore store,
            Assignment assignment,
            Function<List<GraphChange>, List<CypherStatement>> statements,
            Duration maxRetryTime,
            SinkCounters counters) {
        this.store = store;
        this.assignment = assignment;
        this.statements = statements;
        this.maxRetryTime = maxRetryTime;
        this.counters = counters;
    }

    /** @return empty where all of the records that were due are written now */
    Optional<Failed> write(List<MappedRecord> records, PollInHand poll, Deadline deadline) {
        var left = poll.due(records);
        while (!left.isEmpty()) {
            var next = next(left);
            List<CypherStatement> texts;
            try {
                texts = statements.apply(changes(left));
            } catch (RuntimeException e) {
                return Optional.of(Failed.of(
                        FailureKind.UNEXPECTED,
                        "it could not be planned (" + e.getClass().getName() + ")",
                        e));
            }
            long start = System.nanoTime();
            var outcome = repeated(new Batch(texts, advances(next)), poll, deadline);
            if (outcome instanceof Failed failed) {
                return Optional.of(failed);
            }
            if (outcome instanceof WriteOutcome.Written written) {
                next.forEach(Partition::written);
                count(left, System.nanoTime() - start);
                counters.skippedRelationships(written.skippedRelationships());
                LOG.debug("Wrote {} records with {} statements", left.size(), texts.size());
                return Optional.empty();
            }
            follow(((WriteOutcome.Advanced) outcome).stored(), left, next);
            left = poll.due(left);
        }
        return Optional.empty();
    }

    /** Whether the database takes what holds nothing of the record, so that the record is at fault. */
    Optional<Failed> probe(MappedRecord record, Deadline deadline) {
        return store.probe(advances(next(List.of(record))), deadline);
    }

    private WriteOutcome repeated(Batch batch, PollInHand poll, Deadline deadline) {
        var retry = deadline.atMost(maxRetryTime);
        var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (true) {
            if (deadline.isOver()) {
                return Failed.outOfTime(deadline.limit());
            }
            var outcome = store.write(batch, deadline);
            if (!(outcome instanceof Failed failed) || !isWorthRepeating(failed.kind(), poll)) {
                return outcome;
            }
            var pause = pauses.nextAtRandom();
            if (retry.left().compareTo(pause) < 0) {
                return outcome;
            }
            LOG.debug("The transaction failed with {} and is repeated in {} ms", failed.code(), pause.toMillis());
            if (!retry.pause(pause)) {
                return outcome;
            }
        }
    }

    private static boolean isWorthRepeating(FailureKind kind, PollInHand poll) {
        return kind == FailureKind.OUTAGE || kind == FailureKind.INTERRUPTED && !poll.isSuspect();
    }

    private static List<GraphChange> changes(List<MappedRecord> records) {
        var changes = new ArrayList<GraphChange>();
        for (var record : records) {
            changes.addAll(record.changes());
        }
        return changes;
    }

    /** The offset after the last record of each partition. */
    private static Map<Partition, Long> next(List<MappedRecord> records) {
        var next = new LinkedHashMap<Partition, Long>();
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            // Records come in runs of one partition.
            if (i + 1 == records.size() || records.get(i + 1).partition() != record.partition()) {
                next.put(record.partition(), record.offset() + 1);
            }
        }
        return next;
    }

    private static List<Advance> advances(Map<Partition, Long> next) {
        var advances = new ArrayList<Advance>(next.size());
        next.forEach(
                (partition, offset) -> advances.add(new Advance(partition.source(), partition.expected(), offset)));
        return advances;
    }

    /** Written by a transaction whose answer was lost: how long it took is not known. */
    private void follow(Map<SourcePartition, Long> stored, List<MappedRecord> records, Map<Partition, Long> next) {
        count(
                records.stream()
                        .filter(record -> record.offset()
                                < stored.getOrDefault(record.partition().source(), 0L))
                        .toList(),
                0);
        for (var partition : next.keySet()) {
            var offset = stored.get(partition.source());
            if (offset != null) {
                assignment.found(partition, offset);
            }
        }
    }

    private void count(List<MappedRecord> written, long nanos) {
        if (written.isEmpty()) {
            return;
        }
        int records = 0;
        int changes = 0;
        for (var record : written) {
            if (record.skipped() != null) {
                counters.skipped(record.skipped());
            }
            counters.leftOut(record.leftOut());
            records += record.changes().isEmpty() ? 0 : 1;
            changes += record.changes().size();
        }
        counters.written(records, changes, nanos);
    }
}
