package org.graphsink.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;

/** What the changes so far amount to for one node: perhaps its deletion, then perhaps an upsert. */
final class PendingNode {

    private final NodeIdentity node;
    private boolean deleted;
    private boolean upserted;
    private boolean created;
    private Set<String> addedLabels = Set.of();
    private Set<String> removedLabels = Set.of();
    private Properties properties = Properties.NONE;
    private PropertyWrite write = PropertyWrite.MERGE;

    PendingNode(NodeIdentity node) {
        this.node = node;
    }

    void upsert(UpsertNode change) {
        if (change.write() == PropertyWrite.REPLACE) {
            properties = change.properties();
            write = PropertyWrite.REPLACE;
        } else {
            properties = properties.then(change.properties());
        }
        addedLabels = united(addedLabels, change.addedLabels(), change.removedLabels());
        removedLabels = united(removedLabels, change.removedLabels(), change.addedLabels());
        upserted = true;
        created |= change.create();
    }

    /** What was written to a node only if it exists must not be written to one that a later change creates. */
    boolean admits(UpsertNode change) {
        return !upserted || created || !change.create();
    }

    void delete() {
        deleted = true;
        upserted = false;
        created = false;
        addedLabels = Set.of();
        removedLabels = Set.of();
        properties = Properties.NONE;
        write = PropertyWrite.MERGE;
    }

    private static Set<String> united(Set<String> earlier, Set<String> later, Set<String> opposed) {
        if (earlier.isEmpty() || earlier.equals(later)) {
            return later;
        }
        if (later.isEmpty() && opposed.isEmpty()) {
            return earlier;
        }
        var labels = new LinkedHashSet<>(earlier);
        labels.removeAll(opposed);
        labels.addAll(later);
        return labels;
    }

    /** Whether all that is asked of the node is to be there, which a relationship at it can see to. */
    boolean isOnlyEnsured() {
        return upserted
                && created
                && properties.isEmpty()
                && addedLabels.isEmpty()
                && removedLabels.isEmpty()
                && write == PropertyWrite.MERGE;
    }

    NodeIdentity node() {
        return node;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isUpserted() {
        return upserted;
    }

    boolean isCreated() {
        return created;
    }

    Set<String> addedLabels() {
        return addedLabels;
    }

    Set<String> removedLabels() {
        return removedLabels;
    }

    Properties properties() {
        return properties;
    }

    PropertyWrite write() {
        return write;
    }
}
