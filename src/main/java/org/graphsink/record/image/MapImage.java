package org.graphsink.record.image;

import java.util.List;
import java.util.Map;
import org.graphsink.record.Field;

/** A map as an image. */
final class MapImage implements Rooted {

    private final MapLayout layout;
    private final Map<?, ?> map;
    private final boolean hidesMetadata;
    private List<Field> fields;

    /** @param hidesMetadata whether {@code *} leaves out the names that start with two underscores */
    MapImage(MapLayout layout, Map<?, ?> map, boolean hidesMetadata) {
        this.layout = layout;
        this.map = map;
        this.hidesMetadata = hidesMetadata;
    }

    @Override
    public MapLayout layout() {
        return layout;
    }

    /** To find them takes a walk through the map. */
    @Override
    public List<Field> fields() {
        if (fields == null) {
            fields = layout.fields(this, hidesMetadata);
        }
        return fields;
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
