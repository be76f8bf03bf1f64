package org.graphsink.value.connect;

import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Schema;

/** Schemas that allow null. */
final class OptionalSchema {

    private OptionalSchema() {}

    static Schema of(Schema schema) {
        boolean isArray = schema.type() == Schema.Type.ARRAY;
        return new ConnectSchema(
                schema.type(),
                true,
                null,
                schema.name(),
                schema.version(),
                schema.doc(),
                schema.parameters(),
                schema.type() == Schema.Type.STRUCT ? schema.fields() : null,
                null,
                isArray ? schema.valueSchema() : null);
    }
}
