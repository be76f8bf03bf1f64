package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/** The relationships of a segment, found by their ends and keys. */
final class PendingRelationships {

    private final Map<RelationshipIdentity, PendingRelationship> relationships = new LinkedHashMap<>();
    private final Map<Key, List<PendingRelationship>> byKey = new HashMap<>();

    boolean isEmpty() {
        return relationships.isEmpty();
    }

    Collection<PendingRelationship> all() {
        return relationships.values();
    }

    /** Whether the segment removes or writes the relationship. */
    boolean touch(RelationshipIdentity relationship) {
        var pending = relationships.get(relationship);
        return pending != null && (pending.isDeleted() || pending.isUpserted());
    }

    /**
     * The relationship, entered where it is not there yet.
     *
     * @param nodes gives the ends
     */
    PendingRelationship of(RelationshipIdentity relationship, Function<NodeIdentity, PendingNode> nodes) {
        var pending = relationships.get(relationship);
        if (pending == null) {
            pending = new PendingRelationship(
                    relationship, nodes.apply(relationship.start()), nodes.apply(relationship.end()));
            relationships.put(relationship, pending);
            pending.start().enter(pending);
            pending.end().enter(pending);
            if (!relationship.key().isEmpty()) {
                byKey.computeIfAbsent(relationship.key(), key -> new ArrayList<>(1))
                        .add(pending);
            }
        }
        return pending;
    }

    /** Forgets the relationships of a node that is to be deleted. */
    void forgetAt(PendingNode node) {
        for (var pending : node.relationships()) {
            if (!pending.isForgotten()) {
                relationships.remove(pending.relationship());
                pending.forget();
                pending.releaseEnds();
            }
        }
        node.leaveRelationships();
    }

    /** Whether a relationship of the node cannot be forgotten with it. */
    static boolean mustBeWritten(PendingNode node) {
        return node.relationships().stream().anyMatch(PendingRelationship::mustBeWritten);
    }

    /** The relationships that a prune does not keep. */
    List<PendingRelationship> notKept(PruneRelationships change, PendingNodes nodes) {
        var notKept = new ArrayList<PendingRelationship>(0);
        for (var pending : candidates(change.scope(), nodes)) {
            if (!pending.isForgotten()
                    && change.scope().contains(pending.relationship())
                    && !change.keep().contains(pending.relationship())) {
                notKept.add(pending);
            }
        }
        return notKept;
    }

    /** Forgets the upserts of relationships that a prune does not keep. */
    static void forget(List<PendingRelationship> notKept) {
        for (var pending : notKept) {
            pending.forgetUpsert();
            pending.releaseEnds();
        }
    }

    private List<PendingRelationship> candidates(RelationshipScope scope, PendingNodes nodes) {
        var known = scope.startNode().or(scope::endNode);
        if (known.isEmpty()) {
            return byKey.getOrDefault(scope.key(), List.of());
        }
        return nodes.find(known.get()).map(PendingNode::relationships).orElse(List.of());
    }
}
