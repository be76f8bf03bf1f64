package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.mapping.bound.Binding;
import org.graphsink.mapping.bound.Bindings;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.mapping.bound.BoundProperties;
import org.graphsink.mapping.bound.BoundRelationship;
import org.graphsink.mapping.bound.UnknownFields;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;

/** What a record with a value produces, and what its row no longer does. */
final class Production {

    private final Bindings bindings;
    private final MappingSettings settings;
    private final OtherRows others;
    private final GoneNodes gone;
    private final Withdrawal withdrawal;
    private final UnknownFields unknown = new UnknownFields();

    Production(Bindings bindings, MappingSettings settings, OtherRows others, GoneNodes gone) {
        this.bindings = bindings;
        this.gone = gone;
        this.settings = settings;
        this.others = others;
        this.withdrawal = new Withdrawal(others.likeRelationships(), this::endOfHeir);
    }

    /** Events accumulate: they make what they have the keys for, and nothing is removed. */
    Addition ofEvent(ChangeEvent.Appended event) {
        var view = View.of(event, event.value());
        var binding = bindings.of(view);
        unknown.look(binding, view);
        var changes = new ArrayList<GraphChange>();
        int leftOut = 0;
        NodeIdentity row = null;
        for (int i = 0; i < binding.nodes().size(); i++) {
            var identity = node(binding, i, view, Past.UNKNOWN, changes);
            if (identity == null && i == 0) {
                throw missing(binding.nodes().get(0), view);
            }
            row = i == 0 ? identity : row;
            leftOut += identity == null ? 1 : 0;
        }
        BoundRelationship incomplete = null;
        for (int i = 0; i < binding.relationships().size(); i++) {
            var relationship = binding.relationships().get(i);
            var identity = identity(relationship, view, row);
            if (identity != null) {
                relationship(i, relationship, identity, Properties.NONE, view, changes);
            } else if (InPattern.of(
                            relationship.text(), () -> relationship.type().read(view))
                    != null) {
                incomplete = incomplete == null ? relationship : incomplete;
                leftOut++;
            }
        }
        if (changes.isEmpty() && incomplete != null) {
            throw incomplete(incomplete, view);
        }
        return new Addition(changes, leftOut);
    }

    List<GraphChange> ofRow(ChangeEvent.Upserted event) {
        var view = View.of(event, event.after());
        var binding = bindings.of(view);
        unknown.look(binding, view);
        var past = Past.of(event, event.before(), bindings);
        var nodes = new ArrayList<GraphChange>();
        var rekeys = new ArrayList<RekeyNode>(0);
        var left = new ArrayList<GraphChange>(0);
        var changed = ChangedKeys.of(event, binding, others);
        NodeIdentity row = null;
        for (int i = 0; i < binding.nodes().size(); i++) {
            var node = binding.nodes().get(i);
            var identity = node(binding, i, view, past, nodes);
            row = i == 0 ? identity : row;
            if (identity == null && i == 0 && !mayBeNowhere(event, node, view)) {
                throw missing(node, view);
            }
            if (binding.isOwn(i)) {
                if (identity != null && changed.concern(i, identity)) {
                    changed.reached(i, identity, (GraphChange.UpsertNode) nodes.get(nodes.size() - 1));
                }
                for (var former : past.identities(i, node, identity, binding.recordKey())) {
                    if (identity == null || others.haveMarks(former.label()) || others.haveMarks(identity.label())) {
                        leave(i, node, former, identity, view, past, left);
                    } else {
                        rekeys.add(new RekeyNode(former, identity));
                    }
                }
            }
        }
        var produced = produced(binding, view, row);
        var changes = new ArrayList<GraphChange>();
        withdrawal.of(event, view, binding, past, produced, rekeys, changes);
        changes.addAll(left);
        changes.addAll(rekeys);
        changes.addAll(nodes);
        for (int i = 0; i < produced.size(); i++) {
            if (produced.get(i) != null) {
                var relationship = binding.relationships().get(i);
                relationship(i, relationship, produced.get(i), past.lostProperties(i, relationship), view, changes);
            }
        }
        changes.addAll(changed.changes());
        return changes;
    }

    private static RecordException missing(BoundNode node, View view) {
        return InPattern.at(node.text(), new RecordException(node.missing(view)));
    }

    /** Whether it is a state of the row that it has no node: the foreign key by which it finds the node of another is null. */
    private boolean mayBeNowhere(ChangeEvent.Upserted event, BoundNode node, View view) {
        return (event.created() || event.before().exists()) && gone.mayBeNowhere(node) && node.isNull(view);
    }

    /** Nobody gives another identity to a node of several writers: a row that comes to another takes its own part there. */
    private void leave(
            int index,
            BoundNode node,
            NodeIdentity former,
            NodeIdentity now,
            View view,
            Past past,
            List<GraphChange> changes) {
        var carried =
                new ArrayList<>(now == null ? List.of() : node.properties().unavailable(view));
        carried.removeAll(past.told(index, carried).names());
        if (!carried.isEmpty()) {
            changes.add(new GraphChange.CarryProperties(former, now, carried));
        }
        changes.add(new GraphChange.DeleteNode(former, gone.claims(index, node, former.label(), past)));
    }

