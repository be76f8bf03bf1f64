package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.CarryProperties;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.GraphChange.EmptyRelationshipType;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.MissingNode;

/**
 * Changes coalesced per entity, as long as writing them in one fixed order gives what writing them one by one gives.
 *
 * <p>The order is: empty, set aside, move, prune and delete, re-key, upsert nodes, upsert relationships, take back. Destroying
 * comes first because whatever a segment builds on an entity after destroying it is all that must be left of it, and whatever
 * it built before is forgotten when the destruction arrives; what a node leaves for its new key is set aside before. That
 * leaves few changes that do not fit, see {@link #accept}.
 */
final class OpenSegment implements GraphChange.Cases<Boolean> {

    private final List<WriteStep> emptied = new ArrayList<>();
    private final PendingNodes nodes = new PendingNodes();
    private final PendingRelationships relationships = new PendingRelationships();
    private final PendingRekeys rekeys = new PendingRekeys();
    private final PendingMoves moves = new PendingMoves();
    private final IdentitySpaces spaces;
    private final UnlistedLabels unlisted;
    private final Deletions deletions;
    private final RemovalRules removal;

    OpenSegment(LabelFamilies families) {
        this.spaces = new IdentitySpaces(families);
        this.unlisted = new UnlistedLabels(families);
        this.deletions = new Deletions(spaces);
        this.removal = new RemovalRules(spaces, deletions, nodes, relationships, rekeys);
    }

    /**
     * Takes the change in, or refuses it because in this segment it would be applied too early or too late. A segment
     * that is still empty takes any change; one that has refused is to be closed.
     */
    boolean accept(GraphChange change) {
        return unlisted.admit(change) && change.on(this);
    }

    @Override
    public Boolean on(EmptyLabel change) {
        return isEmpty()
                && emptied.add(new WriteStep.EmptyLabel(new StepKind.LabelEmptying(change.shape(), change.claims())));
    }

    @Override
    public Boolean on(EmptyRelationshipType change) {
        return isEmpty()
                && emptied.add(new WriteStep.EmptyRelationshipType(
                        new StepKind.TypeEmptying(change.type(), change.startLabel(), change.endLabel())));
    }

    @Override
    public Boolean on(CarryProperties change) {
        return isEmpty()
                && emptied.add(new WriteStep.CarryProperties(
                        new StepKind.PropertyCarriage(
                                change.from().shape(), change.to().shape(), change.names()),
                        List.of(new WriteStep.Rekey(
                                change.from().key(), change.to().key()))));
    }

    private boolean isEmpty() {
        return nodes.isEmpty()
                && relationships.isEmpty()
                && removals().isEmpty()
                && rekeys.isEmpty()
                && moves.isEmpty();
    }

    @Override
    public Boolean on(UpsertNode change) {
        if (!spaces.admits(change)) {
            return false;
        }
        var pending = nodes.at(change.node());
        if (!pending.admits(change) || !moves.admits(change)) {
            return false;
        }
        // A relationship that came before its end node would find the node, which it must not.
        if (change.missing() != MissingNode.LEAVE && !pending.isUpserted() && pending.isAwaited()) {
            return false;
        }
        pending.upsert(change);
        return true;
    }

    @Override
    public Boolean on(UpsertRelationship change) {
        if (!spaces.admits(change.relationship().shape())) {
            return false;
        }
        relationships.of(change.relationship(), nodes::at).upsert(change);
        return true;
    }

    @Override
    public Boolean on(DeleteNode change) {
        // A placeholder that goes with the node's relationships may be what a re-key finds in its way.
        if (!spaces.admits(change.node().shape()) || !rekeys.isEmpty() || moves.lead(change.node())) {
            return false;
        }
        var pending = nodes.at(change.node());
        if (change.claims().areNone()) {
            if (PendingRelationships.mustBeWritten(pending)) {
                return false;
            }
            relationships.forgetAt(pending);
        } else if (pending.isAwaited() || !pending.forgets(change.claims())) {
            // What is still to be written may be what the node stays for.
            return false;
        }
        pending.delete(change.claims());
        deletions.add(change.node().label(), change.claims());
        return true;
    }

    @Override
    public Boolean on(DeleteRelationship change) {
        return removal.accept(change);
    }

    @Override
    public Boolean on(PruneRelationships change) {
        return removal.accept(change);
    }

    @Override
    public Boolean on(RekeyNode change) {
        if (!spaces.admits(change) || moves.lead(change.from()) || moves.lead(change.to())) {
            return false;
        }
        if (rekeys.leave(change.from()) && !nodes.isBuilt(change.from())) {
            return true;
        }
        return !nodes.isBuilt(change.from()) && !nodes.isBuilt(change.to()) && rekeys.accept(change);
    }

    @Override
    public Boolean on(SetAsideNode change) {
        // What is set aside may go to a node that waits for it, and of which an earlier deletion leaves something.
        if (!spaces.admits(change.node().shape()) || rekeys.touch(change.node()) || deletions.leaveNodes()) {
            return false;
        }
        if (moves.repeats(change) && !nodes.isBuilt(change.node())) {
            return true;
        }
        return !nodes.isUpserted(change.node()) && !nodes.isDeleted(change.node()) && moves.accept(change);
    }

    @Override
    public Boolean on(TakeBackNode change) {
        return spaces.admits(change.node().shape()) && moves.accept(change);
    }

    /** Leaves placeholders to the next segment, as far as they are not needed in this one. */
    void leave(List<UpsertNode> placeholders) {
        for (var placeholder : placeholders) {
            nodes.find(placeholder.node()).ifPresent(PendingNode::release);
        }
    }

    List<WriteStep> emptied() {
        return Collections.unmodifiableList(emptied);
    }

    Collection<PendingNode> nodes() {
        return nodes.all();
    }

    Collection<PendingRelationship> relationships() {
        return relationships.all();
    }

    PendingRemovals removals() {
        return removal.removals();
    }

    PendingMoves moves() {
        return moves;
    }

    List<RekeyNode> rekeys() {
        return rekeys.inOrder();
    }
}
