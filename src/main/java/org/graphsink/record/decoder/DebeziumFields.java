package org.graphsink.record.decoder;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.connect.FieldAccess;

/**
 * The fields that Debezium gives to its envelopes and to the rows that it flattens. Each reads a value of the record; a field
 * that the value does not have is null.
 */
record DebeziumFields(
        UnaryOperator<Object> before,
        UnaryOperator<Object> after,
        UnaryOperator<Object> operation,
        UnaryOperator<Object> flattenedOperation,
        UnaryOperator<Object> deleted) {

    /** Of schemaless values. */
    static final DebeziumFields OF_MAPS = of(name -> map -> ((Map<?, ?>) map).get(name));

    /** Of structs of a schema, in which they are looked up here, once. */
    static DebeziumFields of(Schema schema) {
        return of(name -> {
            var field = schema.field(name);
            if (field == null) {
                return struct -> null;
            }
            var access = FieldAccess.withoutDefault(field);
            return struct -> access.from((Struct) struct);
        });
    }

    private static DebeziumFields of(Function<String, UnaryOperator<Object>> reader) {
        return new DebeziumFields(
                reader.apply("before"),
                reader.apply("after"),
                reader.apply("op"),
                reader.apply("__op"),
                reader.apply("__deleted"));
    }
}
