package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;

/** What goes with a row that is gone: its own nodes, its relationships, nothing shared. */
final class Disappearance {

    private final Bindings bindings;

    Disappearance(Bindings bindings) {
        this.bindings = bindings;
    }

    /** A delete with whatever its before image tells; the record key tells the rest. */
    List<GraphChange> ofRow(ChangeEvent event) {
        var past = Past.of(event, bindings);
        var view = event.before().exists() ? View.before(event) : View.keyOnly(event);
        var binding = bindings.of(view);
        var nodes = new LinkedHashSet<NodeIdentity>();
        for (int i = 0; i < binding.nodes().size(); i++) {
            if (binding.isOwn(i)) {
                var node = binding.nodes().get(i);
                var identities = InPattern.of(node.text(), () -> node.possibleIdentities(view));
                nodes.addAll(identities);
                if (identities.isEmpty() && i == 0) {
                    throw InPattern.at(
                            node.text(),
                            new RecordException("the node of the deleted row cannot be told: " + node.missing(view)
                                    + ". Where the table has REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than"
                                    + " the primary key; set REPLICA IDENTITY FULL, or use the primary key as the node's"
                                    + " key"));
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
        return changes(nodes, relationships, event);
    }

    List<GraphChange> ofTombstone(ChangeEvent event) {
        var view = View.keyOnly(event);
        var binding = bindings.of(view);
        var nodes = new LinkedHashSet<NodeIdentity>();
        for (int i = 0; i < binding.nodes().size(); i++) {
            var node = binding.nodes().get(i);
            if (binding.isOwn(i) && node.hasDeterminedKey()) {
                nodes.addAll(InPattern.of(node.text(), () -> node.possibleIdentities(view)));
            }
        }
        return changes(nodes, new LinkedHashSet<>(), event);
    }

    private List<GraphChange> changes(
            Set<NodeIdentity> nodes, Set<RelationshipIdentity> relationships, ChangeEvent event) {
        var view = View.keyOnly(event);
        var binding = bindings.of(view);
        var changes = new ArrayList<GraphChange>();
        for (var relationship : binding.relationships()) {
            if (relationship.isDetermined()) {
                var identity = relationship.identity(view);
                if (identity != null) {
                    relationships.add(identity);
                }
                continue;
            }
            for (var scope : relationship.scopes(view, binding.recordKey())) {
                if (!isAt(scope.start(), nodes) && !isAt(scope.end(), nodes)) {
                    changes.add(new GraphChange.PruneRelationships(scope, Set.of()));
                }
            }
        }
        for (var relationship : relationships) {
            // Its own node takes its relationships along.
            if (!nodes.contains(relationship.start()) && !nodes.contains(relationship.end())) {
                changes.add(new GraphChange.DeleteRelationship(relationship));
            }
        }
        for (var node : nodes) {
            changes.add(new GraphChange.DeleteNode(node));
        }
        return changes;
    }

    private static boolean isAt(RelationshipScope.End end, Set<NodeIdentity> nodes) {
        return end.isKnown() && nodes.contains(new NodeIdentity(end.shape().label(), end.key()));
    }
}
