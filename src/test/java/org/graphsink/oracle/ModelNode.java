package org.graphsink.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeShape;

/** A node of the {@link ModelGraph}; it is itself alone. */
final class ModelNode {

    final Set<String> labels = new HashSet<>();
    final Map<String, Object> properties = new HashMap<>();

    boolean referred;

    boolean is(NodeShape shape, Key key) {
        return labels.contains(shape.label()) && (key.isEmpty() || ModelProperties.has(properties, shape.key(), key));
    }
}
