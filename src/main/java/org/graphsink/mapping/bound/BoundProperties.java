package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.graphsink.graph.Properties;
import org.graphsink.pattern.Selector;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;

/** The properties that a pattern's braces select, bound to the layouts of a view. */
public final class BoundProperties {

    private final List<String> names;
    private final List<ValueReader> readers;
    private final BitSet nestable;
    private final List<OpenMap> maps;
    private final List<Selector.Include> unknown;
    private final Set<String> found;
    private final RecordException fault;
    private final Remembered<BitSet, List<String>> namesPresent = new Remembered<>(this::namesWithout);

    /**
     * @param names distinct; the lists are kept, not copied
     * @param readers one per name
     * @param nestable which of them may hold nested data, so that a null removes what lies below
     * @param maps whose entries are properties
     * @param unknown selectors of which the schema does not have the field
     * @param found the sources of which it has
     */
    BoundProperties(
            List<String> names,
            List<ValueReader> readers,
            BitSet nestable,
            List<OpenMap> maps,
            List<Selector.Include> unknown,
            Set<String> found) {
        this(names, readers, nestable, maps, unknown, found, null);
    }

    private BoundProperties(
            List<String> names,
            List<ValueReader> readers,
            BitSet nestable,
            List<OpenMap> maps,
            List<Selector.Include> unknown,
            Set<String> found,
            RecordException fault) {
        this.names = names;
        this.readers = readers;
        this.nestable = nestable;
        this.maps = maps;
        this.unknown = unknown;
        this.found = found;
        this.fault = fault;
    }

    /** Every record of the layout is at fault. */
    private static BoundProperties none(RecordException fault) {
        return new BoundProperties(List.of(), List.of(), new BitSet(), List.of(), List.of(), Set.of(), fault);
    }

    /**
     * @param elsewhere selectors of other parts of the pattern; {@code *} leaves the fields that they use to them
     */
    static BoundProperties of(List<Selector> selectors, List<Selector> elsewhere, View view, VectorGuard guard) {
        try {
            return new PropertyBinder(view, guard).bind(selectors, new TakenFields(List.of(selectors, elsewhere)));
        } catch (RecordException e) {
            return none(e);
        }
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
        var left = namesPresent.of(absent);
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
