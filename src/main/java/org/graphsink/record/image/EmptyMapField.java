package org.graphsink.record.image;

import java.util.List;
import org.graphsink.record.Field;
import org.graphsink.record.Image;

/** A map without entries among the fields of schemaless data: there is nothing in its place, nor below it. */
record EmptyMapField(List<String> path) implements Field {

    @Override
    public boolean mayBeNested() {
        return true;
    }

    @Override
    public Object read(Image image) {
        return null;
    }
}
