package org.graphsink.mapping;

import org.graphsink.graph.MissingEndpoints;

/**
 * How patterns are applied.
 *
 * @param mergeNodeProperties false where an upsert of a node replaces all its properties
 * @param mergeRelationshipProperties false where an upsert of a relationship replaces all its properties
 */
public record MappingSettings(
        boolean mergeNodeProperties,
        boolean mergeRelationshipProperties,
        MissingEndpoints missingEndpoints,
        Truncate truncate) {

    public static final MappingSettings DEFAULT =
            new MappingSettings(true, true, MissingEndpoints.CREATE, Truncate.IGNORE);
}
