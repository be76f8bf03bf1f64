package org.graphsink.mapping.bound;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the record key has to do with a value, or with several together. To be known from the record key is one thing, to tell
 * record keys apart another: the day of a timestamp follows from it, and is that of many.
 *
 * @param isKnown whether the record key alone determines the value
 * @param toldApart the fields of the record key of which different values always make different ones here
 */
record KeyPart(boolean isKnown, Set<List<String>> toldApart) {

    /** Something else takes part. */
    static final KeyPart NONE = new KeyPart(false, Set.of());

    /** The same for all records. */
    static final KeyPart CONSTANT = new KeyPart(true, Set.of());

    KeyPart {
        toldApart = Set.copyOf(toldApart);
    }

    static KeyPart field(List<String> path) {
        return new KeyPart(true, Set.of(path));
    }

    /** Of values side by side, such as those of a key. */
    static KeyPart all(Collection<KeyPart> parts) {
        if (!parts.stream().allMatch(KeyPart::isKnown)) {
            return NONE;
        }
        var fields = new HashSet<List<String>>();
        parts.forEach(part -> fields.addAll(part.toldApart));
        return new KeyPart(true, fields);
    }

    /** Of a value made of this one in which different values may be the same. */
    KeyPart blurred() {
        return isKnown ? CONSTANT : NONE;
    }

    /** Whether different record keys always make different values. */
    boolean tellsRowsApart(List<List<String>> recordKey) {
        return isKnown && !recordKey.isEmpty() && toldApart.containsAll(recordKey);
    }
}
