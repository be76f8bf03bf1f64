package org.graphsink.plan;

import java.util.Optional;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.Heir;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.plan.PendingRemovals.Pruned;

/** Which relationships a segment may remove, or hand to an heir, before it writes any. */
final class RemovalRules {

    private final IdentitySpaces spaces;
    private final Deletions deletions;
    private final PendingNodes nodes;
    private final PendingRelationships relationships;
    private final PendingRekeys rekeys;
    private final PendingRemovals removals = new PendingRemovals();

    RemovalRules(
            IdentitySpaces spaces,
            Deletions deletions,
            PendingNodes nodes,
            PendingRelationships relationships,
            PendingRekeys rekeys) {
        this.spaces = spaces;
        this.deletions = deletions;
        this.nodes = nodes;
        this.relationships = relationships;
        this.rekeys = rekeys;
    }

    PendingRemovals removals() {
        return removals;
    }

    boolean accept(DeleteRelationship change) {
        var relationship = change.relationship();
        if (change.heir().isPresent()) {
            return move(relationship, change.heir().get());
        }
        if (!spaces.admits(relationship.shape()) || endsAreRekeyed(relationship)) {
            return false;
        }
        var pending = relationships.of(relationship, nodes::at);
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
                || endsAreRekeyed(relationship)
                || relationships.touch(relationship)
                || relationships.touch(heir.relationship())
                || endsAreDeleted(relationship)
                || endsAreDeleted(heir.relationship())
                || !removals.acceptMove(relationship, present.get())) {
            return false;
        }
        nodes.at(relationship.start()).release();
        nodes.at(relationship.end()).release();
        return true;
    }

    private Optional<Heir> inSegment(Heir heir) {
        return endsAreRekeyed(heir.relationship()) ? Optional.empty() : nodes.beforeUpserts(heir);
    }

    private boolean endsAreRekeyed(RelationshipIdentity relationship) {
        return rekeys.touch(relationship.start()) || rekeys.touch(relationship.end());
    }

    private boolean endsAreDeleted(RelationshipIdentity relationship) {
        return nodes.isDeleted(relationship.start()) || nodes.isDeleted(relationship.end());
    }

    boolean accept(PruneRelationships change) {
        if (!spaces.admits(change) || touchesRekeyed(change)) {
            return false;
        }
        var forgotten = relationships.notKept(change, nodes);
        if (!forgotten.isEmpty() && forgotten.stream().anyMatch(PendingRelationship::mustBeWritten)) {
            return false;
        }
        var heir = change.heir();
        if (heir.isPresent()) {
            if (!forgotten.isEmpty() && forgotten.stream().anyMatch(PendingRelationship::isUpserted)) {
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
        return !relationships.touch(heir) && !deletions.mayTakeFrom(scope) && !endsAreDeleted(heir);
    }

    private boolean touchesRekeyed(PruneRelationships change) {
        return !rekeys.isEmpty()
                && (rekeys.lead(change.scope()) || change.keep().stream().anyMatch(this::endsAreRekeyed));
    }
}
