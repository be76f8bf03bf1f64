package org.graphsink.footprint;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Labels, relationship types or properties that a topic's records may give.
 *
 * @param listed those that are known before records come
 * @param any whether records may give others as well
 */
public record NameSet(Set<String> listed, boolean any) {

    public static final NameSet NONE = new NameSet(Set.of(), false);

    /** Any names, none of which is known before records come. */
    public static final NameSet ANY = new NameSet(Set.of(), true);

    public NameSet {
        listed = Collections.unmodifiableSet(new LinkedHashSet<>(listed));
    }

    public static NameSet of(String... names) {
        return new NameSet(new LinkedHashSet<>(Set.of(names)), false);
    }

    /** @param possible empty where any name can come */
    public static NameSet ofPossible(Collection<String> possible) {
        return possible.isEmpty() ? ANY : new NameSet(new LinkedHashSet<>(possible), false);
    }

    public boolean mayBe(String name) {
        return any || listed.contains(name);
    }

    /** Whether there may be a name that is in both. */
    public boolean mayMeet(NameSet other) {
        return !isNone() && !other.isNone() && (any || other.any || !Collections.disjoint(listed, other.listed));
    }

    public boolean isNone() {
        return !any && listed.isEmpty();
    }

    public NameSet and(NameSet more) {
        var all = new LinkedHashSet<>(listed);
        all.addAll(more.listed);
        return new NameSet(all, any || more.any);
    }
}
