package org.graphsink.record.image;

import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Field;

/** A struct as an image. */
record StructImage(StructLayout layout, Struct struct) implements Rooted {

    @Override
    public List<Field> fields() {
        return layout.fields(this);
    }

    @Override
    public Object root() {
        return struct;
    }

    /** Without the values, which never reach a log or a message. */
    @Override
    public String toString() {
        return "StructImage" + layout.fieldNames();
    }
}
