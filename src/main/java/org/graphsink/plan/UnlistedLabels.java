package org.graphsink.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;

/**
 * What a segment does to nodes that may be one although they are found by different labels: records give nodes labels that no
 * pattern lists. Such nodes are found by equal keys, so that two whose keys differ never are one.
 */
final class UnlistedLabels implements GraphChange.Cases<Boolean> {

    private enum Use {
        REFERRED,
        WRITTEN,
        /** Deleted, or given another key. */
        REMOVED;

        /** Whether the order of such uses of one node is seen. */
        boolean clashes(Use other) {
            return this == REMOVED || other == REMOVED || this == WRITTEN && other == WRITTEN;
        }
    }

    /** A node whatever it is found by, where its label does not tell it from others. */
    private record Place(String label, List<String> names, Key key) {}

    /** The relationships of a type between two places; null for any. */
    private record Spot(String type, Place start, Place end) {}

    private record Ends(NodeShape start, NodeShape end) {}

    private final LabelFamilies families;
    private final Map<Place, Map<String, Use>> nodes = new HashMap<>();
    private final Map<Spot, Set<Ends>> relationships = new HashMap<>();
    private final Map<Spot, Set<Ends>> prunes = new HashMap<>();

    UnlistedLabels(LabelFamilies families) {
        this.families = families;
    }

    /** Takes the change in, or says that it may concern what another change concerns, unseen by both. */
    boolean admit(GraphChange change) {
        return !families.haveUnlisted() || change.on(this);
    }

    @Override
    public Boolean on(UpsertNode change) {
        boolean written = !change.properties().isEmpty()
                || !change.addedLabels().isEmpty()
                || !change.removedLabels().isEmpty()
                || change.write() == PropertyWrite.REPLACE;
        return admit(change.node(), written ? Use.WRITTEN : Use.REFERRED);
    }

    @Override
    public Boolean on(GraphChange.DeleteNode change) {
        return admit(change.node(), Use.REMOVED);
    }

    /** The two may be found by one key: then the change is alone with it. */
    @Override
    public Boolean on(GraphChange.RekeyNode change) {
        if (clashes(change.from(), Use.REMOVED) || clashes(change.to(), Use.REMOVED)) {
            return false;
        }
        enter(change.from(), Use.REMOVED);
        enter(change.to(), Use.REMOVED);
        return true;
    }

    @Override
    public Boolean on(GraphChange.SetAsideNode change) {
        return admit(change.node(), Use.REMOVED);
    }

    @Override
    public Boolean on(GraphChange.TakeBackNode change) {
        return admit(change.node(), Use.WRITTEN);
    }

    @Override
    public Boolean on(GraphChange.UpsertRelationship change) {
        return admit(change.relationship());
    }

    @Override
    public Boolean on(GraphChange.DeleteRelationship change) {
        return admit(change.relationship())
                && change.heir().map(heir -> admit(heir.relationship())).orElse(true);
    }

    @Override
    public Boolean on(GraphChange.PruneRelationships change) {
        var shape = change.scope().shape();
        var spot = new Spot(
                change.scope().type(),
                change.scope().startNode().map(this::place).orElse(null),
                change.scope().endNode().map(this::place).orElse(null));
        var ends = new Ends(shape.start(), shape.end());
        if (!areOpen(ends)) {
            return true;
        }
        if (meets(relationships.get(spot), ends)
                || !change.scope().startNode().map(this::refer).orElse(true)
                || !change.scope().endNode().map(this::refer).orElse(true)
                || !change.keep().stream().allMatch(kept -> refer(kept.start()) && refer(kept.end()))) {
            return false;
        }
        prunes.computeIfAbsent(spot, none -> new HashSet<>(2)).add(ends);
        return true;
    }

    /** Comes before all else. */
    @Override
    public Boolean on(GraphChange.CarryProperties change) {
        return true;
    }

    /** Comes before all else, as does the next. */
    @Override
    public Boolean on(GraphChange.EmptyLabel change) {
        return true;
    }

    @Override
    public Boolean on(GraphChange.EmptyRelationshipType change) {
        return true;
    }

    private boolean refer(NodeIdentity node) {
        return admit(node, Use.REFERRED);
    }

    private boolean admit(NodeIdentity node, Use use) {
        return !clashes(node, use) && enter(node, use);
    }

    private boolean clashes(NodeIdentity node, Use use) {
        if (!isOpen(node.shape())) {
            return false;
        }
        var present = nodes.get(place(node));
        return present != null
                && present.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(node.label())
                                && other.getValue().clashes(use));
    }

    private boolean enter(NodeIdentity node, Use use) {
        if (isOpen(node.shape())) {
            nodes.computeIfAbsent(place(node), place -> new HashMap<>(2))
                    .merge(node.label(), use, (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
        return true;
    }

    private boolean admit(RelationshipIdentity relationship) {
        var ends = new Ends(relationship.start().shape(), relationship.end().shape());
        if (!areOpen(ends)) {
            return true;
        }
        var start = place(relationship.start());
        var end = place(relationship.end());
        var type = relationship.type();
        var spots = List.of(
                new Spot(type, start, end),
                new Spot(type, start, null),
                new Spot(type, null, end),
                new Spot(type, null, null));
        if (meets(relationships.get(spots.get(0)), ends)
                || spots.stream().anyMatch(spot -> meets(prunes.get(spot), ends))
                || !refer(relationship.start())
                || !refer(relationship.end())) {
            return false;
        }
        spots.forEach(spot ->
                relationships.computeIfAbsent(spot, none -> new HashSet<>(2)).add(ends));
        return true;
    }

    private boolean meets(Set<Ends> present, Ends ends) {
        return present != null
                && present.stream()
                        .anyMatch(other -> !other.equals(ends)
                                && mayBeOne(other.start(), ends.start())
                                && mayBeOne(other.end(), ends.end()));
    }

    private boolean mayBeOne(NodeShape one, NodeShape other) {
        return one.equals(other) || one.key().equals(other.key()) && isOpen(one);
    }

    private boolean areOpen(Ends ends) {
        return isOpen(ends.start()) || isOpen(ends.end());
    }

    private boolean isOpen(NodeShape shape) {
        return families.haveUnlisted(shape.key());
    }

    private Place place(NodeIdentity node) {
        return new Place(isOpen(node.shape()) ? "" : node.label(), node.shape().key(), node.key());
    }
}
