package org.graphsink.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.connect.errors.DataException;
import org.graphsink.graph.GraphChange;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.neo4j.FailureAdvice;
import org.graphsink.neo4j.FailureKind;
import org.graphsink.neo4j.GraphWriter;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.store.SourcePartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the records of a poll in as few transactions as the database takes them: usually one. Where a record is refused,
 * halves are tried until the offender is alone.
 */
final class PollWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PollWriter.class);

    private final GraphWriter writer;
    private final Positions positions;
    private final ErrantRecords errants;
    private final TransactionSize size;
    private final TimeLimit time;
    private final GraphPipeline pipeline;
    private final SinkCounters counters;

    PollWriter(
            GraphWriter writer,
            Positions positions,
            ErrantRecords errants,
            OptionalInt batchSize,
            TimeLimit time,
            GraphPipeline pipeline,
            SinkCounters counters) {
        this.writer = writer;
        this.positions = positions;
        this.errants = errants;
        this.size = new TransactionSize(batchSize);
        this.time = time;
        this.pipeline = pipeline;
        this.counters = counters;
    }

    void write(List<MappedRecord> records) {
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + size.limit());
            writePart(records.subList(from, to), from == 0);
            from = to;
        }
    }

    /** @param first whether nothing of the poll was written before, so that these records had all of its time */
    private void writePart(List<MappedRecord> records, boolean first) {
        try {
            writeAtOnce(records);
        } catch (RuntimeException e) {
            if (time.isOver()) {
                if (first && records.size() > 1) {
                    // With fewer records the next delivery gets further.
                    size.tooLarge(records.size());
                }
                throw e;
            }
            var kind = FailureKind.of(e);
            if ((kind == FailureKind.TOO_LARGE || kind == FailureKind.TOO_MUCH_NOW) && records.size() > 1) {
                size.tooLarge(records.size());
                LOG.info(
                        "A transaction of {} records is too large for the server ({}); trying halves",
                        records.size(),
                        FailureAdvice.of(e));
                writeHalves(records, first);
            } else if (kind == FailureKind.DATA && records.size() > 1) {
                LOG.debug("Neo4j refused a transaction of {} records; trying halves", records.size());
                writeHalves(records, first);
            } else if (kind == FailureKind.DATA || kind == FailureKind.TOO_LARGE) {
                refuse(records.get(0));
            } else {
                throw e;
            }
        }
    }

    private void writeHalves(List<MappedRecord> records, boolean first) {
        int middle = records.size() / 2;
        writePart(records.subList(0, middle), first);
        writePart(records.subList(middle, records.size()), false);
    }

    /**
     * A record is reported only where it is refused again and the server takes other writes: then neither a race with
     * another task nor the server is at fault. It is reported before its offset is stored, so that a crash in between
     * reports it again.
     */
    private void refuse(MappedRecord record) {
        RuntimeException refusal;
        try {
            writeAtOnce(List.of(record));
            return;
        } catch (RuntimeException e) {
            if (FailureKind.of(e) != FailureKind.DATA && FailureKind.of(e) != FailureKind.TOO_LARGE) {
                throw e;
            }
            refusal = e;
        }
        var skipped = record.withoutChanges();
        var next = Map.of(skipped.partition(), skipped.offset() + 1);
        writer.probe(positions.expected(next.keySet()), next);
        errants.report(
                record.record(), new DataException(RecordMapper.place(record.record()) + FailureAdvice.of(refusal)));
        try {
            writeAtOnce(List.of(skipped));
        } catch (RuntimeException e) {
            throw writer.withoutRecord(e);
        }
    }

    private void writeAtOnce(List<MappedRecord> records) {
        var left = due(records);
        while (!left.isEmpty()) {
            var changes = new ArrayList<GraphChange>();
            var next = new HashMap<SourcePartition, Long>();
            for (var record : left) {
                changes.addAll(record.changes());
                next.put(record.partition(), record.offset() + 1);
            }
            var statements = pipeline.statements(changes);
            long start = System.nanoTime();
            var result = writer.write(statements, positions.expected(next.keySet()), next);
            if (result.isWritten()) {
                positions.written(next);
                count(left, System.nanoTime() - start);
                counters.skippedRelationships(result.skippedRelationships());
                LOG.debug("Wrote {} records with {} statements", left.size(), statements.size());
                return;
            }
            // Written by a transaction whose answer was lost: how long it took is not known.
            count(
                    left.stream()
                            .filter(record -> isBefore(record, result.advanced()))
                            .toList(),
                    0);
            positions.found(result.advanced());
            left = due(left);
        }
    }

    private void count(List<MappedRecord> written, long nanos) {
        if (written.isEmpty()) {
            return;
        }
        int records = 0;
        int changes = 0;
        for (var record : written) {
            record.skipped().ifPresent(counters::skipped);
            records += record.changes().isEmpty() ? 0 : 1;
            changes += record.changes().size();
        }
        counters.written(records, changes, nanos);
    }

    private List<MappedRecord> due(List<MappedRecord> records) {
        return records.stream().filter(positions::isDue).toList();
    }

    private static boolean isBefore(MappedRecord record, Map<SourcePartition, Long> offsets) {
        return record.offset() < offsets.getOrDefault(record.partition(), 0L);
    }
}
