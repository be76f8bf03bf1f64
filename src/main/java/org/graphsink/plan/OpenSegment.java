package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.GraphChange.EmptyRelationshipType;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/**
 * Changes coalesced per entity, as long as writing them in one fixed order gives what writing them one by one gives.
 *
 * <p>The order is: empty, prune and delete, re-key, upsert nodes, upsert relationships. Destroying comes first because
 * whatever a segment builds on an entity after destroying it is all that must be left of it, and whatever it built before
 * is forgotten when the destruction arrives. That leaves few changes that do not fit, see {@link #accept}.
 */
final class OpenSegment {

    private final List<WriteStep> emptied = new ArrayList<>();
    private final Map<NodeIdentity, PendingNode> nodes = new LinkedHashMap<>();
    private final PendingRelationships relationships = new PendingRelationships();
    private final Map<RelationshipScope, Set<RelationshipIdentity>> prunes = new LinkedHashMap<>();
    private final PendingRekeys rekeys = new PendingRekeys();
    private final IdentitySpaces spaces;

    OpenSegment(LabelFamilies families) {
        this.spaces = new IdentitySpaces(families);
    }

    /**
     * Takes the change in, or refuses it because in this segment it would be applied too early or too late. A segment
     * that is still empty takes any change; one that has refused is to be closed.
     */
    boolean accept(GraphChange change) {
        if (change instanceof UpsertNode upsert) {
            return accept(upsert);
        } else if (change instanceof UpsertRelationship upsert) {
            return accept(upsert);
        } else if (change instanceof DeleteNode delete) {
            return accept(delete);
        } else if (change instanceof DeleteRelationship delete) {
            return accept(delete);
        } else if (change instanceof PruneRelationships prune) {
            return accept(prune);
        } else if (change instanceof RekeyNode rekey) {
            return accept(rekey);
        } else if (change instanceof EmptyLabel empty) {
            return isEmpty()
                    && emptied.add(new WriteStep.EmptyLabel(new StepKind.LabelEmptying(empty.shape(), empty.claims())));
        } else if (change instanceof EmptyRelationshipType empty) {
            return isEmpty()
                    && emptied.add(new WriteStep.EmptyRelationshipType(
                            new StepKind.TypeEmptying(empty.type(), empty.startLabel(), empty.endLabel())));
        }
        throw new IllegalStateException("No plan for " + change.getClass());
    }

    private boolean isEmpty() {
        return nodes.isEmpty() && relationships.isEmpty() && prunes.isEmpty() && rekeys.isEmpty();
    }

    private boolean accept(UpsertNode change) {
        var node = change.node();
        if (!spaces.admits(change)) {
            return false;
        }
        var pending = nodes.get(node);
        if (pending != null && !pending.admits(change)) {
            return false;
        }
        // A relationship that came before its end node would find the node, which it must not.
        if (change.missing() != MissingNode.LEAVE
                && (pending == null || !pending.isUpserted())
                && relationships.await(node)) {
            return false;
        }
        if (pending == null) {
            pending = new PendingNode(node);
            nodes.put(node, pending);
        }
        pending.upsert(change);
        return true;
    }

    private boolean accept(UpsertRelationship change) {
        if (!spaces.admits(change.relationship())) {
            return false;
        }
        relationships.of(change.relationship()).upsert(change);
        return true;
    }

    private boolean accept(DeleteNode change) {
        var node = change.node();
        // A placeholder that goes with the node's relationships may be what a re-key finds in its way.
        if (!spaces.admits(node.shape()) || !rekeys.isEmpty()) {
            return false;
        }
        if (change.claims().areNone()) {
            relationships.forgetAt(node).forEach(this::release);
        } else if (relationships.await(node)
                || nodes.containsKey(node) && !nodes.get(node).forgets(change.claims())) {
            // What is still to be written may be what the node stays for.
            return false;
        }
        nodes.computeIfAbsent(node, PendingNode::new).delete(change.claims());
        return true;
    }

    private boolean isUpserted(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && pending.isUpserted();
    }

    private boolean accept(DeleteRelationship change) {
        var relationship = change.relationship();
        if (!spaces.admits(relationship) || rekeys.touch(relationship.start()) || rekeys.touch(relationship.end())) {
            return false;
        }
        relationships.of(relationship).delete();
        release(relationship);
        return true;
    }

    /** Leaves placeholders to the next segment, as far as they are not needed in this one. */
    void leave(List<UpsertNode> placeholders) {
        placeholders.forEach(placeholder -> release(placeholder.node()));
    }

    private void release(RelationshipIdentity relationship) {
        release(relationship.start());
        release(relationship.end());
    }

    private void release(NodeIdentity node) {
        var pending = nodes.get(node);
        if (pending != null) {
            pending.release();
        }
    }

    private boolean accept(PruneRelationships change) {
        var scope = change.scope();
        if (!spaces.admits(change) || touchesRekeyed(change)) {
            return false;
        }
        relationships.forgetIn(change).forEach(this::release);
        // What an earlier prune of the scope did not keep is gone and only comes back by an upsert of its own.
        prunes.merge(scope, change.keep(), OpenSegment::both);
        return true;
    }

    private boolean touchesRekeyed(PruneRelationships change) {
        if (rekeys.isEmpty()) {
            return false;
        }
        return rekeys.lead(change.scope())
                || change.keep().stream().anyMatch(kept -> rekeys.touch(kept.start()) || rekeys.touch(kept.end()));
    }

    private static <T> Set<T> both(Set<T> first, Set<T> second) {
        if (first.equals(second)) {
            return first;
        }
        var both = new LinkedHashSet<>(first);
        both.retainAll(second);
        return both;
    }

    private boolean accept(RekeyNode change) {
        if (!spaces.admits(change)) {
            return false;
        }
        if (rekeys.leave(change.from()) && !isBuilt(change.from())) {
            return true;
        }
        return !isBuilt(change.from()) && !isBuilt(change.to()) && rekeys.accept(change);
    }

    private boolean isBuilt(NodeIdentity node) {
        return isUpserted(node) || relationships.await(node);
    }

    List<WriteStep> emptied() {
        return Collections.unmodifiableList(emptied);
    }

    /** Whether an upserted relationship at the node may create it, because nothing else writes it. */
    boolean isLeftToRelationships(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && pending.isOnlyEnsured() && relationships.await(node);
    }

    /** Whether a placeholder was only there for relationships that are not to be upserted any more. */
    boolean isNeededNoMore(PendingNode pending) {
        return pending.isReleased() && !relationships.await(pending.node());
    }

    /** What an upserted relationship does where this end of it is missing: nothing where the end is written by itself. */
    MissingNode missing(NodeIdentity end) {
        var pending = nodes.get(end);
        return pending != null && pending.isOnlyEnsured() ? pending.missing() : MissingNode.LEAVE;
    }

    Collection<PendingNode> nodes() {
        return nodes.values();
    }

    Collection<PendingRelationship> relationships() {
        return relationships.all();
    }

    Map<RelationshipScope, Set<RelationshipIdentity>> prunes() {
        return prunes;
    }

    List<RekeyNode> rekeys() {
        return rekeys.inOrder();
    }
}
