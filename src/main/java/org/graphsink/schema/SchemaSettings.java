package org.graphsink.schema;

import java.time.Duration;
import java.util.List;

/**
 * The settings under {@code neo4j.schema}.
 *
 * @param nodeKeys {@code neo4j.schema.keys}: node key constraints instead of uniqueness constraints (Enterprise only)
 * @param await how long to wait until all indexes are online; zero waits not at all
 * @param dropUndeclared drops what an earlier configuration of the same connector created and this one does not declare
 * @param vectorIndexes {@code neo4j.schema.vector.<name>}
 * @param indexes {@code neo4j.schema.index.<name>}
 */
public record SchemaSettings(
        SchemaMode mode,
        boolean nodeKeys,
        Duration await,
        OnConflict onConflict,
        boolean dropUndeclared,
        List<VectorIndex> vectorIndexes,
        List<PropertyIndex> indexes) {

    /** The label of the nodes that tell what a connector has created. */
    public static final String RECORD_LABEL = "__GraphsinkSchema";

    public SchemaSettings {
        if (await.isNegative()) {
            throw new IllegalArgumentException("neo4j.schema.await cannot be negative");
        }
        vectorIndexes = List.copyOf(vectorIndexes);
        indexes = List.copyOf(indexes);
    }
}