    private MissingNode endOfHeir(NodeShape shape) {
        return settings.missingEndpoints() == MissingEndpoints.CREATE ? others.ofEnd(shape) : MissingNode.LEAVE;
    }

    /** One per relationship pattern, null where the row has none. */
    private static List<RelationshipIdentity> produced(Binding binding, View view, NodeIdentity row) {
        var produced =
                new ArrayList<RelationshipIdentity>(binding.relationships().size());
        for (var relationship : binding.relationships()) {
            produced.add(identity(relationship, view, row));
        }
        return produced;
    }

    /** @return null where the record leaves a part of it null */
    private static RelationshipIdentity identity(BoundRelationship relationship, View view, NodeIdentity row) {
        try {
            relationship.requireFields();
            return relationship.identity(view, row);
        } catch (RecordException e) {
            throw InPattern.at(relationship.text(), e);
        }
    }

    /** @return null for a node without key */
    private NodeIdentity node(Binding binding, int index, View view, Past past, List<GraphChange> changes) {
        var node = binding.nodes().get(index);
        try {
            node.requireFields();
            var identity = node.identity(view);
            if (identity == null) {
                return null;
            }
            var labels = node.furtherLabels().read(view);
            // What the row lost it lost from the node that it had: of shared nodes, that may be another.
            boolean own = binding.isOwn(index);
            boolean shared = own && others.haveMarks(identity.label());
            var before = own && !shared || !past.wasAnother(index, identity) ? past : null;
            var removed =
                    before == null ? Set.<String>of() : removedLabels(node, before, index, labels, identity.label());
            var read = node.properties().read(view);
            if (shared && !past.wasThis(index, identity)) {
                read = past.told(index, node.properties().unavailable(view)).then(read);
            }
            var properties =
                    before == null ? read : before.lostProperties(index, node).then(read);
            var write = write(settings.mergeNodeProperties(), node.properties(), view);
            var marks = own ? others.marksOfRow(identity.label()) : others.marksOfOthers(identity.label());
            changes.add(new GraphChange.UpsertNode(
                    identity, others.ofRow(identity.shape()), both(labels, marks), removed, properties, write));
            return identity;
        } catch (RecordException e) {
            throw InPattern.at(node.text(), e);
        }
    }

    private static Set<String> removedLabels(BoundNode node, Past past, int index, Set<String> labels, String first) {
        if (node.furtherLabels().areFixed()) {
            return Set.of();
        }
        var removed = past.furtherLabels(index, node);
        removed.removeAll(labels);
        removed.remove(first);
        return removed;
    }

    private static Set<String> both(Set<String> labels, Set<String> marks) {
        if (labels.isEmpty() || marks.isEmpty()) {
            return labels.isEmpty() ? marks : labels;
        }
        var both = new LinkedHashSet<>(labels);
        both.addAll(marks);
        return both;
    }

    private void relationship(
            int index,
            BoundRelationship relationship,
            RelationshipIdentity identity,
            Properties lost,
            View view,
            List<GraphChange> changes) {
        try {
            var kind = others.relationship(index);
            end(relationship.start(), kind.start(), identity.start(), view, changes);
            end(relationship.end(), kind.end(), identity.end(), view, changes);
            changes.add(new GraphChange.UpsertRelationship(
                    identity,
                    lost.then(relationship.properties().read(view)),
                    write(settings.mergeRelationshipProperties(), relationship.properties(), view),
                    settings.missingEndpoints()));
        } catch (RecordException e) {
            throw InPattern.at(relationship.text(), e);
        }
    }

    /** Replacing would take an unchanged column along that the record does not tell. */
    private static PropertyWrite write(boolean merge, BoundProperties properties, View view) {
        return merge || properties.hasUnavailable(view) ? PropertyWrite.MERGE : PropertyWrite.REPLACE;
    }

    /** The ends of a relationship belong to other rows: what the pattern does not name there stays in any case. */
    private void end(
            BoundNode node,
            RelationshipFootprint.End kind,
            NodeIdentity identity,
            View view,
            List<GraphChange> changes) {
        var labels = node.furtherLabels().read(view);
        var properties = node.properties().read(view);
        boolean create = settings.missingEndpoints() == MissingEndpoints.CREATE;
        if (create && labels.isEmpty() && properties == Properties.NONE) {
            changes.add(GraphChange.UpsertNode.ensure(identity, others.ofEnd(identity.shape())));
        } else if (create || !labels.isEmpty() || !properties.isEmpty()) {
            // Where the end is one of the topic's nodes, that has its mark already.
            var marks = kind.which().isPresent() ? Set.<String>of() : others.marksOfOthers(identity.label());
            var missing = create ? others.ofRow(identity.shape()) : MissingNode.LEAVE;
            changes.add(new GraphChange.UpsertNode(
                    identity, missing, both(labels, marks), Set.of(), properties, PropertyWrite.MERGE));
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
