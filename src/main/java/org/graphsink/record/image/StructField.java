package org.graphsink.record.image;

import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.value.connect.Conversion;
import org.graphsink.value.connect.FieldAccess;

/** A field of a struct, found once: an index per level of nesting, and a conversion. */
final class StructField implements Field {

    private final List<String> path;
    private final FieldAccess[] steps;
    private final Conversion conversion;

    StructField(List<String> path, List<FieldAccess> steps, Conversion conversion) {
        this.path = List.copyOf(path);
        this.steps = steps.toArray(FieldAccess[]::new);
        this.conversion = conversion;
    }

    @Override
    public List<String> path() {
        return path;
    }

    @Override
    public Object read(Image image) {
        return Reading.of(path, raw(image), conversion);
    }

    /** The value before its conversion; null below a null struct. */
    Object raw(Image image) {
        Object value = ((StructImage) image).struct();
        for (var step : steps) {
            value = step.from((Struct) value);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
