package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.graphsink.graph.Carried;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.mapping.bound.Binding;
import org.graphsink.record.ChangeEvent;

/**
 * A changed primary key comes as a delete of the old and a create of the new row. Each does what it says; what neither of them
 * tells goes from the old node to the new one, whichever of the two comes first.
 */
final class ChangedKeys {

    private final OtherRows others;
    private final String change;
    private final ChangeEvent event;
    private final Binding binding;
    private final List<GraphChange> changes = new ArrayList<>();

    private ChangedKeys(String change, ChangeEvent event, Binding binding, OtherRows others) {
        this.others = others;
        this.change = change;
        this.event = event;
        this.binding = binding;
    }

    static ChangedKeys of(ChangeEvent event, Binding binding, OtherRows others) {
        return new ChangedKeys(event.metadata().keyChange().orElse(null), event, binding, others);
    }

    /** Not a node that has another key than the record key, which may be the same before and after. */
    boolean concern(int node) {
        return change != null && binding.nodes().get(node).isMadeOf(binding.recordKey());
    }

    private KeyMove move(int node, NodeIdentity identity) {
        var name = event.topic() + ' ' + node + ' ' + change;
        return new KeyMove(
                name,
                event.metadata().offset(),
                others.marksOfRow(identity.label()).stream().findFirst());
    }

    /** @param certain whether the row's node can be no other */
    void left(int node, NodeIdentity identity, boolean certain, Carried carried) {
        changes.add(new SetAsideNode(identity, move(node, identity), certain, carried));
    }

    void reached(int node, NodeIdentity identity, UpsertNode upsert) {
        changes.add(new TakeBackNode(identity, move(node, identity), told(upsert)));
    }

    private static Optional<List<String>> told(UpsertNode upsert) {
        if (upsert.write() == PropertyWrite.REPLACE) {
            return Optional.empty();
        }
        var told = new LinkedHashSet<>(upsert.node().shape().key());
        for (var name : upsert.properties().names()) {
            told.add(name);
            told.add(column(name));
        }
        told.addAll(upsert.properties().emptied());
        return Optional.of(List.copyOf(told));
    }

    /** A record that tells an entry of nested data tells all of its column: what it does not have there is gone. */
    private static String column(String property) {
        int dot = property.indexOf('.');
        return dot > 0 ? property.substring(0, dot) : property;
    }

    List<GraphChange> changes() {
        return changes;
    }
}
