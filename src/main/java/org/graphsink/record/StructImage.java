package org.graphsink.record;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;

/** A struct as an image. */
record StructImage(StructLayout layout, Struct struct) implements Image, Rooted {

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public List<Field> fields() {
        return layout.fields(this);
    }

    @Override
    public Optional<Object> scalar() {
        return Optional.empty();
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
