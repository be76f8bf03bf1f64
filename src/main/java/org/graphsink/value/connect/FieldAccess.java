package org.graphsink.value.connect;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * From a struct to the value of one of its fields. A null in an optional field is a null, whatever default its schema
 * has: the default of a column is not the value of a row that holds NULL.
 */
public final class FieldAccess {

    private final Field field;
    private final boolean hidesDefault;

    private FieldAccess(Field field, boolean hidesDefault) {
        this.field = field;
        this.hidesDefault = hidesDefault && field.schema().defaultValue() != null;
    }

    public static FieldAccess to(Field field) {
        return new FieldAccess(field, field.schema().isOptional());
    }

    /** As the record holds it, whatever the schema says. */
    public static FieldAccess withoutDefault(Field field) {
        return new FieldAccess(field, true);
    }

    public Object from(Struct struct) {
        return hidesDefault ? struct.getWithoutDefault(field.name()) : struct.get(field);
    }
}
