package org.graphsink.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.mapping.bound.BoundProperties;
import org.graphsink.mapping.bound.Restrictions;
import org.graphsink.mapping.bound.VectorProperty;
import org.graphsink.mapping.bound.View;

/**
 * How patterns are applied.
 *
 * @param mergeNodeProperties false where an upsert of a node replaces all its properties
 * @param mergeRelationshipProperties false where an upsert of a relationship replaces all its properties
 * @param placeholderLabel the label of nodes that stand for rows which are not there; empty where such nodes are not told
 *     from others
 * @param reservedLabels labels of the connector's own nodes, which no record may give to others
 * @param vectors properties whose vectors have a declared length
 */
public record MappingSettings(
        boolean mergeNodeProperties,
        boolean mergeRelationshipProperties,
        MissingEndpoints missingEndpoints,
        Optional<String> placeholderLabel,
        Set<String> reservedLabels,
        List<VectorProperty> vectors,
        Truncate truncate,
        UnchangedRows unchangedRows) {

    public MappingSettings {
        reservedLabels = Set.copyOf(reservedLabels);
        vectors = List.copyOf(vectors);
    }

    Restrictions restrictions() {
        return new Restrictions(reservedLabels, vectors);
    }

    PropertyWrite writeToNode(BoundProperties properties, View view) {
        return write(mergeNodeProperties, properties, view);
    }

    PropertyWrite writeToRelationship(BoundProperties properties, View view) {
        return write(mergeRelationshipProperties, properties, view);
    }

    /** Replacing would take an unchanged column along that the record does not tell. */
    private static PropertyWrite write(boolean merge, BoundProperties properties, View view) {
        return merge || properties.hasUnavailable(view) ? PropertyWrite.MERGE : PropertyWrite.REPLACE;
    }
}
