package org.graphsink.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole shop: all that the tables say is in the graph, and nothing else. Cities and categories are shared by rows, and
 * stay when the last of them has gone.
 */
final class DemoComparison {

    private static final List<QueryComparison> ALL = List.of(
            new QueryComparison(
                    "customers = (:Customer)",
                    "SELECT id, name, email, address -> 'street', address -> 'city' FROM customers",
                    "MATCH (c:Customer) RETURN c.id, c.name, c.email, c.`address.street`, c.`address.city`"),
            new QueryComparison(
                    "customers.address = [:LIVES_IN]",
                    "SELECT id, address -> 'city' FROM customers",
                    "MATCH (c)-[:LIVES_IN]->(city:City) RETURN c.id, city.name"),
            new QueryComparison(
                    "products = (:Product)",
                    "SELECT sku, name, price FROM products",
                    "MATCH (p:Product) RETURN p.sku, p.name, p.price"),
            new QueryComparison(
                    "products.category = [:IN_CATEGORY]",
                    "SELECT sku, category FROM products",
                    "MATCH (p)-[:IN_CATEGORY]->(c:Category) RETURN p.sku, c.name"),
            new QueryComparison(
                    "orders = (:Order)",
                    "SELECT id, status, extract(epoch FROM placed_at) FROM orders",
                    "MATCH (o:Order) RETURN o.id, o.status, o.placedAt.epochSeconds"),
            new QueryComparison(
                    "orders.customer_id = [:PLACED_BY]",
                    "SELECT id, customer_id FROM orders",
                    "MATCH (o)-[:PLACED_BY]->(c:Customer) RETURN o.id, c.id"),
            new QueryComparison(
                    "order_items = [:CONTAINS]",
                    "SELECT id, order_id, product_sku, quantity FROM order_items",
                    "MATCH (o:Order)-[i:CONTAINS]->(p:Product) RETURN i.id, o.id, p.sku, i.quantity"),
            new QueryComparison(
                    "documents = (:Document)",
                    "SELECT id, ARRAY[kind], title, body, embedding FROM documents",
                    "MATCH (d:Document) RETURN d.id, [l IN labels(d) WHERE l <> 'Document'], d.title, d.body, d.embedding"),
            new QueryComparison(
                    "documents.product_sku = [:ABOUT]",
                    "SELECT id, product_sku FROM documents",
                    "MATCH (d)-[:ABOUT]->(p:Product) RETURN d.id, p.sku"),
            new QueryComparison(
                    "other nodes",
                    "SELECT 1 WHERE false",
                    "MATCH (n:!Customer&!City&!Product&!Category&!Order&!Document) "
                            + "WHERE none(label IN labels(n) WHERE label STARTS WITH '__') RETURN labels(n)"),
            new QueryComparison(
                    "other relationships",
                    "SELECT 1 WHERE false",
                    "MATCH (a)-[r:!LIVES_IN&!IN_CATEGORY&!PLACED_BY&!CONTAINS&!ABOUT]->(b) RETURN type(r)"));

    private final Tables tables;
    private final Graph graph;

    DemoComparison(Tables tables, Graph graph) {
        this.tables = tables;
        this.graph = graph;
    }

    /** Empty where the graph equals the tables. */
    List<String> differences() {
        var differences = new ArrayList<String>();
        for (QueryComparison comparison : ALL) {
            differences.addAll(comparison.of(tables, graph).differences());
        }
        return differences;
    }

    /**
     * A line for each comparison.
     *
     * @throws DemoException with all differences, where there are any
     */
    List<String> report() {
        var lines = new ArrayList<String>();
        var differences = new ArrayList<String>();
        for (QueryComparison comparison : ALL) {
            var result = comparison.of(tables, graph);
            differences.addAll(result.differences());
            lines.add(String.format("%3d  %s", result.rows(), comparison.what()));
        }
        if (!differences.isEmpty()) {
            throw new DemoException("The graph differs from the tables:\n" + String.join("\n", differences));
        }
        return lines;
    }
}
