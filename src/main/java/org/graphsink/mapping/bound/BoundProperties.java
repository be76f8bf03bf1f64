package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.Properties;
import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.Source;
import org.graphsink.record.Field;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;
import org.graphsink.value.SurrogatePairs;

/** The properties that a pattern's braces select, bound to the layouts of a view. */
public final class BoundProperties {

    private final List<String> names = new ArrayList<>();
    private final List<ValueReader> readers = new ArrayList<>();
    private final BitSet nestable = new BitSet();
    private final List<OpenMap> maps = new ArrayList<>();
    private final List<Selector.Include> unknown = new ArrayList<>();
    private final Set<String> found = new HashSet<>();
    private final VectorGuard guard;
    private final Map<BitSet, List<String>> namesPresent = new HashMap<>();
    private final RecordException fault;

    private BoundProperties(VectorGuard guard, RecordException fault) {
        this.guard = guard;
        this.fault = fault;
    }

    /**
     * A map whose entries become properties. As long as the record tells it, only those are there.
     *
     * @param name of the property below which they are
     * @param told null where the record tells the map
     */
    private record OpenMap(String name, ValueReader told) {}

    /**
     * @param elsewhere selectors of other parts of the pattern; {@code *} leaves the fields that they use to them
     */
    static BoundProperties of(List<Selector> selectors, List<Selector> elsewhere, View view, VectorGuard guard) {
        var binder = new SourceBinder(view);
        var explicit = new HashSet<String>();
        for (var selector : selectors) {
            if (selector instanceof Selector.Key key) {
                explicit.add(key.property());
            } else if (selector instanceof Selector.Include include) {
                explicit.add(include.property());
            }
        }
        try {
            var bound = new BoundProperties(guard, null);
            for (var selector : selectors) {
                if (selector instanceof Selector.Include include) {
                    bound.include(include, binder, view);
                } else if (selector instanceof Selector.All) {
                    bound.all(taken(selectors, elsewhere), explicit, view);
                }
            }
            return bound;
        } catch (RecordException e) {
            return new BoundProperties(guard, e);
        }
    }

    private void include(Selector.Include include, SourceBinder binder, View view) {
        if (!(include.source() instanceof Source source && includeBelow(include.property(), source, view))) {
            var reader = binder.bind(include.source()).reader();
            if (reader.isEmpty()) {
                unknown.add(include);
                return;
            }
            add(include.property(), reader.get(), mayBeNested(include.source(), view));
        }
        found.add(include.source().toString());
    }

    /** A struct writes a property per leaf, named by the selector's name in place of the struct's path. */
    private boolean includeBelow(String property, Source source, View view) {
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

    private static boolean mayBeNested(Expression expression, View view) {
        return expression instanceof Source source
                && (source.root() == Source.Root.RECORD || source.root() == Source.Root.VALUE)
                && view.value()
                        .layout()
                        .field(source.path())
                        .map(Field::mayBeNested)
                        .orElse(false);
    }

    private void all(Set<List<String>> taken, Set<String> explicit, View view) {
        for (var field : view.value().fields()) {
            var name = String.join(".", field.path());
            if (!explicit.contains(name) && !isTaken(field.path(), taken)) {
                add(name, v -> field.read(v.value()), field.mayBeNested());
            }
        }
        for (var map : view.value().layout().mapsBelow(List.of())) {
            var name = String.join(".", map.path());
            if (!explicit.contains(name) && !isTaken(map.path(), taken)) {
                maps.add(new OpenMap(name, v -> map.read(v.value())));
            }
        }
    }

    private static boolean isTaken(List<String> path, Set<List<String>> taken) {
        for (int length = 1; length <= path.size(); length++) {
            if (taken.contains(path.subList(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static Set<List<String>> taken(List<Selector> selectors, List<Selector> elsewhere) {
        var paths = new HashSet<List<String>>();
        for (var list : List.of(selectors, elsewhere)) {
            for (var selector : list) {
                if (selector instanceof Selector.Key key) {
                    addPaths(key.source(), paths);
                } else if (selector instanceof Selector.Include include) {
                    addPaths(include.source(), paths);
                } else if (selector instanceof Selector.Exclude exclude) {
                    addPaths(exclude.source(), paths);
                }
            }
        }
        return paths;
    }

    private static void addPaths(Expression expression, Set<List<String>> paths) {
        if (expression instanceof Expression.Call call) {
            call.arguments().forEach(argument -> addPaths(argument, paths));
        } else if (expression instanceof Source source
                && (source.root() == Source.Root.RECORD || source.root() == Source.Root.VALUE)) {
            paths.add(source.path());
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

    /** Those of which the schema does not have the field: they are left as they are. */
    List<Selector.Include> unknown() {
        return unknown;
    }

    /** The sources of which the schema has the field. */
    Set<String> found() {
        return found;
    }

    List<ValueReader> readers() {
        return readers;
    }

    List<String> names() {
        return names;
    }

    /** The names that another state of the row had and this one does not. */
    public List<String> lost(BoundProperties former) {
        if (former == this || fault != null || names.equals(former.names)) {
            return List.of();
        }
        var lost = new ArrayList<>(former.names);
        lost.removeAll(names);
        return lost;
    }

    /** Whether there is a value that the record does not tell and that must stay as it is. */
    public boolean hasUnavailable(View view) {
        for (var reader : readers) {
            if (reader.read(view) == Absent.UNAVAILABLE) {
                return true;
            }
        }
        return false;
    }

    /** The properties whose values the record does not tell, because they are unchanged. */
    public List<String> unavailable(View view) {
        var unavailable = new ArrayList<String>(0);
        for (int i = 0; i < names.size(); i++) {
            if (readers.get(i).read(view) == Absent.UNAVAILABLE) {
                unavailable.add(names.get(i));
            }
        }
        return unavailable;
    }

    public Properties read(View view) {
        if (fault != null) {
            throw new RecordException(fault.getMessage());
        }
        int count = names.size();
        if (count == 0 && maps.isEmpty()) {
            return Properties.NONE;
        }
        List<String> emptied = view.isOfRow() ? told(view) : List.of();
        var values = new Object[count];
        BitSet absent = null;
        for (int i = 0; i < count; i++) {
            values[i] = readers.get(i).read(view);
            if (values[i] == Absent.MISSING && emptied.contains(names.get(i))) {
                values[i] = null;
            } else if (values[i] instanceof Absent) {
                absent = absent == null ? new BitSet(count) : absent;
                absent.set(i);
            } else if (values[i] == null && nestable.get(i)) {
                emptied = and(emptied, names.get(i));
            }
        }
        var properties = absent == null ? Properties.of(names, values) : present(values, absent);
        return properties.emptying(emptied);
    }

    /** The maps whose entries the view tells, all of them. */
    private List<String> told(View view) {
        List<String> told = List.of();
        for (var map : maps) {
            if (map.told().read(view) == null) {
                told = and(told, map.name());
            }
        }
        return told;
    }

    private static List<String> and(List<String> names, String name) {
        if (names.contains(name)) {
            return names;
        }
        var longer = names.isEmpty() ? new ArrayList<String>(2) : names;
        longer.add(name);
        return longer;
    }

    private Properties present(Object[] values, BitSet absent) {
        var left = namesPresent.computeIfAbsent(absent, this::namesWithout);
        var present = new Object[left.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (!absent.get(i)) {
                present[next++] = values[i];
            }
        }
        return Properties.of(left, present);
    }

    private List<String> namesWithout(BitSet absent) {
        var left = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!absent.get(i)) {
                left.add(names.get(i));
            }
        }
        return left;
    }
}
