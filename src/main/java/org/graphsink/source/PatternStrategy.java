package org.graphsink.source;

import org.graphsink.footprint.Footprint;
import org.graphsink.footprint.Footprints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.TopicMapping;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.decoder.RecordDecoder;

/** Each record becomes what graph patterns say. */
public record PatternStrategy(TopicPatterns patterns) implements TopicStrategy {

    @Override
    public Footprint footprint() {
        return PatternFootprint.of(patterns);
    }

    @Override
    public ChangeSource source(String topic, Footprints footprints, RecordDecoder decoder, MappingSettings settings) {
        return new PatternSource(decoder, new TopicMapping(topic, patterns, footprints, settings), settings);
    }
}
