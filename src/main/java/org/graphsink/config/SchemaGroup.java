package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.common.config.ConfigException;
import org.graphsink.schema.OnConflict;
import org.graphsink.schema.PropertyIndex;
import org.graphsink.schema.SchemaMode;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.schema.SchemaSyntaxException;
import org.graphsink.schema.VectorIndex;

/** Constraints and indexes. */
final class SchemaGroup {

    static final Setting<SchemaMode> MODE = Setting.optional(
            "neo4j.schema",
            Kind.choice(SchemaMode.class),
            "create",
            MEDIUM,
            "Schema",
            "What happens at task start to the constraints and indexes that the mappings need and the settings declare:"
                    + " create makes the missing ones, validate fails and lists them, none leaves them to the user.");

    static final Setting<Boolean> KEYS = Setting.optional(
            "neo4j.schema.keys",
            Kind.flag(),
            false,
            LOW,
            "Node keys",
            "Whether to create node key constraints instead of uniqueness constraints. Only Neo4j Enterprise has them.");

    static final Setting<Duration> AWAIT = Setting.optional(
            "neo4j.schema.await",
            DurationKind.duration(),
            "5m",
            LOW,
            "Wait for indexes",
            "How long a starting task waits until new indexes are online; 0s does not wait.");

    static final Setting<OnConflict> ON_CONFLICT = Setting.optional(
            "neo4j.schema.on-conflict",
            Kind.choice(OnConflict.class),
            "error",
            LOW,
            "Conflicting index",
            "What happens to an existing index that differs from the declared one: error fails the task, recreate drops"
                    + " it and creates the declared one.");

    static final Setting<Boolean> DROP_UNDECLARED = Setting.optional(
            "neo4j.schema.drop-undeclared",
            Kind.flag(),
            false,
            LOW,
            "Drop undeclared",
            "Whether to drop constraints and indexes that this connector created for an earlier configuration and that"
                    + " the present one does not declare.");

    static final SettingFamily VECTOR = new SettingFamily(
            "neo4j.schema.vector.",
            "name",
            "A vector index: what it indexes, the number of dimensions, cosine or euclidean, and options, such as"
                    + " (:Document {embedding}) 384 cosine quantization=true, or ()-[:MENTIONS {embedding}]-() 384"
                    + " euclidean.");

    static final SettingFamily INDEX = new SettingFamily(
            "neo4j.schema.index.",
            "name",
            "Any other index: RANGE, TEXT, POINT or FULLTEXT and what it indexes, such as FULLTEXT (:Product|Document"
                    + " {title, body}).");

    static final SettingGroup GROUP = SettingGroup.of(
                    "Constraints and indexes", MODE, KEYS, AWAIT, ON_CONFLICT, DROP_UNDECLARED)
            .with(VECTOR, INDEX);

    private SchemaGroup() {}

    static SchemaSettings read(Map<String, Object> values, Map<String, String> config) {
        return new SchemaSettings(
                MODE.from(values),
                KEYS.from(values),
                AWAIT.from(values),
                ON_CONFLICT.from(values),
                DROP_UNDECLARED.from(values),
                indexes(VECTOR, config, VectorIndex::parse),
                indexes(INDEX, config, PropertyIndex::parse));
    }

    private static <T> List<T> indexes(
            SettingFamily family, Map<String, String> config, BiFunction<String, String, T> parser) {
        return family.in(config).entrySet().stream()
                .map(member -> {
                    try {
                        return parser.apply(member.getKey(), member.getValue());
                    } catch (SchemaSyntaxException e) {
                        throw new ConfigException(family.member(member.getKey()) + ": " + e.getMessage());
                    }
                })
                .toList();
    }
}
