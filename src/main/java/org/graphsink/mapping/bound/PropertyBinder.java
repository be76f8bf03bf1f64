package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.Source;
import org.graphsink.record.Field;
import org.graphsink.record.RecordException;
import org.graphsink.value.SurrogatePairs;

/** Finds out, once for all records of a layout, which properties selectors make of them. */
final class PropertyBinder {

    private final SourceBinder sources;
    private final View view;
    private final VectorGuard guard;
    private final Set<String> explicit = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final List<ValueReader> readers = new ArrayList<>();
    private final BitSet nestable = new BitSet();
    private final List<OpenMap> maps = new ArrayList<>();
    private final List<Selector.Include> unknown = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    PropertyBinder(View view, VectorGuard guard) {
        this.sources = new SourceBinder(view);
        this.view = view;
        this.guard = guard;
    }

    /** @throws RecordException where a field's name cannot be a property's */
    BoundProperties bind(List<Selector> selectors, TakenFields taken) {
        for (var selector : selectors) {
            if (selector instanceof Selector.Key key) {
                explicit.add(key.property());
            } else if (selector instanceof Selector.Include include) {
                explicit.add(include.property());
            }
        }
        for (var selector : selectors) {
            if (selector instanceof Selector.Include include) {
                include(include);
            } else if (selector instanceof Selector.All) {
                all(taken);
            }
        }
        return new BoundProperties(names, readers, nestable, maps, unknown, found);
    }

    private void include(Selector.Include include) {
        if (!(include.source() instanceof Source source && includeBelow(include.property(), source))) {
            var reader = sources.bind(include.source()).reader();
            if (reader.isEmpty()) {
                unknown.add(include);
                return;
            }
            add(include.property(), reader.get(), mayBeNested(include.source()));
        }
        found.add(include.source().toString());
    }

    /** A struct writes a property per leaf, named by the selector's name in place of the struct's path. */
    private boolean includeBelow(String property, Source source) {
        if (source.path().isEmpty()) {
            return false;
        }
        var inKey = source.root() == Source.Root.KEY;
        if (!inKey && source.root() != Source.Root.RECORD && source.root() != Source.Root.VALUE) {
            return false;
        }
        var image = inKey ? view.key() : view.value();
        var leaves = image.layout().fieldsBelow(image, source.path());
        int depth = source.path().size();
        if (!inKey) {
            for (var map : view.value().layout().mapsBelow(source.path())) {
                var below = new ArrayList<>(List.of(property));
                below.addAll(map.path().subList(depth, map.path().size()));
                maps.add(new OpenMap(String.join(".", below), v -> map.read(v.value())));
            }
        }
        if (leaves.isEmpty() || leaves.size() == 1 && leaves.get(0).path().size() == depth) {
            return false;
        }
        for (var leaf : leaves) {
            var below = String.join(".", leaf.path().subList(depth, leaf.path().size()));
            add(
                    property + "." + below,
                    inKey ? v -> leaf.read(v.key()) : v -> leaf.read(v.value()),
                    !inKey && leaf.mayBeNested());
        }
        return true;
    }

    private boolean mayBeNested(Expression expression) {
        return expression instanceof Source source
                && (source.root() == Source.Root.RECORD || source.root() == Source.Root.VALUE)
                && view.value()
                        .layout()
                        .field(source.path())
                        .map(Field::mayBeNested)
                        .orElse(false);
    }

    private void all(TakenFields taken) {
        for (var field : view.value().fields()) {
            var name = String.join(".", field.path());
            if (!explicit.contains(name) && !taken.hold(field.path())) {
                add(name, v -> field.read(v.value()), field.mayBeNested());
            }
        }
        for (var map : view.value().layout().mapsBelow(List.of())) {
            var name = String.join(".", map.path());
            if (!explicit.contains(name) && !taken.hold(map.path())) {
                maps.add(new OpenMap(name, v -> map.read(v.value())));
            }
        }
    }

    private void add(String name, ValueReader reader, boolean mayBeNested) {
        if (name.isEmpty() || name.indexOf(BoundName.NULL) >= 0 || !SurrogatePairs.areWhole(name)) {
            throw new RecordException(
                    "A field's name is empty or holds a null character or half a surrogate pair, which"
                            + " no property's name can; name the fields to take, or rename it by a transformation");
        }
        int present = names.indexOf(name);
        if (present >= 0) {
            readers.set(present, guard.around(name, reader));
        } else {
            names.add(name);
            readers.add(guard.around(name, reader));
            present = names.size() - 1;
        }
        nestable.set(present, mayBeNested);
    }
}
