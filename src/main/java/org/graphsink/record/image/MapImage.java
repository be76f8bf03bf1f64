package org.graphsink.record.image;

import java.util.List;
import java.util.Map;
import org.graphsink.record.Field;

/**
 * A map as an image.
 *
 * @param hidesMetadata whether {@code *} leaves out the names that start with two underscores
 */
record MapImage(MapLayout layout, Map<?, ?> map, boolean hidesMetadata) implements Rooted {

    @Override
    public List<Field> fields() {
        return layout.fields(this);
    }

    @Override
    public Object root() {
        return map;
    }

    /** Without the values, which never reach a log or a message. */
    @Override
    public String toString() {
        return "MapImage" + map.keySet();
    }
}
