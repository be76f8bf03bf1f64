package org.graphsink.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Rows of one poll; ids count up over all polls, a tenth as many customers as there are rows in all. */
    static List<SinkRecord> records(long first, int count, long customers) {
        return new SampleRows(true, customers).created(first, count);
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
            add(columns, "customer", SampleRows.customer(id, customers));
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
