package org.graphsink.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graphsink.graph.Heir;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;

/** The nodes that a segment knows, in the order in which they came. */
final class PendingNodes {

    private final Map<NodeIdentity, PendingNode> nodes = new LinkedHashMap<>();

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    Collection<PendingNode> all() {
        return nodes.values();
    }

    /** The node, entered where it is not there yet. */
    PendingNode at(NodeIdentity node) {
        return nodes.computeIfAbsent(node, PendingNode::new);
    }

    Optional<PendingNode> find(NodeIdentity node) {
        return Optional.ofNullable(nodes.get(node));
    }

    boolean isUpserted(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && pending.isUpserted();
    }

    boolean isDeleted(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && !pending.deletions().isEmpty();
    }

    /** Whether the segment writes the node or a relationship at it. */
    boolean isBuilt(NodeIdentity node) {
        var pending = nodes.get(node);
        return pending != null && (pending.isUpserted() || pending.isAwaited());
    }

    /** The heir as it is made before the segment writes nodes; empty where that is too early. */
    Optional<Heir> beforeUpserts(Heir heir) {
        var relationship = heir.relationship();
        var start = missingAtHeir(relationship.start(), heir.start());
        var end = missingAtHeir(relationship.end(), heir.end());
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        boolean same = start.get() == heir.start() && end.get() == heir.end();
        return Optional.of(same ? heir : new Heir(relationship, start.get(), end.get()));
    }

    private Optional<MissingNode> missingAtHeir(NodeIdentity node, MissingNode wanted) {
        var pending = nodes.get(node);
        return pending == null ? Optional.of(wanted) : pending.missingAtHeir(wanted);
    }
}
