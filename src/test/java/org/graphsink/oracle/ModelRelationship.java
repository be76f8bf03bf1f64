package org.graphsink.oracle;

import java.util.List;
import java.util.Map;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;

/** A relationship of the {@link ModelGraph}. */
record ModelRelationship(String type, ModelNode start, ModelNode end, Map<String, Object> properties) {

    boolean isAt(ModelNode node) {
        return start == node || end == node;
    }

    List<ModelNode> ends() {
        return List.of(start, end);
    }

    boolean is(RelationshipIdentity identity) {
        return type.equals(identity.type())
                && start.is(identity.start().shape(), identity.start().key())
                && end.is(identity.end().shape(), identity.end().key())
                && ModelProperties.has(properties, identity.shape().key(), identity.key())
                && !isLike(identity.shape());
    }

    /** Whether it has a key of others, and so is none of the shape. */
    boolean isLike(RelationshipShape shape) {
        return shape.keysOfLikes().stream().anyMatch(key -> properties.keySet().containsAll(key));
    }

    boolean isLike(ModelRelationship other) {
        return type.equals(other.type)
                && start == other.start
                && end == other.end
                && ModelProperties.haveOneKey(properties, other.properties);
    }
}
