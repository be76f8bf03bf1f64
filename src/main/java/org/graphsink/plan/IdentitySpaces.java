package org.graphsink.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.RelationshipShape;

/**
 * By which key each label and relationship type has been addressed in a segment.
 *
 * <p>Two identities of one shape that differ are two entities. Identities of different shapes may be one entity all the
 * same: a node of label Person found by its id and by its email, or as a Person and as an Employee. Coalescing cannot see
 * that, so such changes must not share a segment. A single change may mix them; then nothing joins it.
 */
final class IdentitySpaces {

    private final LabelFamilies families;
    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final Map<RelationshipSpace, List<String>> relationships = new HashMap<>();
    private NodeShape lastNode;
    private RelationshipShape lastRelationship;
    private boolean mixed;

    IdentitySpaces(LabelFamilies families) {
        this.families = families;
    }

    /** Takes the change in, or says that what it addresses is addressed in another way already. */
    boolean admits(NodeShape shape) {
        if (mixed || shape == lastNode) {
            return !mixed;
        }
        if (!fits(shape)) {
            return mix();
        }
        enter(shape);
        lastNode = shape;
        return true;
    }

    boolean admits(UpsertNode change) {
        var shape = change.node().shape();
        if (change.addedLabels().isEmpty() && change.removedLabels().isEmpty()) {
            return admits(shape);
        }
        if (mixed) {
            return false;
        }
        if (!fits(shape) || !fit(change.addedLabels(), shape) || !fit(change.removedLabels(), shape)) {
            return mix();
        }
        enter(shape);
        enter(change.addedLabels(), shape);
        enter(change.removedLabels(), shape);
        return true;
    }

    boolean admits(RekeyNode change) {
        return admits(change.from().shape(), change.to().shape());
    }

    private boolean admits(NodeShape one, NodeShape other) {
        if (mixed) {
            return false;
        }
        if (!fit(one, other)) {
            return mix();
        }
        enter(one);
        enter(other);
        return true;
    }

    boolean admits(RelationshipShape shape) {
        if (mixed || shape == lastRelationship) {
            return !mixed;
        }
        lastRelationship = shape;
        return admits(shape, shape.key());
    }

    /** Takes in a relationship that moves and what it becomes. */
    boolean admits(RelationshipShape from, RelationshipShape to) {
        if (from.equals(to)) {
            return admits(from);
        }
        boolean first = nodes.isEmpty() && !mixed;
        if (!admits(from)) {
            return false;
        }
        if (mixed || admits(to)) {
            return true;
        }
        mixed = first;
        return first;
    }

    boolean admits(PruneRelationships change) {
        var key = ownKey(change);
        var shape = change.scope().shape();
        return key == null ? admits(shape.start(), shape.end()) : admits(shape, key);
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
        if (mixed) {
            return false;
        }
        if (!fit(shape.start(), shape.end()) || !fits(shape, key)) {
            return mix();
        }
        enter(shape.start());
        enter(shape.end());
        relationships.put(RelationshipSpace.of(shape), key);
        return true;
    }

    /** Whether a node found by one of the labels may be found by the other. */
    boolean areOne(String label, String other) {
        return families.of(label).equals(families.of(other));
    }

    /** A change that does not fit is admitted where it is the first, and is alone then. */
    private boolean mix() {
        mixed = nodes.isEmpty();
        return mixed;
    }

    private boolean fits(NodeShape shape) {
        return fits(shape.label(), shape);
    }

    private boolean fit(NodeShape one, NodeShape other) {
        return fits(one)
                && fits(other)
                && (one.equals(other) || !families.of(one.label()).equals(families.of(other.label())));
    }

    private boolean fit(Collection<String> labels, NodeShape shape) {
        return labels.stream().allMatch(label -> !families.isFoundBy(label) || fits(label, shape));
    }

    private boolean fits(String label, NodeShape shape) {
        var present = nodes.get(families.of(label));
        return present == null || present.equals(shape);
    }

    private boolean fits(RelationshipShape shape, List<String> key) {
        var present = relationships.get(RelationshipSpace.of(shape));
        return present == null || present.equals(key);
    }

    private void enter(NodeShape shape) {
        nodes.put(families.of(shape.label()), shape);
    }

    private void enter(Collection<String> labels, NodeShape shape) {
        for (var label : labels) {
            if (families.isFoundBy(label)) {
                nodes.put(families.of(label), shape);
            }
        }
    }
}
