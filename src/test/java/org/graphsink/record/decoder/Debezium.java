package org.graphsink.record.decoder;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Records as Debezium's PostgreSQL connector makes them. */
final class Debezium {

    static final Schema KEY = SchemaBuilder.struct()
            .name("shop.public.customers.Key")
            .field("id", Schema.INT32_SCHEMA)
            .build();
    static final Schema ROW = SchemaBuilder.struct()
            .name("shop.public.customers.Value")
            .field("id", Schema.INT32_SCHEMA)
            .field("name", Schema.OPTIONAL_STRING_SCHEMA)
            .optional()
            .build();
    static final Schema SOURCE = SchemaBuilder.struct()
            .name("io.debezium.connector.postgresql.Source")
            .field("connector", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .build();
    static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("shop.public.customers.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
            .build();

    private Debezium() {}

    static Struct key(int id) {
        return new Struct(KEY).put("id", id);
    }

    static Struct row(int id, String name) {
        return new Struct(ROW).put("id", id).put("name", name);
    }

    static Struct envelope(String op, Struct before, Struct after) {
        return new Struct(ENVELOPE)
                .put("before", before)
                .put("after", after)
                .put("source", source())
                .put("op", op)
                .put("ts_ms", 1L);
    }

    static Struct source() {
        return new Struct(SOURCE).put("connector", "postgresql").put("table", "customers");
    }

    static Struct flattened(Schema deletedSchema, Object deleted, String op) {
        var schema = SchemaBuilder.struct()
                .name("shop.public.customers.Value")
                .field("id", Schema.INT32_SCHEMA)
                .field("name", Schema.OPTIONAL_STRING_SCHEMA)
                .field("__deleted", deletedSchema)
                .field("__op", Schema.OPTIONAL_STRING_SCHEMA)
                .field("__source_ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
        return new Struct(schema)
                .put("id", 1)
                .put("name", "Ada")
                .put("__deleted", deleted)
                .put("__op", op)
                .put("__source_ts_ms", 5L);
    }
}
