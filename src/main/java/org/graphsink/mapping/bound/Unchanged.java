package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;
import org.graphsink.value.Values;

/** Tells updates of which nothing that the patterns read has changed. Used by one thread. */
public final class Unchanged {

    private final Bindings bindings;
    private final boolean readOnlyRows;
    private Binding last;
    private List<ValueReader> ofKeys = List.of();
    private List<ValueReader> others = List.of();

    public Unchanged(TopicPatterns patterns, Bindings bindings) {
        this.bindings = bindings;
        this.readOnlyRows = patterns.sources().allMatch(source -> source.root().isOfRow());
    }

    /**
     * Whether the before image tells all that the patterns read and it is as it was. False where nothing but the record key is
     * told: images of less than the row are full of nulls.
     */
    public boolean is(ChangeEvent.Upserted event) {
        if (!readOnlyRows || event.created() || !event.before().exists()) {
            return false;
        }
        var before = View.of(event, event.before());
        var after = View.of(event, event.after());
        var binding = bindings.of(after);
        if (bindings.of(before) != binding) {
            return false;
        }
        if (binding != last) {
            ofKeys = new ArrayList<>();
            others = new ArrayList<>();
            binding.nodes().forEach(this::add);
            for (var relationship : binding.relationships()) {
                add(relationship.start());
                add(relationship.type());
                add(relationship.key());
                others.addAll(relationship.properties().readers());
                add(relationship.end());
            }
            last = binding;
        }
        try {
            return isSame(ofKeys, before, after) && isSame(others, before, after) && isTold(before);
        } catch (RecordException e) {
            return false;
        }
    }

    private void add(BoundNode node) {
        add(node.label());
        node.furtherLabels().names().forEach(this::add);
        add(node.key());
        others.addAll(node.properties().readers());
    }

    private void add(BoundName name) {
        if (!name.isFixed()) {
            name.source().reader().ifPresent(others::add);
        }
    }

    private void add(BoundKey key) {
        for (var value : key.values()) {
            value.reader().ifPresent((value.origin().isKnown() ? ofKeys : others)::add);
        }
    }

    private static boolean isSame(List<ValueReader> readers, View before, View after) {
        for (var reader : readers) {
            var now = reader.read(after);
            if (now != Absent.UNAVAILABLE && !Values.equal(reader.read(before), now)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTold(View before) {
        for (var reader : others) {
            var value = reader.read(before);
            if (value != null && !(value instanceof Absent)) {
                return true;
            }
        }
        return others.isEmpty();
    }
}
