package org.graphsink.record.image;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.value.Absent;
import org.graphsink.value.connect.Conversion;
import org.graphsink.value.connect.FieldAccess;

/** A field of data that tells its names and types only record by record: it is looked up by name. */
final class NamedField implements Field {

    private final List<String> path;
    private final Conversion conversion;
    private final boolean mayBeNested;

    /**
     * @param conversion takes values without schema, and with one as {@link SchemaAndValue}
     * @param mayBeNested whether structs and maps in this place are flattened
     */
    NamedField(List<String> path, Conversion conversion, boolean mayBeNested) {
        this.path = List.copyOf(path);
        this.conversion = conversion;
        this.mayBeNested = mayBeNested;
    }

    @Override
    public boolean mayBeNested() {
        return mayBeNested;
    }

    @Override
    public List<String> path() {
        return path;
    }

    @Override
    public Object read(Image image) {
        Object value = find(image);
        return value instanceof Absent ? value : Reading.of(path, value, conversion);
    }

    /**
     * The value before its conversion, with its schema where that is known: null for a null and below a null, or
     * {@link Absent}.
     */
    Object find(Image image) {
        Schema schema = null;
        Object value = ((Rooted) image).root();
        for (var name : path) {
            if (value == null) {
                return null;
            }
            if (value instanceof Map<?, ?> map) {
                value = Names.get(map, name);
                schema = schema == null ? null : schema.valueSchema();
            } else if (value instanceof Struct struct) {
                var field = struct.schema().field(name);
                if (field == null) {
                    return Absent.MISSING;
                }
                value = FieldAccess.to(field).from(struct);
                schema = field.schema();
            } else {
                return Absent.MISSING;
            }
            if (value instanceof SchemaAndValue typed) {
                schema = typed.schema();
                value = typed.value();
            }
        }
        return schema == null || value == null || value instanceof Absent ? value : new SchemaAndValue(schema, value);
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
