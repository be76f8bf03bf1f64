package org.graphsink.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;

/**
 * By which key each label and relationship type has been addressed in a segment.
 *
 * <p>Two identities of one shape that differ are two entities. Identities of different shapes may be one entity all the
 * same: a node of label Person found by its id and by its email, or as a Person and as an Employee. Coalescing cannot see
 * that, so such changes must not share a segment. A single change may mix them; then nothing joins it.
 */
final class IdentitySpaces {

    private record RelationshipSpace(String type, String startLabel, String endLabel) {}

    private final LabelFamilies families;
    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final Map<RelationshipSpace, List<String>> relationships = new HashMap<>();
    private NodeShape lastNode;
    private boolean mixed;

    IdentitySpaces(LabelFamilies families) {
        this.families = families;
    }

    /** Enters the shape under its label, or says that the label is addressed in another way already. */
    boolean admits(NodeShape shape) {
        return shape.equals(lastNode) && !mixed || firstOr(nodes.isEmpty(), enter(shape));
    }

    boolean admits(UpsertNode change) {
        var shape = change.node().shape();
        if (change.addedLabels().isEmpty() && change.removedLabels().isEmpty()) {
            return admits(shape);
        }
        boolean first = nodes.isEmpty();
        return firstOr(first, enter(shape) & enter(change.addedLabels(), shape) & enter(change.removedLabels(), shape));
    }

    boolean admits(RekeyNode change) {
        boolean first = nodes.isEmpty();
        return firstOr(first, enter(change.from().shape()) & enter(change.to().shape()));
    }

    boolean admits(RelationshipIdentity relationship) {
        return admits(relationship.shape(), relationship.shape().key());
    }

    boolean admits(PruneRelationships change) {
        return admits(change.scope().shape(), ownKey(change));
    }

    /** @return null where the change does not tell relationships apart by a key of their own */
    private static List<String> ownKey(PruneRelationships change) {
        if (!change.scope().key().isEmpty()) {
            return change.scope().shape().key();
        }
        return change.keep().isEmpty()
                ? null
                : change.keep().iterator().next().shape().key();
    }

    private boolean admits(RelationshipShape shape, List<String> key) {
        boolean first = nodes.isEmpty();
        boolean entered = enter(shape.start()) & enter(shape.end());
        if (key != null) {
            var present = relationships.putIfAbsent(
                    new RelationshipSpace(
                            shape.type(), shape.start().label(), shape.end().label()),
                    key);
            entered &= present == null || present.equals(key);
        }
        return firstOr(first, entered);
    }

    private boolean firstOr(boolean first, boolean entered) {
        if (mixed || entered) {
            return !mixed;
        }
        mixed = first;
        return first;
    }

    private boolean enter(NodeShape shape) {
        if (shape.equals(lastNode)) {
            return true;
        }
        lastNode = shape;
        return enter(shape.label(), shape);
    }

    private boolean enter(Set<String> labels, NodeShape shape) {
        boolean entered = true;
        for (String label : labels) {
            if (families.isFoundBy(label)) {
                entered &= enter(label, shape);
            }
        }
        return entered;
    }

    private boolean enter(String label, NodeShape shape) {
        var present = nodes.putIfAbsent(families.of(label), shape);
        return present == null || present.equals(shape);
    }
}
