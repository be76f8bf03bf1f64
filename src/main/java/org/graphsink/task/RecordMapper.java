package org.graphsink.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.config.SinkSettings;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.mapping.Mapped;
import org.graphsink.mapping.TopicMapping;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordDecoder;
import org.graphsink.record.RecordException;
import org.graphsink.schema.SchemaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes and maps records; those for which that fails are reported, alone. */
final class RecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(RecordMapper.class);

    private final RecordDecoder decoder;
    private final Map<String, TopicMapping> mappings;
    private final Consumer<NodeIdentity> met;
    private final ErrantRecords errants;

    /** @param met is told of every node before it is written */
    RecordMapper(SinkSettings settings, Consumer<NodeIdentity> met, ErrantRecords errants) {
        this.decoder = new RecordDecoder(settings.decoder());
        this.mappings = TopicMapping.of(settings.topics(), settings.mapping());
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
        var mapping = mappings.get(record.topic());
        if (mapping == null) {
            return MappedRecord.skipped(record, reasonWithoutMapping(record));
        }
        var result = map(mapping, record);
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
        return result.skipped() == null
                ? MappedRecord.of(record, result.changes())
                : MappedRecord.skipped(record, result.skipped());
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
    private Mapped map(TopicMapping mapping, SinkRecord record) {
        try {
            return mapping.map(decoder.decode(record));
        } catch (RecordException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not its message, which may quote the value.
            LOG.debug("Unexpected {} at {}", e.getClass().getName(), Arrays.asList(e.getStackTrace()));
            throw new RecordException("it could not be read (" + e.getClass().getName() + ")");
        }
    }

    /**
     * Debezium writes heartbeats and transaction markers to topics of their own, which {@code topics.regex} matches along with
     * those of the tables.
     */
    private String reasonWithoutMapping(SinkRecord record) {
        return reason(record)
                .orElseThrow(() ->
                        new ConnectException(place(record) + "no pattern is configured for the topic " + record.topic()
                                + " (as it is after transformations); set neo4j.pattern.topic." + record.topic()));
    }

    private Optional<String> reason(SinkRecord record) {
        try {
            return decoder.decode(record) instanceof ChangeEvent.Skipped skipped
                    ? Optional.of(skipped.reason())
                    : Optional.empty();
        } catch (RecordException e) {
            return Optional.empty();
        }
    }

    static String place(SinkRecord record) {
        return "The record " + MappedRecord.of(record, List.of()).coordinates() + " cannot be written: ";
    }
}
