package org.graphsink.mapping.bound;

import java.util.List;
import java.util.Set;

/**
 * What no record may write, whatever its patterns say.
 *
 * @param reservedLabels labels of the connector's own nodes, which no record may give to others
 * @param vectors properties whose vectors have a declared length
 */
public record Restrictions(Set<String> reservedLabels, List<VectorProperty> vectors) {
    public Restrictions {
        reservedLabels = Set.copyOf(reservedLabels);
        vectors = List.copyOf(vectors);
    }
}
