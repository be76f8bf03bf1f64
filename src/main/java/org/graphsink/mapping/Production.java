package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a record with a value produces, and what its row no longer does. */
final class Production {

    private static final Logger LOG = LoggerFactory.getLogger(Production.class);

    private final Bindings bindings;
    private final MappingSettings settings;
    private final Set<String> unfollowed = new HashSet<>();

    Production(Bindings bindings, MappingSettings settings) {
        this.bindings = bindings;
        this.settings = settings;
    }

    /** Events accumulate: every pattern must be complete, and nothing is removed. */
    List<GraphChange> ofEvent(ChangeEvent event) {
        var view = View.after(event);
        var binding = bindings.of(view);
        var changes = new ArrayList<GraphChange>();
        for (int i = 0; i < binding.nodes().size(); i++) {
            node(binding, i, view, Past.UNKNOWN, changes);
        }
        for (var relationship : binding.relationships()) {
            var identity = identity(relationship, view);
            if (identity != null) {
                relationship(relationship, identity, view, changes);
            } else if (InPattern.of(
                            relationship.text(), () -> relationship.type().read(view))
                    != null) {
                throw incomplete(relationship, view);
            }
        }
        return changes;
    }

    List<GraphChange> ofRow(ChangeEvent event) {
        var view = View.after(event);
        var binding = bindings.of(view);
        var past = Past.of(event, bindings);
        var changes = new ArrayList<GraphChange>();
        NodeIdentity own = null;
        NodeIdentity formerOwn = null;
        for (int i = 0; i < binding.nodes().size(); i++) {
            int index = i;
            var former = past.node(index);
            var upserts = new ArrayList<GraphChange>();
            var identity = node(binding, index, view, past, upserts);
            if (index == 0 && former != null && !former.equals(identity)) {
                changes.add(new GraphChange.RekeyNode(former, identity));
                own = identity;
                formerOwn = former;
            }
            changes.addAll(upserts);
        }
        relationships(
                event, binding, view, past, own == null ? null : new GraphChange.RekeyNode(formerOwn, own), changes);
        return changes;
    }

    /** @return null for a shared node without key */
    private NodeIdentity node(Binding binding, int index, View view, Past past, List<GraphChange> changes) {
        var node = binding.nodes().get(index);
        return InPattern.of(node.text(), () -> {
            node.requireFields();
            var identity = node.identity(view);
            if (identity == null) {
                if (index == 0) {
                    throw new RecordException(node.missing(view));
                }
                return null;
            }
            var labels = node.furtherLabels(view);
            var removed = removedLabels(node, past, index, labels, identity.label());
            var properties =
                    past.lostProperties(index, node).then(node.properties().read(view));
            var write = settings.mergeNodeProperties() ? PropertyWrite.MERGE : PropertyWrite.REPLACE;
            changes.add(new GraphChange.UpsertNode(identity, true, labels, removed, properties, write));
            return identity;
        });
    }

    private static Set<String> removedLabels(BoundNode node, Past past, int index, Set<String> labels, String first) {
        if (node.furtherLabels().isEmpty()) {
            return Set.of();
        }
        var removed = past.furtherLabels(index, node);
        removed.removeAll(labels);
        removed.remove(first);
        return removed;
    }

    private void relationships(
            ChangeEvent event,
            Binding binding,
            View view,
            Past past,
            GraphChange.RekeyNode rekey,
            List<GraphChange> changes) {
        var produced =
                new ArrayList<RelationshipIdentity>(binding.relationships().size());
        var present = new LinkedHashSet<RelationshipIdentity>();
        for (var relationship : binding.relationships()) {
            var identity = identity(relationship, view);
            produced.add(identity);
            if (identity != null) {
                present.add(identity);
            }
        }
        for (int i = 0; i < produced.size(); i++) {
            var relationship = binding.relationships().get(i);
            if (produced.get(i) == null && relationship.isUnavailable(view)) {
                continue;
            }
            var former = past.relationship(i);
            if (former != null) {
                var rekeyed = rekey == null ? former : former.rekeyed(rekey.from(), rekey.to());
                if (!present.contains(rekeyed)) {
                    changes.add(new GraphChange.DeleteRelationship(rekeyed));
                }
            } else {
                prune(event, relationship, binding, view, present, changes);
            }
        }
        for (int i = 0; i < produced.size(); i++) {
            if (produced.get(i) != null) {
                relationship(binding.relationships().get(i), produced.get(i), view, changes);
            }
        }
    }

    /** @return null where the record leaves a part of it null */
    private static RelationshipIdentity identity(BoundRelationship relationship, View view) {
        return InPattern.of(relationship.text(), () -> {
            relationship.requireFields();
            return relationship.identity(view);
        });
    }

    private void prune(
            ChangeEvent event,
            BoundRelationship relationship,
            Binding binding,
            View view,
            Set<RelationshipIdentity> present,
            List<GraphChange> changes) {
        if (relationship.isDetermined()) {
            return;
        }
        var scopes = relationship.scopes(view, binding.recordKey());
        for (var scope : scopes) {
            var keep = new LinkedHashSet<RelationshipIdentity>();
            for (var identity : present) {
                if (scope.contains(identity)) {
                    keep.add(identity);
                }
            }
            changes.add(new GraphChange.PruneRelationships(scope, keep));
        }
        if (scopes.isEmpty() && !event.before().exists() && unfollowed.add(relationship.text())) {
            LOG.warn(
                    "A relationship of {} in topic {} cannot follow its row when the row changes: the records have no before"
                            + " image, and the record key identifies neither the relationship by a key of its own nor one of"
                            + " its ends. Capture before images (REPLICA IDENTITY FULL), or give the relationship the record"
                            + " key as its key, as in -[:TYPE {!id}]->",
                    relationship.text(),
                    event.topic());
        }
    }

    private void relationship(
            BoundRelationship relationship, RelationshipIdentity identity, View view, List<GraphChange> changes) {
        InPattern.of(relationship.text(), () -> {
            end(relationship.start(), identity.start(), view, changes);
            end(relationship.end(), identity.end(), view, changes);
            changes.add(new GraphChange.UpsertRelationship(
                    identity,
                    relationship.properties().read(view),
                    settings.mergeRelationshipProperties() ? PropertyWrite.MERGE : PropertyWrite.REPLACE,
                    settings.missingEndpoints()));
            return identity;
        });
    }

    /** The ends of a relationship belong to other rows: what the pattern does not name there stays in any case. */
    private void end(BoundNode node, NodeIdentity identity, View view, List<GraphChange> changes) {
        var labels = node.furtherLabels(view);
        var properties = node.properties().read(view);
        boolean create = settings.missingEndpoints() == MissingEndpoints.CREATE;
        if (create && labels.isEmpty() && properties == Properties.NONE) {
            changes.add(GraphChange.UpsertNode.ensure(identity));
        } else if (create || !labels.isEmpty() || !properties.isEmpty()) {
            changes.add(
                    new GraphChange.UpsertNode(identity, create, labels, Set.of(), properties, PropertyWrite.MERGE));
        }
    }

    private static RecordException incomplete(BoundRelationship relationship, View view) {
        for (var end : List.of(relationship.start(), relationship.end())) {
            if (end.identity(view) == null) {
                return InPattern.at(relationship.text(), new RecordException(end.missing(view)));
            }
        }
        return InPattern.at(relationship.text(), relationship.key().missing(view));
    }
}
