package org.graphsink.task;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.RecordException;
import org.graphsink.source.Mapped;
import org.graphsink.store.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps records; those for which that fails are reported, alone. */
final class RecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(RecordMapper.class);

    private final ChangesOf pipeline;
    private final UnmappedTopics unmapped;
    private final ErrantRecords errants;
    private final UnexpectedFailures unexpected;

    /** {@link GraphPipeline#changes}. */
    interface ChangesOf {
        Mapped changes(SinkRecord record);
    }

    RecordMapper(ChangesOf pipeline, UnmappedTopics unmapped, ErrantRecords errants, UnexpectedFailures unexpected) {
        this.pipeline = pipeline;
        this.unmapped = unmapped;
        this.errants = errants;
        this.unexpected = unexpected;
    }

    /**
     * @return without changes for a record that has been reported
     * @throws ConnectException where the record's topic ought to be configured, or the record cannot be reported
     */
    MappedRecord map(SinkRecord record, Partition partition, Deadline deadline) {
        Mapped mapped;
        try {
            mapped = changes(record);
        } catch (RecordException e) {
            errants.report(record, FailureText.ofRecord(record, e.getMessage()), deadline);
            return MappedRecord.reported(record, partition);
        }
        if (mapped instanceof Mapped.Unmapped) {
            mapped = unmapped.skip(record);
        }
        if (LOG.isTraceEnabled()) {
            LOG.trace(
                    "{} makes {} changes",
                    FailureText.coordinates(record),
                    mapped.changes().size());
        }
        return MappedRecord.of(record, partition, mapped);
    }

    /** Whatever a record's data does to the code that reads it, it is that record's failure. */
    private Mapped changes(SinkRecord record) {
        try {
            return pipeline.changes(record);
        } catch (RecordException e) {
            throw e;
        } catch (RuntimeException e) {
            unexpected.tell(record.topic(), "read", e);
            throw new RecordException("it could not be read (" + e.getClass().getName() + ")");
        }
    }
}
