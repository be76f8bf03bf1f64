package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/** The relationships of a segment, found by their ends and keys. */
final class PendingRelationships {

    private final Map<RelationshipIdentity, PendingRelationship> relationships = new LinkedHashMap<>();
    private final Map<NodeIdentity, Set<RelationshipIdentity>> byEnd = new HashMap<>();
    private final Map<Key, Set<RelationshipIdentity>> byKey = new HashMap<>();

    boolean isEmpty() {
        return relationships.isEmpty();
    }

    Collection<PendingRelationship> all() {
        return relationships.values();
    }

    /** The relationship, entered where it is not there yet. */
    PendingRelationship of(RelationshipIdentity relationship) {
        var pending = relationships.get(relationship);
        if (pending == null) {
            pending = new PendingRelationship(relationship);
            relationships.put(relationship, pending);
            enter(byEnd, relationship.start(), relationship);
            enter(byEnd, relationship.end(), relationship);
            if (!relationship.key().isEmpty()) {
                enter(byKey, relationship.key(), relationship);
            }
        }
        return pending;
    }

    private static <K> void enter(Map<K, Set<RelationshipIdentity>> index, K key, RelationshipIdentity relationship) {
        index.computeIfAbsent(key, k -> new LinkedHashSet<>(2)).add(relationship);
    }

    /** Whether a relationship is to be upserted at the node. */
    boolean await(NodeIdentity node) {
        for (var relationship : byEnd.getOrDefault(node, Set.of())) {
            var pending = relationships.get(relationship);
            if (pending != null && pending.isUpserted()) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the relationships of a node that is to be deleted, and gives them back. */
    Set<RelationshipIdentity> forgetAt(NodeIdentity node) {
        var forgotten = byEnd.remove(node);
        if (forgotten == null) {
            return Set.of();
        }
        relationships.keySet().removeAll(forgotten);
        return forgotten;
    }

    /** Forgets the upserts of the relationships that a prune does not keep, and gives these back. */
    List<RelationshipIdentity> forgetIn(PruneRelationships change) {
        var forgotten = new ArrayList<RelationshipIdentity>(0);
        for (var relationship : candidates(change.scope())) {
            var pending = relationships.get(relationship);
            if (pending != null
                    && change.scope().contains(relationship)
                    && !change.keep().contains(relationship)) {
                pending.forgetUpsert();
                forgotten.add(relationship);
            }
        }
        return forgotten;
    }

    private Set<RelationshipIdentity> candidates(RelationshipScope scope) {
        return scope.startNode()
                .or(scope::endNode)
                .map(end -> byEnd.getOrDefault(end, Set.of()))
                .orElseGet(() -> byKey.getOrDefault(scope.key(), Set.of()));
    }
}
