package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.cypher.CypherRenderer;
import org.graphsink.graph.GraphChange;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.NodeLabels;
import org.graphsink.mapping.SharedNodes;
import org.graphsink.mapping.TopicMapping;
import org.graphsink.pattern.Pattern;
import org.graphsink.plan.LabelFamilies;
import org.graphsink.record.DecoderSettings;
import org.graphsink.record.RecordDecoder;
import org.graphsink.record.RecordException;
import org.graphsink.record.TypeSettings;

/** The connector's way from a record to its changes, for the topics of some tables. */
final class Pipeline {

    private final RecordDecoder decoder;
    private final Map<String, TopicMapping> mappings;

    Pipeline(List<Table> tables, MappingSettings settings) {
        Set<String> rows = new HashSet<>();
        mappings = TopicMapping.of(topics(tables), settings);
        for (var table : tables) {
            if (!table.events()) {
                rows.add(table.name());
            }
        }
        decoder = new RecordDecoder(new DecoderSettings(rows, TypeSettings.DEFAULT));
    }

    private static Map<String, List<Pattern>> topics(List<Table> tables) {
        var topics = new HashMap<String, List<Pattern>>();
        tables.forEach(table -> topics.put(table.name(), table.patterns()));
        return topics;
    }

    static CypherRenderer renderer(List<Table> tables, MappingSettings settings) {
        return new CypherRenderer(SharedNodes.of(topics(tables), settings).placeholders());
    }

    static List<Pattern> patterns(List<Table> tables) {
        return tables.stream().flatMap(table -> table.patterns().stream()).toList();
    }

    static LabelFamilies families(List<Table> tables) {
        var labels = NodeLabels.of(patterns(tables));
        return LabelFamilies.of(labels.found(), labels.together());
    }

    /** The changes of each record; none for one that the connector would report. */
    List<List<GraphChange>> changes(List<SinkRecord> records) {
        var changes = new ArrayList<List<GraphChange>>(records.size());
        for (var record : records) {
            try {
                changes.add(
                        mappings.get(record.topic()).map(decoder.decode(record)).changes());
            } catch (RecordException e) {
                changes.add(List.of());
            }
        }
        return changes;
    }
}
