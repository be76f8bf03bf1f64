package org.graphsink.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.neo4j.driver.Driver;

/**
 * The same rows twice: as Debezium records for the connector, and as what a programmer would write by hand for them.
 *
 * @param pattern the mapping of the topic
 * @param others the mappings of other topics of the connector
 * @param statements what the hand-written loop runs per poll; every one gets all columns as parameters
 */
record Workload(
        String name, String pattern, Map<String, String> others, List<String> statements, boolean relationships) {

    private static final String ORDERS = """
            UNWIND range(0, size($id) - 1) AS i
            MERGE (n:Order {id: $id[i]})
            SET n.name = $name[i], n.total = $total[i], n.quantity = $quantity[i], n.paid = $paid[i]""";

    static final Workload NODES =
            new Workload("nodes", "(:Order {!id, *, -customer})", Map.of(), List.of(ORDERS), false);

    static final Workload FOREIGN_KEYS = new Workload(
            "nodes with a foreign key",
            "(:Order {!id, *, -customer}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer})",
            Map.of(),
            List.of(ORDERS, """
                    UNWIND range(0, size($id) - 1) AS i
                    MERGE (a:Order {id: $id[i]})
                    MERGE (b:Customer {id: $customer[i]})
                    MERGE (a)-[:PLACED_BY]->(b)"""),
            true);

    static final Workload FOREIGN_KEYS_TO_ROWS = new Workload(
            "nodes with a foreign key to rows of another topic",
            FOREIGN_KEYS.pattern,
            Map.of("customers", "(:Customer {!id, *})"),
            FOREIGN_KEYS.statements,
            true);

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

    /** Rows of one poll; ids count up over all polls, a tenth as many customers as there are rows in all. */
    static List<SinkRecord> records(long first, int count, long customers) {
        var records = new ArrayList<SinkRecord>(count);
        var source = new Struct(SOURCE).put("connector", "postgresql");
        for (long id = first; id < first + count; id++) {
            var row = new Struct(ROW)
                    .put("id", id)
                    .put("name", "order " + id)
                    .put("total", id / 7.0)
                    .put("quantity", (int) (id % 11))
                    .put("paid", id % 2 == 0)
                    .put("customer", customer(id, customers));
            var envelope =
                    new Struct(ENVELOPE).put("after", row).put("source", source).put("op", "c");
            records.add(new SinkRecord("orders", 0, KEY, new Struct(KEY).put("id", id), ENVELOPE, envelope, id));
        }
        return records;
    }

    private static long customer(long id, long customers) {
        return Math.floorMod(id * 0x9E3779B97F4A7C15L, customers);
    }

    /** The rows of one poll as a programmer has them at hand. */
    static Map<String, Object> columns(long first, int count, long customers) {
        var columns = new HashMap<String, Object>();
        var names = List.of("id", "name", "total", "quantity", "paid", "customer");
        names.forEach(name -> columns.put(name, new ArrayList<>(count)));
        for (long id = first; id < first + count; id++) {
            add(columns, "id", id);
            add(columns, "name", "order " + id);
            add(columns, "total", id / 7.0);
            add(columns, "quantity", id % 11);
            add(columns, "paid", id % 2 == 0);
            add(columns, "customer", customer(id, customers));
        }
        return columns;
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> columns, String name, Object value) {
        ((List<Object>) columns.get(name)).add(value);
    }

    /** The mapping of each topic. */
    Map<String, String> topics() {
        var topics = new HashMap<>(others);
        topics.put("orders", pattern);
        return topics;
    }

    void writeByHand(Driver driver, Map<String, Object> columns) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(
                    tx -> statements.forEach(text -> tx.run(text, columns).consume()));
        }
    }
}
