package org.graphsink.task;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports records that cannot be written, each once however often its poll is delivered.
 *
 * @see <a
 *     href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-610%3A+Error+Reporting+in+Sink+Connectors">KIP-610</a>
 */
final class ErrantRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ErrantRecords.class);

    private final ErrantRecordReporter reporter;
    private final SinkCounters counters;
    private final Set<String> reported = new HashSet<>();

    private ErrantRecords(ErrantRecordReporter reporter, SinkCounters counters) {
        this.reporter = reporter;
        this.counters = counters;
    }

    static ErrantRecords of(SinkTaskContext context, SinkCounters counters) {
        return new ErrantRecords(context.errantRecordReporter(), counters);
    }

    /**
     * Returns when the report has arrived as far as Connect tells, so that the offset of the record may be stored. Connect
     * does not tell where the producer of the dead letter queue refuses the record at once: too large for it, or a queue that
     * is not there.
     *
     * @throws ConnectException where the connector does not tolerate errors: the failure itself
     * @throws FailedException where the report does not arrive in time, so that it has to be made again
     */
    void report(SinkRecord record, DataException failure, Deadline deadline) {
        if (reporter == null) {
            throw failure;
        }
        var coordinates = FailureText.coordinates(record);
        if (reported.contains(coordinates)) {
            return;
        }
        try {
            reporter.report(record, failure).get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // It may not have arrived, and comes again with its poll: twice is better than never.
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while the record " + coordinates + " was being reported", e);
        } catch (TimeoutException e) {
            throw new FailedException(Failed.of(
                    FailureKind.UNREPORTED,
                    "The record " + coordinates + " could not be reported within the "
                            + deadline.limit().toMillis() / 1000.0
                            + " s of neo4j.write-timeout; see to the topic of errors.deadletterqueue.topic.name",
                    e));
        } catch (ExecutionException e) {
            throw new ConnectException(
                    "The record " + coordinates + " could not be reported; see to the topic of"
                            + " errors.deadletterqueue.topic.name",
                    e.getCause());
        } catch (ConnectException e) {
            // Connect reports to the log, or to a dead letter queue, before it says that it does not tolerate errors.
            throw e.getCause() == failure ? failure : e;
        }
        reported.add(coordinates);
        counters.reported();
        LOG.warn("Reported: {}", failure.getMessage());
    }

    /** The poll is done with: its records do not come again. */
    void delivered() {
        reported.clear();
    }
}
