package org.graphsink.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.RelationshipIdentity;

/**
 * By which key each label and relationship type has been addressed in a segment.
 *
 * <p>Two identities of one shape that differ are two entities. Identities of different shapes may be one entity all the
 * same: a node of label Person found by its id and by its email, or as a Person and as an Employee. Coalescing cannot see
 * that, so such changes must not share a segment.
 */
final class IdentitySpaces {

    private record RelationshipSpace(String type, String startLabel, String endLabel) {}

    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final Map<RelationshipSpace, List<String>> relationships = new HashMap<>();
    private NodeShape lastNode;

    /** Enters the shape under its label, or says that the label is addressed in another way already. */
    boolean admits(NodeShape shape) {
        if (shape.equals(lastNode)) {
            return true;
        }
        lastNode = shape;
        return admits(shape.label(), shape);
    }

    boolean admits(NodeShape shape, Set<String> furtherLabels) {
        boolean admitted = admits(shape);
        for (String label : furtherLabels) {
            admitted &= admits(label, shape);
        }
        return admitted;
    }

    private boolean admits(String label, NodeShape shape) {
        var present = nodes.putIfAbsent(label, shape);
        return present == null || present.equals(shape);
    }

    boolean admits(RelationshipIdentity relationship) {
        return admits(
                relationship.type(),
                relationship.start().shape(),
                relationship.end().shape(),
                relationship.key().properties());
    }

    /** @param key null where the caller does not tell the relationship's own key apart */
    boolean admits(String type, NodeShape start, NodeShape end, List<String> key) {
        boolean admitted = admits(start) & admits(end);
        if (key == null) {
            return admitted;
        }
        var present = relationships.putIfAbsent(new RelationshipSpace(type, start.label(), end.label()), key);
        return admitted && (present == null || present.equals(key));
    }
}
