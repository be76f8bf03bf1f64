package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.graphsink.graph.Heir;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.plan.PendingRemovals.Pruned;

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
    private final Map<NodeIdentity, PendingNode> nodes = new LinkedHashMap<>();
    private final PendingRelationships relationships = new PendingRelationships();
    private final PendingRemovals removals = new PendingRemovals();
    private final PendingRekeys rekeys = new PendingRekeys();
    private final PendingMoves moves = new PendingMoves();
    private final IdentitySpaces spaces;
    private final Deletions deletions;

    OpenSegment(LabelFamilies families) {
        this.spaces = new IdentitySpaces(families);
        this.deletions = new Deletions(spaces);
    }

    /**
     * Takes the change in, or refuses it because in this segment it would be applied too early or too late. A segment
     * that is still empty takes any change; one that has refused is to be closed.
     */
    boolean accept(GraphChange change) {
        return change.on(this);
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
        return nodes.isEmpty() && relationships.isEmpty() && removals.isEmpty() && rekeys.isEmpty() && moves.isEmpty();
    }

    @Override
    public Boolean on(UpsertNode change) {
        if (!spaces.admits(change)) {
            return false;
        }
        var pending = at(change.node());
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

    private PendingNode at(NodeIdentity node) {
        return nodes.computeIfAbsent(node, PendingNode::new);
    }

    @Override
    public Boolean on(UpsertRelationship change) {
        if (!spaces.admits(change.relationship().shape())) {
            return false;
        }
        relationships.of(change.relationship(), this::at).upsert(change);
        return true;
    }

    @Override
    public Boolean on(DeleteNode change) {
        // A placeholder that goes with the node's relationships may be what a re-key finds in its way.
        if (!spaces.admits(change.node().shape()) || !rekeys.isEmpty() || moves.lead(change.node())) {
            return false;
        }
        var pending = at(change.node());
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
        var relationship = change.relationship();
        if (change.heir().isPresent()) {
            return move(relationship, change.heir().get());
        }
        if (!spaces.admits(relationship.shape())
                || rekeys.touch(relationship.start())
                || rekeys.touch(relationship.end())) {
            return false;
        }
        var pending = relationships.of(relationship, this::at);
        if (pending.mustBeWritten() || !removals.acceptDeletion(relationship)) {
            return false;
        }
        pending.delete();
        pending.releaseEnds();
        return true;
    }

    /** Both the relationship and its heir are to be as they were when the change came. */
    private boolean move(RelationshipIdentity relationship, Heir heir) {
        var present = inSegment(heir);
        if (present.isEmpty()
                || !spaces.admits(relationship.shape(), heir.relationship().shape())
                || rekeys.touch(relationship.start())
                || rekeys.touch(relationship.end())
                || relationships.touch(relationship)
                || relationships.touch(heir.relationship())
                || isDeleted(relationship.start())
                || isDeleted(relationship.end())
                || isDeleted(heir.relationship().start())
                || isDeleted(heir.relationship().end())
                || !removals.acceptMove(relationship, present.get())) {
            return false;
        }
        at(relationship.start()).release();
        at(relationship.end()).release();
        return true;
    }

    /** The heir as it is made before this segment writes nodes; empty where that is too early. */
    private Optional<Heir> inSegment(Heir heir) {
        var relationship = heir.relationship();
        if (rekeys.touch(relationship.start()) || rekeys.touch(relationship.end())) {
            return Optional.empty();
        }
        var start = missingAtHeir(relationship.start(), heir.start());
        var end = missingAtHeir(relationship.end(), heir.end());
        return start.flatMap(first -> end.map(second -> new Heir(relationship, first, second)));
    }

    private Optional<MissingNode> missingAtHeir(NodeIdentity node, MissingNode wanted) {
        var pending = nodes.get(node);
        return pending == null ? Optional.of(wanted) : pending.missingAtHeir(wanted);
    }

    private boolean isDeleted(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && !pending.deletions().isEmpty();
    }

    /** Leaves placeholders to the next segment, as far as they are not needed in this one. */
    void leave(List<UpsertNode> placeholders) {
        for (var placeholder : placeholders) {
            var pending = nodes.get(placeholder.node());
            if (pending != null) {
                pending.release();
            }
        }
    }

    @Override
    public Boolean on(PruneRelationships change) {
        if (!spaces.admits(change) || touchesRekeyed(change)) {
            return false;
        }
        var forgotten = relationships.notKept(change, nodes);
        if (forgotten.stream().anyMatch(PendingRelationship::mustBeWritten)) {
            return false;
        }
        var heir = change.heir();
        if (heir.isPresent()) {
            if (forgotten.stream().anyMatch(PendingRelationship::isUpserted)) {
                return false;
            }
            if (!removals.holdsOnly(change.scope(), change.keep())) {
                heir = heir.flatMap(this::inSegment);
                if (heir.isEmpty() || !canInherit(change.scope(), heir.get().relationship())) {
                    return false;
                }
            }
        }
        if (!removals.acceptPrune(change.scope(), new Pruned(change.keep(), heir))) {
            return false;
        }
        PendingRelationships.forget(forgotten);
        return true;
    }

    /** Whether what is in the scope is as it was when the change came, and its heir stays. */
    private boolean canInherit(RelationshipScope scope, RelationshipIdentity heir) {
        return !relationships.touch(heir)
                && !deletions.mayTakeFrom(scope)
                && !isDeleted(heir.start())
                && !isDeleted(heir.end());
    }

    private boolean touchesRekeyed(PruneRelationships change) {
        if (rekeys.isEmpty()) {
            return false;
        }
        return rekeys.lead(change.scope())
                || change.keep().stream().anyMatch(kept -> rekeys.touch(kept.start()) || rekeys.touch(kept.end()));
    }

    @Override
    public Boolean on(RekeyNode change) {
        if (!spaces.admits(change) || moves.lead(change.from()) || moves.lead(change.to())) {
            return false;
        }
        if (rekeys.leave(change.from()) && !isBuilt(change.from())) {
            return true;
        }
        return !isBuilt(change.from()) && !isBuilt(change.to()) && rekeys.accept(change);
    }

    @Override
    public Boolean on(SetAsideNode change) {
        // What is set aside may go to a node that waits for it, and of which an earlier deletion leaves something.
        if (!spaces.admits(change.node().shape()) || rekeys.touch(change.node()) || deletions.leaveNodes()) {
            return false;
        }
        if (moves.repeats(change) && !isBuilt(change.node())) {
            return true;
        }
        var pending = nodes.get(change.node());
        boolean isAsItWas =
                pending == null || !pending.isUpserted() && pending.deletions().isEmpty();
        return isAsItWas && moves.accept(change);
    }

    @Override
    public Boolean on(TakeBackNode change) {
        return spaces.admits(change.node().shape()) && moves.accept(change);
    }

    private boolean isBuilt(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && (pending.isUpserted() || pending.isAwaited());
    }

    List<WriteStep> emptied() {
        return Collections.unmodifiableList(emptied);
    }

    Collection<PendingNode> nodes() {
        return nodes.values();
    }

    Collection<PendingRelationship> relationships() {
        return relationships.all();
    }

    PendingRemovals removals() {
        return removals;
    }

    Collection<SetAsideNode> leaving() {
        return moves.leaving();
    }

    Collection<TakeBackNode> arriving() {
        return moves.arriving();
    }

    List<RekeyNode> rekeys() {
        return rekeys.inOrder();
    }
}
