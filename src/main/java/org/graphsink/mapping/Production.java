package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.mapping.bound.Bindings;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.mapping.bound.BoundRelationship;
import org.graphsink.mapping.bound.UnknownFields;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;

/** What a record with a value produces, and what its row no longer does. */
final class Production {

    private final Bindings bindings;
    private final OtherRows others;
    private final GoneNodes gone;
    private final NodeProduction nodes;
    private final RelationshipProduction relationships;
    private final Withdrawal withdrawal;
    private final UnknownFields unknown = new UnknownFields();

    Production(Bindings bindings, MappingSettings settings, OtherRows others, GoneNodes gone) {
        this.bindings = bindings;
        this.gone = gone;
        this.others = others;
        this.nodes = new NodeProduction(settings, others);
        this.relationships = new RelationshipProduction(settings, others, nodes);
        this.withdrawal = new Withdrawal(others.likeRelationships(), nodes::ofHeirsEnd);
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
            var node = nodes.ofPattern(binding, i, view, Past.UNKNOWN);
            if (node != null) {
                changes.add(node);
                row = i == 0 ? node.node() : row;
            } else if (i == 0) {
                throw missing(binding.nodes().get(0), view);
            } else {
                leftOut++;
            }
        }
        BoundRelationship incomplete = null;
        for (int i = 0; i < binding.relationships().size(); i++) {
            var relationship = binding.relationships().get(i);
            var identity = RelationshipProduction.identity(relationship, view, row);
            if (identity != null) {
                relationships.write(i, relationship, identity, Properties.NONE, view, changes);
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
        var made = new ArrayList<GraphChange>();
        var rekeys = new ArrayList<RekeyNode>(0);
        var left = new ArrayList<GraphChange>(0);
        var changed = ChangedKeys.of(event, binding, others);
        NodeIdentity row = null;
        for (int i = 0; i < binding.nodes().size(); i++) {
            var node = binding.nodes().get(i);
            var upsert = nodes.ofPattern(binding, i, view, past);
            var identity = upsert == null ? null : upsert.node();
            if (upsert != null) {
                made.add(upsert);
            }
            row = i == 0 ? identity : row;
            if (identity == null && i == 0 && !mayBeNowhere(event, node, view)) {
                throw missing(node, view);
            }
            if (binding.isOwn(i)) {
                if (identity != null && changed.concern(i)) {
                    changed.reached(i, identity, upsert);
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
        var produced = RelationshipProduction.identities(binding, view, row);
        var changes = new ArrayList<GraphChange>();
        withdrawal.of(event, view, binding, past, produced, rekeys, changes);
        changes.addAll(left);
        changes.addAll(rekeys);
        changes.addAll(made);
        for (int i = 0; i < produced.size(); i++) {
            if (produced.get(i) != null) {
                var relationship = binding.relationships().get(i);
                relationships.write(
                        i, relationship, produced.get(i), past.lostProperties(i, relationship), view, changes);
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

    private static RecordException incomplete(BoundRelationship relationship, View view) {
        for (var end : List.of(relationship.start(), relationship.end())) {
            if (end.identity(view) == null) {
                return InPattern.at(relationship.text(), new RecordException(end.missing(view)));
            }
        }
        return InPattern.at(relationship.text(), relationship.key().missing(view));
    }
}
