package org.graphsink.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkTask;
import org.graphsink.footprint.Footprints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.DeliverySettings;
import org.graphsink.pattern.PatternException;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.source.PatternStrategy;
import org.graphsink.source.TopicStrategy;

/**
 * The settings of one connector, read once and given in parts to those who need them. Their text shows no secret.
 *
 * @param connectorName the name under which the connector was created
 * @param topics how each mapped topic is mapped
 * @param matchesTopics whether {@code topics.regex} chooses the topics that are read, mapped or not
 */
public record SinkSettings(
        String connectorName,
        ConnectionSettings connection,
        DecoderSettings decoder,
        MappingSettings mapping,
        SchemaSettings schema,
        DeliverySettings delivery,
        Map<String, TopicStrategy> topics,
        boolean matchesTopics) {

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
                topics(config),
                !config.getOrDefault(SinkTask.TOPICS_REGEX_CONFIG, "").isBlank());
    }

    /** What the records of all topics may leave in the graph. */
    public Footprints footprints() {
        return TopicStrategy.footprints(topics);
    }

    /** The label of placeholders; empty for none. */
    public Optional<String> placeholderLabel() {
        return mapping.placeholderLabel();
    }

    /** The labels of rows' nodes for which no placeholder stands, although there are placeholders. */
    public List<String> neverPlaceholders() {
        return footprints().neverPlaceholders(placeholderLabel());
    }

    /** What is right or wrong as the data are, each in a sentence: for the log, when a task starts. */
    public List<String> warnings() {
        return footprints().warnings();
    }

    private static Map<String, TopicStrategy> topics(Map<String, String> config) {
        var rowKeys = parsed(MappingGroup.ROW_KEY, config, RowKey::parse);
        var topics = new LinkedHashMap<String, TopicStrategy>();
        parsed(MappingGroup.TOPIC, config, TopicPatterns::parse)
                .forEach((topic, patterns) ->
                        topics.put(topic, new PatternStrategy(patterns, Optional.ofNullable(rowKeys.get(topic)))));
        return topics;
    }

    private static <T> Map<String, T> parsed(
            SettingFamily family, Map<String, String> config, Function<String, T> parser) {
        var members = new LinkedHashMap<String, T>();
        family.in(config).forEach((member, text) -> {
            try {
                members.put(member, parser.apply(text));
            } catch (PatternException e) {
                throw new ConfigException(family.member(member) + ": " + e.getMessage());
            }
        });
        return members;
    }
}
