package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.mapping.bound.Bindings;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;

/** What goes with a row that is gone: its own nodes, its relationships, nothing shared. */
final class Disappearance {

    private final Bindings bindings;
    private final GoneNodes gone;
    private final OtherRows others;
    private final List<LikeRelationship> likes;

    /** @param likes one for each relationship pattern */
    Disappearance(Bindings bindings, GoneNodes gone, OtherRows others, List<LikeRelationship> likes) {
        this.bindings = bindings;
        this.others = others;
        this.gone = gone;
        this.likes = likes;
    }

    /** A delete with whatever its before image tells; the record key tells the rest. */
    List<GraphChange> ofRow(ChangeEvent.Deleted event) {
        var past = Past.of(event, event.before(), bindings);
        var view = event.before().exists() ? View.of(event, event.before()) : View.keyOnly(event);
        var binding = bindings.of(view);
        var nodes = new LinkedHashMap<NodeIdentity, Claims>();
        var changed = ChangedKeys.of(event, binding, others);
        for (int i = 0; i < binding.nodes().size(); i++) {
            if (binding.isOwn(i)) {
                var node = binding.nodes().get(i);
                var identities = InPattern.of(node.text(), () -> node.possibleIdentities(view));
                add(nodes, identities, i, node, past);
                for (var identity : identities) {
                    if (changed.concern(i)) {
                        var carried = gone.carried(i, node, identity.label(), past);
                        changed.left(i, identity, identities.size() == 1, carried);
                    }
                }
                if (identities.isEmpty() && i == 0 && !isNowhere(event, node, view)) {
                    throw InPattern.at(node.text(), untold(event, node, view));
                }
            }
        }
        var relationships = new LinkedHashSet<RelationshipIdentity>();
        for (int i = 0; i < binding.relationships().size(); i++) {
            var former = past.relationship(i);
            if (former != null) {
                relationships.add(former);
            }
        }
        return changes(changed, nodes, relationships, bindings.identifying(event, event.before()));
    }

    /** Whether the row had no node: it is one of several writers, and the foreign key by which it finds it was null. */
    private boolean isNowhere(ChangeEvent.Deleted event, BoundNode node, View view) {
        return !tellsOnlyTheKey(event) && gone.mayBeNowhere(node) && node.isNull(view);
    }

    private static RecordException untold(ChangeEvent.Deleted event, BoundNode node, View view) {
        var missing = tellsOnlyTheKey(event) ? node.missingField(view) : Optional.<String>empty();
        var reason = missing.map(field -> "the record tells only the row's key, which has no field for " + field)
                .orElseGet(() -> node.missing(view));
        return new RecordException("the node of the deleted row cannot be told: " + reason
                + ". Where the table has REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than the primary key; set"
                + " REPLICA IDENTITY FULL, or use the primary key as the node's key");
    }

    /** Layouts and lists of fields are the same instances for all images of a schema. */
    private static boolean tellsOnlyTheKey(ChangeEvent.Deleted event) {
        var before = event.before();
        var key = event.key();
        return key.exists() && (!before.exists() || before.layout() == key.layout() && before.fields() == key.fields());
    }

    List<GraphChange> ofTombstone(ChangeEvent.Tombstone event) {
        var view = View.keyOnly(event);
        var binding = bindings.of(view);
        var nodes = new LinkedHashMap<NodeIdentity, Claims>();
        var changed = ChangedKeys.of(event, binding, others);
        for (int i = 0; i < binding.nodes().size(); i++) {
            var node = binding.nodes().get(i);
            if (binding.isOwn(i) && node.hasDeterminedKey()) {
                var identities = InPattern.of(node.text(), () -> node.possibleIdentities(view));
                add(nodes, identities, i, node, Past.UNKNOWN);
                for (var identity : identities) {
                    // After a delete that told the same, there is nothing left to set aside.
                    if (changed.concern(i)) {
                        changed.left(i, identity, false, gone.carried(i, node, identity.label(), Past.UNKNOWN));
                    }
                }
            }
        }
        return changes(changed, nodes, new LinkedHashSet<>(), view);
    }

    private void add(
            Map<NodeIdentity, Claims> nodes, List<NodeIdentity> identities, int index, BoundNode node, Past past) {
        for (var identity : identities) {
            nodes.merge(
                    identity,
                    gone.claims(index, node, identity.label(), past),
                    (first, more) -> first.and(more.labels()));
        }
    }

    private List<GraphChange> changes(
            ChangedKeys changed, Map<NodeIdentity, Claims> nodes, Set<RelationshipIdentity> relationships, View view) {
        var binding = bindings.of(view);
        var changes = new ArrayList<>(changed.changes());
        for (int i = 0; i < likes.size(); i++) {
            var relationship = binding.relationships().get(i);
            if (relationship.isDetermined()) {
                var identity = relationship.identity(view, null);
                if (identity != null) {
                    relationships.add(identity);
                }
                continue;
            }
            for (var scope : relationship.scopes(view, null)) {
                if (likes.get(i).leavesToRow(scope) && !goesWithEnd(scope, nodes)) {
                    changes.add(new GraphChange.PruneRelationships(scope, Set.of()));
                }
            }
        }
        for (var relationship : relationships) {
            if (!goesWith(relationship.start(), nodes) && !goesWith(relationship.end(), nodes)) {
                changes.add(new GraphChange.DeleteRelationship(relationship));
            }
        }
        nodes.forEach((node, claims) -> changes.add(new GraphChange.DeleteNode(node, claims)));
        return changes;
    }

    /** Whether the node takes its relationships along: not where it may stay for others. */
    private static boolean goesWith(NodeIdentity node, Map<NodeIdentity, Claims> nodes) {
        var claims = nodes.get(node);
        return claims != null && claims.areNone();
    }

    private static boolean goesWithEnd(RelationshipScope scope, Map<NodeIdentity, Claims> nodes) {
        return Stream.of(scope.startNode(), scope.endNode())
                .flatMap(Optional::stream)
                .anyMatch(end -> goesWith(end, nodes));
    }
}
