package org.graphsink.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the records of a poll in as few transactions as the database takes them: usually one. Where a record is refused,
 * halves are tried until the offender is alone.
 */
final class PollWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PollWriter.class);

    private final Transactions transactions;
    private final Emptying emptying;
    private final OpenLabels labels;
    private final ErrantRecords errants;
    private final UnexpectedFailures unexpected;
    private final TransactionSize size;

    /** @param batchSize the most records of one transaction; empty for any number */
    PollWriter(
            Transactions transactions,
            Emptying emptying,
            OpenLabels labels,
            ErrantRecords errants,
            UnexpectedFailures unexpected,
            OptionalInt batchSize) {
        this.transactions = transactions;
        this.emptying = emptying;
        this.labels = labels;
        this.errants = errants;
        this.unexpected = unexpected;
        this.size = new TransactionSize(batchSize);
    }

    /**
     * @param records changed where one is reported
     * @return empty where all of them are done with; else why what is left has to be delivered again
     */
    Optional<Failed> write(List<MappedRecord> records, PollInHand poll, Deadline deadline) {
        var writing = new Writing(poll, deadline);
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + size.limit());
            var part = records.subList(from, to);
            var failed = labels.ensure(part, deadline);
            if (failed.isEmpty()) {
                failed = writing.part(part, from == 0);
            }
            if (failed.isPresent()) {
                return failed;
            }
            from = to;
        }
        return Optional.empty();
    }

    /** One delivery of a poll. */
    private final class Writing {

        private final PollInHand poll;
        private final Deadline deadline;

        Writing(PollInHand poll, Deadline deadline) {
            this.poll = poll;
            this.deadline = deadline;
        }

        /** @param first whether nothing of the poll was written before, so that these records had all of its time */
        Optional<Failed> part(List<MappedRecord> records, boolean first) {
            var failed = transactions.write(records, poll, deadline);
            return failed.isEmpty() ? failed : after(failed.get(), records, first);
        }

        private Optional<Failed> after(Failed failed, List<MappedRecord> records, boolean first) {
            var kind = failed.kind();
            if (kind == FailureKind.OUT_OF_TIME || isTimeUp(kind)) {
                if (first && records.size() > 1) {
                    // With fewer records the next delivery gets further.
                    size.tooLarge(records.size());
                }
                return Optional.of(Failed.outOfTime(deadline.limit()));
            }
            if (kind.isOfSize() && records.size() > 1) {
                size.tooLarge(records.size());
                LOG.info(
                        "A transaction of {} records is too large for the server ({}); trying halves",
                        records.size(),
                        failed.advice());
                return halves(records, first);
            }
            if (isOfRecord(kind) && records.size() > 1) {
                LOG.debug("Neo4j refused a transaction of {} records; trying halves", records.size());
                return halves(records, first);
            }
            if (kind.isOfSize() && emptying.isAskedBy(records.get(0))) {
                return emptying.empty(records.get(0), deadline).or(() -> transactions.write(records, poll, deadline));
            }
            return isOfRecord(kind) ? refuse(records.get(0)) : Optional.of(failed);
        }

        /** What was refused late may not be tried in halves any more. What waits for a lock needs no fewer records. */
        private boolean isTimeUp(FailureKind kind) {
            return deadline.isOver() && (isOfRecord(kind) || kind.isOfSize() || kind == FailureKind.OUTAGE);
        }

        private boolean isOfRecord(FailureKind kind) {
            return switch (kind) {
                case DATA, TOO_LARGE, UNEXPECTED -> true;
                case INTERRUPTED -> poll.isSuspect();
                default -> false;
            };
        }

        private Optional<Failed> halves(List<MappedRecord> records, boolean first) {
            int middle = records.size() / 2;
            var failed = part(records.subList(0, middle), first);
            return failed.isPresent() ? failed : part(records.subList(middle, records.size()), false);
        }

        /**
         * A record is reported only where it is refused again and the server takes other writes: then neither a race with
         * another task nor the server is at fault. It is reported before its offset is stored, so that a crash in between
         * reports it again.
         */
        private Optional<Failed> refuse(MappedRecord record) {
            var refusal = transactions.write(List.of(record), poll, deadline);
            if (refusal.isEmpty() || !isOfRecord(refusal.get().kind())) {
                return refusal;
            }
            var skipped = record.withoutChanges();
            var fault = transactions.probe(skipped, deadline);
            if (fault.isPresent()) {
                return fault;
            }
            if (refusal.get().kind() == FailureKind.UNEXPECTED) {
                unexpected.tell(
                        record.record().topic(),
                        "written",
                        refusal.get().cause().orElseThrow());
            }
            errants.report(
                    record.record(),
                    FailureText.ofRecord(record.record(), refusal.get().advice()),
                    deadline);
            return transactions.write(List.of(skipped), poll, deadline).map(Failed::withoutRecord);
        }
    }
}
