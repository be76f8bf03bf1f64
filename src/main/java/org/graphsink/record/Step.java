package org.graphsink.record;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * From a struct to the value of one of its fields. A null in an optional field is a null, whatever default its schema
 * has: the default of a column is not the value of a row that holds NULL.
 */
final class Step {

    private final Field field;
    private final boolean hidesDefault;

    private Step(Field field) {
        this.field = field;
        this.hidesDefault = field.schema().isOptional() && field.schema().defaultValue() != null;
    }

    static Step to(Field field) {
        return new Step(field);
    }

    Object from(Struct struct) {
        return hidesDefault ? struct.getWithoutDefault(field.name()) : struct.get(field);
    }
}
