package org.graphsink.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graphsink.footprint.Footprint;
import org.graphsink.footprint.Footprints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.record.decoder.RecordDecoder;

/** How the records of one topic become changes of the graph, as the settings say. */
public sealed interface TopicStrategy permits PatternStrategy {

    /** What the records of all topics may leave in the graph. */
    static Footprints footprints(Map<String, ? extends TopicStrategy> topics) {
        var footprints = new LinkedHashMap<String, Footprint>();
        topics.forEach((topic, strategy) -> footprints.put(topic, strategy.footprint()));
        return Footprints.of(footprints);
    }

    /** What the records may leave in the graph. */
    Footprint footprint();

    /**
     * What makes the changes, once it is known what all topics may leave in the graph.
     *
     * @param footprints of all topics of the connector, this one's among them
     */
    ChangeSource source(String topic, Footprints footprints, RecordDecoder decoder, MappingSettings settings);
}
