package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.mapping.bound.Binding;
import org.graphsink.mapping.bound.Bindings;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.mapping.bound.BoundRelationship;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;
import org.graphsink.record.RecordException;

/**
 * What the before image of a row tells about the nodes and relationships that it produced. Everything is null where there
 * is no before image or it lacks the fields: with most replica identities it holds only some of the columns.
 */
final class Past {

    static final Past UNKNOWN = new Past(null, null, null);

    private final Binding binding;
    private final View view;
    private final NodeIdentity own;

    private Past(Binding binding, View view, NodeIdentity own) {
        this.binding = binding;
        this.view = view;
        this.own = own;
    }

    static Past of(ChangeEvent event, Image before, Bindings bindings) {
        if (!before.exists()) {
            return UNKNOWN;
        }
        var view = View.of(event, before);
        var binding = bindings.of(view);
        return new Past(binding, view, binding.nodes().isEmpty() ? null : identity(binding, 0, view));
    }

    private static NodeIdentity identity(Binding binding, int index, View view) {
        return orNothing(() -> binding.nodes().get(index).identity(view), null);
    }

    /** @return null where it is not known */
    private NodeIdentity identity(int index) {
        return view == null || index == 0 ? own : identity(binding, index, view);
    }

    /**
     * The other identities that a row's own node can still have: the one in the before image; or where that is not known,
     * one for each label that the record could have given.
     *
     * @param now null where the row has no such node any more
     */
    List<NodeIdentity> identities(int index, BoundNode node, NodeIdentity now, List<List<String>> recordKey) {
        var former = identity(index);
        if (former != null) {
            return former.equals(now) ? List.of() : List.of(former);
        }
        if (now == null || node.label().isFixed() || !node.isMadeOf(recordKey)) {
            return List.of();
        }
        return node.label().allowed().stream()
                .filter(label -> !label.equals(now.label()))
                .map(label -> new NodeIdentity(node.shape(label), now.key()))
                .toList();
    }

    /** Whether one of the row's nodes is known to have been another one. */
    boolean wasAnother(int index, NodeIdentity now) {
        var former = identity(index);
        return former != null && !former.equals(now);
    }

    /** Whether one of the row's nodes is known to have been this one. */
    boolean wasThis(int index, NodeIdentity now) {
        return now.equals(identity(index));
    }

    RelationshipIdentity relationship(int index) {
        return view == null
                ? null
                : orNothing(() -> binding.relationships().get(index).identity(view, own), null);
    }

    /** A state that could not be mapped was reported when it was new, and nothing of it was written. */
    private static <T> T orNothing(Supplier<T> read, T nothing) {
        try {
            return read.get();
        } catch (RecordException e) {
            return nothing;
        }
    }

    /** Nulls for the properties of a node that the row had and has no more: schemaless data, keys of a map. */
    Properties lostProperties(int index, BoundNode now) {
        if (view == null) {
            return Properties.NONE;
        }
        return nulls(now.properties().lost(binding.nodes().get(index).properties()));
    }

    /** The same for a relationship, wherever it was. */
    Properties lostProperties(int index, BoundRelationship now) {
        if (view == null) {
            return Properties.NONE;
        }
        var lost = now.properties().lost(binding.relationships().get(index).properties());
        return lost.isEmpty() || relationship(index) == null ? Properties.NONE : nulls(lost);
    }

    private static Properties nulls(List<String> names) {
        return Properties.of(names, new Object[names.size()]);
    }

    /** What the row as it was tells of some properties of a node, as far as it has them. */
    Properties told(int index, List<String> names) {
        if (view == null || names.isEmpty()) {
            return Properties.NONE;
        }
        var former = orNothing(() -> binding.nodes().get(index).properties().read(view), Properties.NONE);
        var told = new LinkedHashMap<String, Object>();
        for (int i = 0; i < former.size(); i++) {
            if (names.contains(former.names().get(i))) {
                told.put(former.names().get(i), former.value(i));
            }
        }
        return Properties.of(new ArrayList<>(told.keySet()), told.values().toArray());
    }

    /** The labels that the node may have got from the row as it was, besides those that the pattern fixes. */
    Set<String> furtherLabels(int index, BoundNode now) {
        var labels = now.furtherLabels().possible();
        if (view != null) {
            labels.addAll(
                    orNothing(() -> binding.nodes().get(index).furtherLabels().read(view), Set.of()));
        }
        return labels;
    }
}
