package org.graphsink.record.image;

import java.util.List;
import java.util.Map;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.value.Absent;
import org.graphsink.value.connect.Unavailable;

/**
 * A map of which only a record tells the entries. Its own value is null, unless the record does not tell it: what it holds are
 * its leaves.
 */
record EntriesField(List<String> path, Raw map) implements Field {

    /** The map before any conversion. */
    @FunctionalInterface
    interface Raw {
        Object raw(Image image);
    }

    @Override
    public Object read(Image image) {
        var value = Shapes.plain(map.raw(image));
        boolean isUntold = value == Absent.UNAVAILABLE || value instanceof Map<?, ?> entries && Unavailable.is(entries);
        return isUntold ? Absent.UNAVAILABLE : null;
    }
}
