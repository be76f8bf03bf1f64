package org.graphsink.record.image;

import java.util.Map;
import org.graphsink.value.Absent;
import org.graphsink.value.connect.Unavailable;

/** Reading maps by name: keys that are no text, such as numbers, go by their text. */
final class Names {

    private Names() {}

    /** The value under the name, or {@link Absent}: MISSING, or UNAVAILABLE where Debezium does not know the map. */
    static Object get(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value != null || map.containsKey(name)) {
            return value;
        }
        if (Unavailable.is(map)) {
            return Absent.UNAVAILABLE;
        }
        if (!map.isEmpty() && !(map.keySet().iterator().next() instanceof String)) {
            for (var entry : map.entrySet()) {
                if (name.equals(of(entry.getKey()))) {
                    return entry.getValue();
                }
            }
        }
        return Absent.MISSING;
    }

    static String of(Object key) {
        return key instanceof String text ? text : String.valueOf(key);
    }
}
