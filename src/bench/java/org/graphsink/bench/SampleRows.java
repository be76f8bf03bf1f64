package org.graphsink.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Rows of orders, as they are or as Debezium writes what happened to them.
 *
 * @param schemas whether they are structs; else they are maps
 * @param customers how many the foreign keys name
 */
record SampleRows(boolean schemas, long customers) {

    static final String TOPIC = "orders";

    private static final Schema ROW = SchemaBuilder.struct()
            .name("shop.orders.Value")
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("name", Schema.OPTIONAL_STRING_SCHEMA)
            .field("total", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("quantity", Schema.OPTIONAL_INT32_SCHEMA)
            .field("paid", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .field("customer", Schema.OPTIONAL_INT64_SCHEMA)
            .build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .name("io.debezium.connector.postgresql.Source")
            .field("connector", Schema.STRING_SCHEMA)
            .build();
    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("shop.orders.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();
    private static final Schema KEY = SchemaBuilder.struct()
            .name("shop.orders.Key")
            .field("id", Schema.INT64_SCHEMA)
            .build();

    /** Their ids count up from the first, as in the following. */
    List<SinkRecord> plain(long first, int count) {
        return records(first, count, ROW, id -> row(id, "order"));
    }

    List<SinkRecord> created(long first, int count) {
        return records(first, count, ENVELOPE, id -> envelope("c", null, row(id, "order")));
    }

    /** Their foreign key stays. */
    List<SinkRecord> changed(long first, int count) {
        return records(first, count, ENVELOPE, id -> envelope("u", row(id, "order"), row(id, "changed order")));
    }

    private List<SinkRecord> records(long first, int count, Schema schema, LongFunction<Object> value) {
        return LongStream.range(first, first + count)
                .mapToObj(id -> new SinkRecord(
                        TOPIC,
                        0,
                        schemas ? KEY : null,
                        data(KEY, "id", id),
                        schemas ? schema : null,
                        value.apply(id),
                        id))
                .toList();
    }

    private Object row(long id, String name) {
        return data(
                ROW,
                "id",
                id,
                "name",
                name + " " + id,
                "total",
                id / 7.0,
                "quantity",
                schemas ? (Object) (int) (id % 11) : id % 11,
                "paid",
                id % 2 == 0,
                "customer",
                customer(id, customers));
    }

    static long customer(long id, long customers) {
        return Math.floorMod(id * 0x9E3779B97F4A7C15L, customers);
    }

    private Object envelope(String operation, Object before, Object after) {
        return data(
                ENVELOPE,
                "before",
                before,
                "after",
                after,
                "source",
                data(SOURCE, "connector", "postgresql"),
                "op",
                operation);
    }

    private Object data(Schema schema, Object... namesAndValues) {
        if (schemas) {
            var struct = new Struct(schema);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                struct.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return struct;
        }
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
