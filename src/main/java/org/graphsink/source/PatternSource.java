package org.graphsink.source;

import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.TopicMapping;
import org.graphsink.mapping.Truncate;
import org.graphsink.mapping.UnchangedRows;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.decoder.RecordDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topic whose records are mapped by patterns. */
final class PatternSource implements ChangeSource, ChangeEvent.Cases<Mapped> {

    private static final Logger LOG = LoggerFactory.getLogger(PatternSource.class);

    private final RecordDecoder decoder;
    private final TopicMapping mapping;
    private final Truncate truncate;
    private final boolean skipsUnchanged;
    private boolean warned;

    PatternSource(RecordDecoder decoder, TopicMapping mapping, MappingSettings settings) {
        this.decoder = decoder;
        this.mapping = mapping;
        this.truncate = settings.truncate();
        this.skipsUnchanged = settings.unchangedRows() == UnchangedRows.SKIP;
    }

    @Override
    public Mapped changes(SinkRecord record) {
        return decoder.decode(record).match(this);
    }

    @Override
    public Mapped upserted(ChangeEvent.Upserted event) {
        return skipsUnchanged && mapping.isUnchanged(event)
                ? Mapped.skipped("unchanged row (neo4j.cdc.unchanged-rows=skip)")
                : Mapped.of(mapping.upserted(event));
    }

    @Override
    public Mapped appended(ChangeEvent.Appended event) {
        var addition = mapping.appended(event);
        return Mapped.of(addition.changes(), addition.leftOut());
    }

    @Override
    public Mapped deleted(ChangeEvent.Deleted event) {
        return Mapped.of(mapping.deleted(event));
    }

    @Override
    public Mapped tombstone(ChangeEvent.Tombstone event) {
        var changes = mapping.deleted(event);
        return changes.isEmpty() ? Mapped.skipped("tombstone whose key determines nothing") : Mapped.of(changes);
    }

    @Override
    public Mapped truncated(ChangeEvent.Truncated event) {
        if (truncate == Truncate.APPLY) {
            return Mapped.of(mapping.emptied());
        }
        if (!warned) {
            warned = true;
            LOG.warn(
                    "The table of topic {} was truncated; the graph keeps what its rows produced, because neo4j.cdc.truncate is"
                            + " ignore: set it to apply to delete that. Further truncates of the topic are counted only",
                    event.topic());
        }
        return Mapped.skipped("truncate (neo4j.cdc.truncate=ignore)");
    }

    @Override
    public Mapped skipped(ChangeEvent.Skipped event) {
        return Mapped.skipped(event.reason());
    }
}
