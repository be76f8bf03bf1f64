package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.RelationshipScope;

/**
 * The re-keys of a segment. They are written label by label; several may lead to one node, of which the first that finds its
 * node gives it, as long as their labels are in that order.
 */
final class PendingRekeys {

    private static final Comparator<RekeyNode> BY_LABEL =
            Comparator.comparing(rekey -> rekey.from().shape());

    private final List<RekeyNode> rekeys = new ArrayList<>();
    private final Set<NodeIdentity> from = new HashSet<>();
    private final Map<NodeIdentity, RekeyNode> to = new HashMap<>();

    /** Enters the change, unless it depends on another one that might be written after it. */
    boolean accept(RekeyNode change) {
        var last = to.get(change.to());
        if (from.contains(change.to()) || touch(change.from()) || last != null && BY_LABEL.compare(last, change) >= 0) {
            return false;
        }
        rekeys.add(change);
        from.add(change.from());
        to.put(change.to(), change);
        return true;
    }

    boolean isEmpty() {
        return rekeys.isEmpty();
    }

    /** Whether the node has got another identity, so that there is none of this identity any more. */
    boolean leave(NodeIdentity node) {
        return from.contains(node);
    }

    boolean touch(NodeIdentity node) {
        return from.contains(node) || to.containsKey(node);
    }

    /** Whether an end of the scope got its label or key; where any node may be the end, any of its label. */
    boolean lead(RelationshipScope scope) {
        return lead(scope.shape().start(), scope.startNode())
                || lead(scope.shape().end(), scope.endNode());
    }

    private boolean lead(NodeShape shape, Optional<NodeIdentity> node) {
        return node.map(this::touch).orElseGet(() -> leadThrough(shape.label()));
    }

    private boolean leadThrough(String label) {
        return rekeys.stream()
                .anyMatch(rekey ->
                        rekey.from().label().equals(label) || rekey.to().label().equals(label));
    }

    /** In the order in which they are to be written. */
    List<RekeyNode> inOrder() {
        return rekeys.stream().sorted(BY_LABEL).toList();
    }
}
