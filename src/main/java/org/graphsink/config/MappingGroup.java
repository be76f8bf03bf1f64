package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.Truncate;
import org.graphsink.mapping.UnchangedRows;
import org.graphsink.mapping.bound.VectorProperty;
import org.graphsink.schema.EntityType;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.schema.VectorIndex;

/** What records become in the graph. */
final class MappingGroup {

    static final SettingFamily TOPIC = new SettingFamily(
            "neo4j.pattern.topic.",
            "topic",
            "The mapping of a topic: the graph patterns that each of its records becomes, separated by semicolons, such"
                    + " as (:Order {!id, total}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id}). The"
                    + " topic is the one that the connector sees, after transformations.");

    static final SettingFamily ROW_KEY = new SettingFamily(
            "neo4j.pattern.key.topic.",
            "topic",
            "The fields that identify a row of the topic, such as id, where its record key does not: where Debezium's"
                    + " message.key.columns or a transformation gives records another key than the table's. Deletes"
                    + " then need whole before images, and a record without value deletes nothing.");

    static final Setting<List<String>> ROWS_TOPICS = Setting.optional(
            "neo4j.pattern.rows.topics",
            Kind.names(),
            "",
            MEDIUM,
            "Topics of rows",
            "Topics each of whose records is the current state of one row, though it is not a Debezium record. A record"
                    + " of these topics replaces what the row produced before.");

    static final Setting<Boolean> MERGE_NODE_PROPERTIES = Setting.optional(
            "neo4j.pattern.merge-node-properties",
            Kind.flag(),
            true,
            LOW,
            "Merge node properties",
            "Whether a record leaves the properties of a node alone that it does not name. With false it replaces all"
                    + " of them.");

    static final Setting<Boolean> MERGE_RELATIONSHIP_PROPERTIES = Setting.optional(
            "neo4j.pattern.merge-relationship-properties",
            Kind.flag(),
            true,
            LOW,
            "Merge relationship properties",
            "Whether a record leaves the properties of a relationship alone that it does not name. With false it"
                    + " replaces all of them.");

    static final Setting<MissingEndpoints> MISSING_ENDPOINTS = Setting.optional(
            "neo4j.relationships.missing-endpoints",
            Kind.choice(MissingEndpoints.class),
            "create",
            MEDIUM,
            "Missing end nodes",
            "What happens to a relationship whose end nodes are not in the graph: create makes them with their key"
                    + " alone, skip leaves the relationship out and counts it, fail makes it the record's error.");

    static final Setting<String> PLACEHOLDER_LABEL = Setting.optional(
            "neo4j.placeholder-label",
            Kind.text(),
            "__Placeholder",
            LOW,
            "Label of placeholders",
            "The label of nodes that stand for rows which relationships refer to and which have not come yet or are"
                    + " deleted already. It goes when the row comes, and the node goes with its last relationship. Empty"
                    + " to do without: such nodes then look like others and stay, and deleting a row's node deletes all"
                    + " relationships that other rows have to it.");

    static final Setting<Truncate> TRUNCATE = Setting.optional(
            "neo4j.cdc.truncate",
            Kind.choice(Truncate.class),
            "ignore",
            LOW,
            "Truncated tables",
            "What the truncation of a captured table does: ignore leaves the graph as it is, with a warning; apply"
                    + " deletes the nodes or relationships of the topic's patterns.");

    static final Setting<UnchangedRows> UNCHANGED_ROWS = Setting.optional(
            "neo4j.cdc.unchanged-rows",
            Kind.choice(UnchangedRows.class),
            "write",
            LOW,
            "Unchanged rows",
            "What an update does whose before image shows that nothing has changed of what the patterns read: write"
                    + " writes it all the same, skip counts it and stores its offset only. Skip where before images are"
                    + " whole, the topics are read from their start, and nothing else changes what the connector"
                    + " writes.");

    static final SettingGroup GROUP = SettingGroup.of(
                    "Mapping",
                    ROWS_TOPICS,
                    MERGE_NODE_PROPERTIES,
                    MERGE_RELATIONSHIP_PROPERTIES,
                    MISSING_ENDPOINTS,
                    PLACEHOLDER_LABEL,
                    TRUNCATE,
                    UNCHANGED_ROWS)
            .with(TOPIC, ROW_KEY);

    private MappingGroup() {}

    static MappingSettings read(Map<String, Object> values, List<VectorIndex> vectors) {
        return new MappingSettings(
                MERGE_NODE_PROPERTIES.from(values),
                MERGE_RELATIONSHIP_PROPERTIES.from(values),
                MISSING_ENDPOINTS.from(values),
                Optional.of(PLACEHOLDER_LABEL.from(values)).filter(label -> !label.isEmpty()),
                reservedLabels(values),
                vectors.stream().map(MappingGroup::property).toList(),
                TRUNCATE.from(values),
                UNCHANGED_ROWS.from(values));
    }

    private static VectorProperty property(VectorIndex index) {
        return new VectorProperty(
                index.target().entity() == EntityType.RELATIONSHIP,
                index.target().names().get(0),
                index.target().properties().get(0),
                index.configuration().dimensions(),
                SchemaGroup.VECTOR.member(index.name()));
    }

    /** The labels of the connector's own nodes. */
    private static Set<String> reservedLabels(Map<String, Object> values) {
        return Stream.concat(
                        Stream.of(
                                PLACEHOLDER_LABEL.from(values),
                                DeliveryGroup.OFFSET_LABEL.from(values),
                                SchemaSettings.RECORD_LABEL),
                        KeyMove.LABELS.stream())
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toSet());
    }

    static Set<String> rowTopics(Map<String, Object> values) {
        return Set.copyOf(ROWS_TOPICS.from(values));
    }
}
