package org.graphsink.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.graphsink.graph.Key;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;

/** How the properties of a node or relationship of the model are compared and written. */
final class ModelProperties {

    /** The names by which relationships between two nodes are told apart: no pattern uses them for anything else. */
    private static final Set<String> RELATIONSHIP_KEYS = Set.of("k", "item", "line", "at");

    private ModelProperties() {}

    static boolean haveOneKey(Map<String, Object> one, Map<String, Object> other) {
        return RELATIONSHIP_KEYS.stream().allMatch(key -> Objects.equals(one.get(key), other.get(key)));
    }

    /** Whether a property is told by its own name or by that of nested data which it is part of. */
    static boolean tell(List<String> told, String name) {
        return told.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }

    static boolean has(Map<String, Object> properties, List<String> names, Key key) {
        for (int i = 0; i < key.size(); i++) {
            if (!key.value(i).equals(properties.get(names.get(i)))) {
                return false;
            }
        }
        return true;
    }

    static void write(Map<String, Object> properties, List<String> names, Key key) {
        for (int i = 0; i < key.size(); i++) {
            properties.put(names.get(i), key.value(i));
        }
    }

    static void write(
            Map<String, Object> properties, List<String> names, Key key, Properties written, PropertyWrite write) {
        if (write == PropertyWrite.REPLACE) {
            properties.clear();
        }
        properties.keySet().removeIf(name -> Properties.isBelow(name, written.emptied()));
        write(properties, names, key);
        for (int i = 0; i < written.size(); i++) {
            if (written.value(i) == null) {
                properties.remove(written.names().get(i));
            } else {
                properties.put(written.names().get(i), written.value(i));
            }
        }
    }
}
