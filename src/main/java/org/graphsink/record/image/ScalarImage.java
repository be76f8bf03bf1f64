package org.graphsink.record.image;

import java.util.List;
import java.util.Optional;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.Layout;
import org.graphsink.value.connect.Conversion;

/** A record key or value that is one value. It is converted when it is asked for. */
final class ScalarImage implements Image {

    private final String name;
    private final Object value;
    private final Conversion conversion;
    private Optional<Object> converted = Optional.empty();

    /** @param name what a message calls it */
    ScalarImage(String name, Object value, Conversion conversion) {
        this.name = name;
        this.value = value;
        this.conversion = conversion;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Layout layout() {
        return NONE.layout();
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public boolean isScalar() {
        return true;
    }

    @Override
    public Optional<Object> scalar() {
        if (converted.isEmpty()) {
            converted = Optional.of(Reading.of(List.of(name), value, conversion));
        }
        return converted;
    }
}
