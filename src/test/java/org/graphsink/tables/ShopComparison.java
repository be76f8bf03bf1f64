package org.graphsink.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;

/**
 * Asks the tables in SQL and the graph in Cypher for the same lines, one per row or node or relationship. It knows what
 * the graph of the shop should be, and nothing of the patterns.
 */
final class ShopComparison {

    private record Question(String sql, String cypher) {}

    private final Connection database;
    private final Driver driver;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /** @param database its search path leads to the shop's tables */
    ShopComparison(Connection database, Driver driver, ShopSchema shop) {
        this.database = database;
        this.driver = driver;
        String product = shop.identity() == ReplicaIdentity.FULL ? "sku" : "id";
        ask(
                "customers",
                "SELECT concat_ws('|', id, name, coalesce(email, '-'), coalesce(note, '-')) FROM customers",
                "MATCH (n:Customer) RETURN [n.id, n.name, coalesce(n.email, '-'), coalesce(n.note, '-')]");
        ask(
                "scores",
                "SELECT concat_ws('|', customer_id, score) FROM scores",
                "MATCH (n:Customer) WHERE n.score IS NOT NULL RETURN [n.id, n.score]");
        ask(
                "products",
                "SELECT concat_ws('|', id, sku, name, price) FROM products",
                "MATCH (n:Product) RETURN [n.id, n.sku, n.name, n.price]");
        ask(
                "orders",
                "SELECT concat_ws('|', id, status, (extract(epoch FROM placed_at) * 1000000)::bigint) FROM orders",
                "MATCH (n:Order) RETURN [n.id, n.status,"
                        + " n.placedAt.epochSeconds * 1000000 + n.placedAt.microsecond]");
        ask("employees", "SELECT concat_ws('|', id, name) FROM employees", "MATCH (n:Employee) RETURN [n.id, n.name]");
        ask(
                "orders of customers",
                "SELECT concat_ws('|', id, customer_id) FROM orders WHERE customer_id IS NOT NULL",
                "MATCH (a:Order)-[:PLACED_BY]->(b:Customer) RETURN [a.id, b.id]");
        ask(
                "orders to recipients",
                "SELECT concat_ws('|', id, recipient_id) FROM orders WHERE recipient_id IS NOT NULL",
                "MATCH (a:Order)-[:SENT_TO]->(b:Customer) RETURN [a.id, b.id]");
        ask(
                "items",
                "SELECT concat_ws('|', order_id, line, quantity, product_" + product + ") FROM order_items",
                "MATCH (a:Order)-[r:CONTAINS]->(b:Product) RETURN [a.id, r.line, r.quantity, b." + product + "]");
        ask(
                "favourites",
                "SELECT concat_ws('|', customer_id, coalesce(since::text, '-'), product_" + product
                        + ") FROM favourites",
                "MATCH (a:Customer)-[r:LIKES]->(b:Product)" + " RETURN [a.id, coalesce(toString(r.since), '-'), b."
                        + product + "]");
        ask(
                "reviews",
                "SELECT concat_ws('|', customer_id, id, coalesce(rating::text, '-'), product_" + product
                        + ") FROM reviews",
                "MATCH (a:Customer)-[r:REVIEWED]->(b:Product)" + " RETURN [a.id, r.id, coalesce(r.rating, '-'), b."
                        + product + "]");
        ask(
                "managers",
                "SELECT concat_ws('|', id, manager_id) FROM employees WHERE manager_id IS NOT NULL",
                "MATCH (a:Employee)-[:REPORTS_TO]->(b:Employee) RETURN [a.id, b.id]");
        ask(
                "departments of employees",
                "SELECT concat_ws('|', id, department) FROM employees WHERE department IS NOT NULL",
                "MATCH (a:Employee)-[:WORKS_IN]->(b:Department) RETURN [a.id, b.name]");
        ask("relationships", """
                SELECT count(customer_id) + count(recipient_id) + (SELECT count(*) FROM order_items)
                    + (SELECT count(*) FROM favourites) + (SELECT count(*) FROM reviews)
                    + (SELECT count(manager_id) + count(department) FROM employees)
                FROM orders""", "MATCH ()-[r]->() RETURN [count(r)]");
        ask(
                "other nodes",
                "SELECT 'none' WHERE false",
                "MATCH (n) WHERE size(labels(n)) <> 1 OR none(label IN labels(n) WHERE label IN"
                        + " ['Customer', 'Product', 'Order', 'Employee', 'Department', '__KafkaOffset', '__GraphsinkSchema'])"
                        + " OR (n:Department AND NOT n.name =~ 'Department [1-4]') RETURN [labels(n)[0]]");
    }

    /** What differs, as lines; empty where rows and graph agree. */
    List<String> differences() throws SQLException {
        var differences = new ArrayList<String>();
        for (var entry : questions.entrySet()) {
            var rows = rows(entry.getValue().sql());
            var graph = graph(entry.getValue().cypher());
            if (!rows.equals(graph)) {
                var missing = new ArrayList<>(rows);
                graph.forEach(missing::remove);
                var extra = new ArrayList<>(graph);
                rows.forEach(extra::remove);
                missing.forEach(line -> differences.add(entry.getKey() + ": missing in the graph: " + line));
                extra.forEach(line -> differences.add(entry.getKey() + ": only in the graph: " + line));
            }
        }
        return differences;
    }

    /** How many rows each question compares. */
    Map<String, Integer> sizes() throws SQLException {
        var sizes = new LinkedHashMap<String, Integer>();
        for (var entry : questions.entrySet()) {
            sizes.put(entry.getKey(), rows(entry.getValue().sql()).size());
        }
        return sizes;
    }

    private void ask(String what, String sql, String cypher) {
        questions.put(what, new Question(sql, cypher));
    }

    private List<String> rows(String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                lines.add(result.getString(1));
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private List<String> graph(String cypher) {
        var lines = new ArrayList<String>();
        for (var row : driver.executableQuery(cypher).execute().records()) {
            lines.add(String.join(
                    "|",
                    row.get(0)
                            .asList(value ->
                                    value.isNull() ? "null" : value.asObject().toString())));
        }
        Collections.sort(lines);
        return lines;
    }
}
