package org.graphsink.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Heir;
import org.graphsink.graph.Key;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/**
 * The relationships that a segment removes before it writes any. Without heirs their order makes no difference. What goes
 * to an heir must be as it was when its change came: nothing else of the segment removes it or its heir.
 */
final class PendingRemovals {

    /** What is left of a scope. */
    record Pruned(Set<RelationshipIdentity> keep, Optional<Heir> heir) {}

    /** Which parts of the scopes of a space are known. */
    private record Form(boolean start, boolean end, boolean key) {

        static final Form MIXED = new Form(false, false, false);

        static Form of(RelationshipScope scope) {
            return new Form(
                    !scope.start().isEmpty(),
                    !scope.end().isEmpty(),
                    !scope.key().isEmpty());
        }

        RelationshipScope scope(RelationshipIdentity relationship) {
            return new RelationshipScope(
                    key ? relationship.shape() : relationship.shape().withoutKey(),
                    start ? relationship.start().key() : Key.NONE,
                    end ? relationship.end().key() : Key.NONE,
                    key ? relationship.key() : Key.NONE);
        }
    }

    private final Map<RelationshipScope, Pruned> prunes = new LinkedHashMap<>();
    private final Map<RelationshipSpace, Form> forms = new HashMap<>();
    private final Map<RelationshipIdentity, Heir> moves = new LinkedHashMap<>();
    private final Set<RelationshipIdentity> moved = new HashSet<>();
    private final Map<RelationshipSpace, List<RelationshipIdentity>> deleted = new HashMap<>();
    private final Set<RelationshipSpace> moving = new HashSet<>();
    private final Set<RelationshipSpace> inheriting = new HashSet<>();

    boolean isEmpty() {
        return prunes.isEmpty() && moves.isEmpty();
    }

    Map<RelationshipScope, Pruned> prunes() {
        return prunes;
    }

    Map<RelationshipIdentity, Heir> moves() {
        return moves;
    }

    /** Whether the scope holds nothing but these, so that pruning it again takes nothing. */
    boolean holdsOnly(RelationshipScope scope, Set<RelationshipIdentity> keep) {
        var present = prunes.get(scope);
        return present != null && present.keep().equals(keep);
    }

    boolean acceptPrune(RelationshipScope scope, Pruned pruned) {
        var space = RelationshipSpace.of(scope.shape());
        var form = Form.of(scope);
        var present = prunes.get(scope);
        if (present != null && present.keep().equals(pruned.keep())) {
            return true;
        }
        boolean inherits = pruned.heir().isPresent();
        if (inherits && (present != null || isDeletedIn(space, scope))
                || present != null && present.heir().isPresent()
                || !fits(space, form, inherits)) {
            return false;
        }
        forms.merge(space, form, (one, other) -> one.equals(other) ? one : Form.MIXED);
        if (inherits) {
            inheriting.add(space);
        }
        // What an earlier prune of the scope did not keep is gone and only comes back by an upsert of its own.
        prunes.merge(scope, pruned, (one, other) -> new Pruned(both(one.keep(), other.keep()), Optional.empty()));
        return true;
    }

    /** Scopes of one form are the same or have nothing in common. */
    private boolean fits(RelationshipSpace space, Form form, boolean inherits) {
        return !inherits && !inheriting.contains(space)
                || !moving.contains(space) && form.equals(forms.getOrDefault(space, form));
    }

    private boolean isDeletedIn(RelationshipSpace space, RelationshipScope scope) {
        for (var relationship : deleted.getOrDefault(space, List.of())) {
            if (scope.contains(relationship)) {
                return true;
            }
        }
        return false;
    }

    private static <T> Set<T> both(Set<T> first, Set<T> second) {
        if (first.equals(second)) {
            return first;
        }
        var both = new LinkedHashSet<>(first);
        both.retainAll(second);
        return both;
    }

    boolean acceptDeletion(RelationshipIdentity relationship) {
        var space = RelationshipSpace.of(relationship.shape());
        if (inheriting.contains(space) && (moved.contains(relationship) || goesToHeir(relationship, space))) {
            return false;
        }
        deleted.computeIfAbsent(space, s -> new ArrayList<>()).add(relationship);
        return true;
    }

    private boolean goesToHeir(RelationshipIdentity relationship, RelationshipSpace space) {
        var form = forms.get(space);
        var pruned = form == null ? null : prunes.get(form.scope(relationship));
        return pruned != null && pruned.heir().isPresent();
    }

    /** The relationship and its heir are not to be pending in another way. */
    boolean acceptMove(RelationshipIdentity relationship, Heir heir) {
        var from = RelationshipSpace.of(relationship.shape());
        var to = RelationshipSpace.of(heir.relationship().shape());
        if (forms.containsKey(from)
                || forms.containsKey(to)
                || moved.contains(relationship)
                || moved.contains(heir.relationship())) {
            return false;
        }
        for (var space : List.of(from, to)) {
            moving.add(space);
            inheriting.add(space);
        }
        moved.add(relationship);
        moved.add(heir.relationship());
        moves.put(relationship, heir);
        return true;
    }
}
