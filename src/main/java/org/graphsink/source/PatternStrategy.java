package org.graphsink.source;

import java.util.Optional;
import org.graphsink.footprint.Footprint;
import org.graphsink.footprint.Footprints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.TopicMapping;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.decoder.RecordDecoder;

/**
 * Each record becomes what graph patterns say.
 *
 * @param rowKey what identifies the topic's rows in place of their record key
 */
public record PatternStrategy(TopicPatterns patterns, Optional<RowKey> rowKey) implements TopicStrategy {

    public PatternStrategy(TopicPatterns patterns) {
        this(patterns, Optional.empty());
    }

    @Override
    public Footprint footprint() {
        return PatternFootprint.of(patterns);
    }

    @Override
    public ChangeSource source(String topic, Footprints footprints, RecordDecoder decoder, MappingSettings settings) {
        return new PatternSource(decoder, new TopicMapping(topic, patterns, rowKey, footprints, settings), settings);
    }
}
