package org.graphsink.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.DeliverySettings;
import org.graphsink.pattern.Pattern;
import org.graphsink.pattern.PatternException;
import org.graphsink.pattern.PatternParser;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.schema.SchemaSettings;

/**
 * The settings of one connector, read once and given in parts to those who need them. Their text shows no secret.
 *
 * @param connectorName the name under which the connector was created
 * @param topics the patterns of each mapped topic
 */
public record SinkSettings(
        String connectorName,
        ConnectionSettings connection,
        DecoderSettings decoder,
        MappingSettings mapping,
        SchemaSettings schema,
        DeliverySettings delivery,
        Map<String, List<Pattern>> topics) {

    public SinkSettings {
        topics = Map.copyOf(topics);
    }

    /**
     * @param config as Kafka Connect gives it to a connector or task
     * @throws ConfigException where a single setting is wrong; what several settings together say is judged by
     *     {@link SinkConfigValidation}
     */
    public static SinkSettings of(Map<String, String> config) {
        var values = AllSettings.definition().parse(config);
        var schema = SchemaGroup.read(values, config);
        return new SinkSettings(
                config.getOrDefault("name", ""),
                ConnectionGroup.read(values),
                new DecoderSettings(MappingGroup.rowTopics(values), TypeGroup.read(values)),
                MappingGroup.read(values, schema.vectorIndexes()),
                schema,
                DeliveryGroup.read(values),
                topics(config));
    }

    private static Map<String, List<Pattern>> topics(Map<String, String> config) {
        var topics = new LinkedHashMap<String, List<Pattern>>();
        MappingGroup.TOPIC.in(config).forEach((topic, text) -> {
            try {
                topics.put(topic, PatternParser.parse(text));
            } catch (PatternException e) {
                throw new ConfigException(MappingGroup.TOPIC.member(topic) + ": " + e.getMessage());
            }
        });
        return topics;
    }
}
