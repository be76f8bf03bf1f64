package org.graphsink.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Reference;

/** What the model makes of keys, besides those of rows' nodes, by which others refer to these. */
final class ModelOtherKeys {

    private final ModelGraph graph;
    private final List<ModelRelationship> relationships;

    /** @param relationships of the graph */
    ModelOtherKeys(ModelGraph graph, List<ModelRelationship> relationships) {
        this.graph = graph;
        this.relationships = relationships;
    }

    /** What others made in the place of a row's node, by another key of it, is the node or gives what it has to that. */
    void adopt(UpsertNode upsert, List<String> key) {
        var shape = upsert.node().shape();
        var values = new Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            int own = shape.key().indexOf(key.get(i));
            int written = upsert.properties().names().indexOf(key.get(i));
            values[i] = own >= 0
                    ? upsert.node().key().value(own)
                    : written >= 0 ? upsert.properties().value(written) : null;
            if (values[i] == null) {
                return;
            }
        }
        for (var there : graph.found(of(shape, key, values))) {
            if (!there.properties.containsKey(shape.key().get(0))) {
                for (var node : graph.found(upsert.node())) {
                    graph.give(there, node);
                    node.properties.putAll(there.properties);
                    there.labels.remove(ModelGraph.PLACEHOLDER);
                    node.labels.addAll(there.labels);
                }
                if (graph.found(of(shape, key, values)).contains(there)) {
                    ModelProperties.write(
                            there.properties, shape.key(), upsert.node().key());
                }
            }
        }
    }

    /** Who refers by another key refers to a placeholder of that key now. */
    void separate(ModelNode node, NodeShape shape, OtherKey key, Map<String, Object> former) {
        var values = key.names().stream().map(former::get).toArray();
        if (Stream.of(values).anyMatch(Objects::isNull)
                || key.names().stream().allMatch(node.properties::containsKey)) {
            return;
        }
        var identity = of(shape, key.names(), values);
        for (var given : List.copyOf(relationships)) {
            boolean incoming = given.end() == node;
            if ((incoming || given.start() == node)
                    && key.references().contains(new Reference(Optional.of(given.type()), incoming))) {
                graph.upsert(UpsertNode.ensure(identity, MissingNode.CREATE_PLACEHOLDER));
                var taker = graph.found(identity).get(0);
                taker.referred = true;
                relationships.remove(given);
                relationships.add(new ModelRelationship(
                        given.type(),
                        incoming ? given.start() : taker,
                        incoming ? taker : given.end(),
                        given.properties()));
            }
        }
    }

    private static NodeIdentity of(NodeShape shape, List<String> key, Object[] values) {
        return new NodeIdentity(new NodeShape(shape.label(), key), Key.of(values));
    }
}
