package org.graphsink.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.RelationshipScope;

/** The kinds of nodes that a segment deletes, and what of their relationships stays. */
final class Deletions {

    private final IdentitySpaces spaces;
    private final Map<String, Set<Claims>> claims = new HashMap<>();

    Deletions(IdentitySpaces spaces) {
        this.spaces = spaces;
    }

    void add(String label, Claims left) {
        claims.computeIfAbsent(label, l -> new HashSet<>(2)).add(left);
    }

    /** Whether there may be nodes of which something is left because others wrote it. */
    boolean leaveNodes() {
        return claims.values().stream()
                .flatMap(Set::stream)
                .anyMatch(left -> left.share().isPresent());
    }

    /** Whether a relationship of the scope may have gone with a node at an end that the scope leaves open. */
    boolean mayTakeFrom(RelationshipScope scope) {
        if (claims.isEmpty()) {
            return false;
        }
        var shape = scope.shape();
        return scope.start().isEmpty() && mayTake(scope.type(), shape.start().label(), false)
                || scope.end().isEmpty() && mayTake(scope.type(), shape.end().label(), true);
    }

    private boolean mayTake(String type, String label, boolean incoming) {
        return claims.entrySet().stream()
                .anyMatch(each -> spaces.areOne(each.getKey(), label)
                        && !each.getValue().stream().allMatch(left -> leaves(left, type, incoming)));
    }

    private static boolean leaves(Claims left, String type, boolean incoming) {
        return left.references().stream()
                .anyMatch(reference -> reference.incoming() == incoming
                        && reference.type().map(type::equals).orElse(true));
    }
}
