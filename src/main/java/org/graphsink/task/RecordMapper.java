package org.graphsink.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.RecordException;
import org.graphsink.schema.SchemaException;
import org.graphsink.source.Mapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes and maps records; those for which that fails are reported, alone. */
final class RecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(RecordMapper.class);

    private final GraphPipeline pipeline;
    private final Consumer<NodeIdentity> met;
    private final ErrantRecords errants;

    /** @param met is told of every node before it is written */
    RecordMapper(GraphPipeline pipeline, Consumer<NodeIdentity> met, ErrantRecords errants) {
        this.pipeline = pipeline;
        this.met = met;
        this.errants = errants;
    }

    /** One mapped record per record, in order; a reported one without changes. */
    List<MappedRecord> map(Collection<SinkRecord> records) {
        var mapped = new ArrayList<MappedRecord>(records.size());
        for (SinkRecord record : records) {
            try {
                mapped.add(mapped(record));
            } catch (RecordException e) {
                errants.report(record, new DataException(place(record) + e.getMessage()));
                mapped.add(MappedRecord.of(record, List.of()));
            }
        }
        return mapped;
    }

    private MappedRecord mapped(SinkRecord record) {
        var result = changes(record);
        if (result instanceof Mapped.Unmapped) {
            throw new ConnectException(place(record) + "no pattern is configured for the topic " + record.topic()
                    + " (as it is after transformations); set neo4j.pattern.topic." + record.topic());
        }
        for (var change : result.changes()) {
            if (change instanceof GraphChange.UpsertNode upsert) {
                meet(upsert.node());
            }
        }
        if (LOG.isTraceEnabled()) {
            LOG.trace(
                    "{} makes {} changes",
                    MappedRecord.of(record, List.of()).coordinates(),
                    result.changes().size());
        }
        return result instanceof Mapped.Skipped skipped
                ? MappedRecord.skipped(record, skipped.reason())
                : MappedRecord.of(record, result.changes());
    }

    /** What stands against a label that a record names is that record's failure. */
    private void meet(NodeIdentity node) {
        try {
            met.accept(node);
        } catch (SchemaException e) {
            if (!e.isRefusal()) {
                throw e;
            }
            throw new RecordException(String.join("; ", e.problems()));
        }
    }

    /** Whatever a record's data does to the code that reads it, it is that record's failure. */
    private Mapped changes(SinkRecord record) {
        try {
            return pipeline.changes(record);
        } catch (RecordException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not its message, which may quote the value.
            LOG.debug("Unexpected {} at {}", e.getClass().getName(), Arrays.asList(e.getStackTrace()));
            throw new RecordException("it could not be read (" + e.getClass().getName() + ")");
        }
    }

    static String place(SinkRecord record) {
        return "The record " + MappedRecord.of(record, List.of()).coordinates() + " cannot be written: ";
    }
}
