package org.graphsink.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;

/**
 * Asks the tables in SQL and the graph in Cypher for the same lines, one per row or node or relationship. It knows what
 * the graph of the shop should be, and nothing of the patterns.
 */
final class ShopComparison {

    private static final int LONG = 60;

    private record Question(String sql, String cypher) {}

    private final Connection database;
    private final Driver driver;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /** @param database its search path leads to the shop's tables */
    ShopComparison(Connection database, Driver driver, ShopSchema shop) {
        this.database = database;
        this.driver = driver;
        boolean before = shop.variant().hasBefore();
        String product = before ? "sku" : "id";
        String attributes = shop.variant().hasMaps()
                ? "[k IN keys(n) WHERE k STARTS WITH 'attrs.' | substring(k, 6) + '=' + n[k]]"
                : "n.attrs";
        ask(
                "customers",
                "SELECT id, name, email, note, attrs FROM customers",
                "MATCH (n:Customer) RETURN [n.id, n.name, n.email, n.note, " + attributes + "]");
        ask(
                "scores",
                "SELECT customer_id, score FROM scores",
                "MATCH (n:Customer) WHERE n.score IS NOT NULL RETURN [n.id, n.score]");
        ask(
                "products",
                "SELECT id, sku, name, price, manual FROM products",
                "MATCH (n:Product) RETURN [n.id, n.sku, n.name, n.price, n.manual]");
        ask(
                "orders",
                "SELECT id, status, placed_at, terms FROM orders",
                "MATCH (n:Order) RETURN [n.id, n.status, n.placedAt, n.terms]");
        ask(
                "employees",
                "SELECT id, name, resume FROM employees",
                "MATCH (n:Employee) RETURN [n.id, n.name, n.resume]");
        ask(
                "members",
                "SELECT id, nick, id, bio FROM members",
                "MATCH (n:Member)-[:HAS]->(p:Profile) RETURN [n.id, n.nick, p.member, p.bio]");
        ask(
                "members and profiles",
                "SELECT count(*), count(*), count(*) FROM members",
                "RETURN [COUNT { (:Member) }, COUNT { (:Profile) }, COUNT { ()-[:HAS]->() }]");
        ask(
                "orders of customers",
                "SELECT id, customer_id FROM orders WHERE customer_id IS NOT NULL",
                "MATCH (a:Order)-[:PLACED_BY]->(b:Customer) RETURN [a.id, b.id]");
        ask(
                "orders to recipients",
                "SELECT id, recipient_id FROM orders WHERE recipient_id IS NOT NULL",
                "MATCH (a:Order)-[:SENT_TO]->(b:Customer) RETURN [a.id, b.id]");
        ask(
                "items",
                "SELECT order_id, line, quantity, wishes, product_" + product + " FROM order_items",
                "MATCH (a:Order)-[r:CONTAINS]->(b:Product) RETURN [a.id, r.line, r.quantity, r.wishes, b." + product
                        + "]");
        ask(
                "favourites",
                "SELECT customer_id, since, reasons, product_" + product + " FROM favourites",
                "MATCH (a:Customer)-[r:LIKES]->(b:Product) RETURN [a.id, r.since, r.reasons, b." + product + "]");
        ask(
                "reviews",
                "SELECT customer_id, id, rating, words, product_" + product + " FROM reviews",
                "MATCH (a:Customer)-[r:REVIEWED]->(b:Product) RETURN [a.id, r.id, r.rating, r.words, b." + product
                        + "]");
        ask(
                "managers",
                "SELECT id, manager_id FROM employees WHERE manager_id IS NOT NULL",
                "MATCH (a:Employee)-[:REPORTS_TO]->(b:Employee) RETURN [a.id, b.id]");
        ask(
                "departments of employees",
                "SELECT id, department FROM employees WHERE department IS NOT NULL",
                "MATCH (a:Employee)-[:WORKS_IN]->(b:Department) RETURN [a.id, b.name]");
        ask("relationships", """
                SELECT count(customer_id) + count(recipient_id) + (SELECT count(*) FROM order_items)
                    + (SELECT count(*) FROM favourites) + (SELECT count(*) FROM reviews)
                    + (SELECT count(*) FROM members)
                    + (SELECT count(manager_id) + count(department) FROM employees)
                FROM orders""", "MATCH ()-[r]->() RETURN [count(r)]");
        ask("other nodes", "SELECT 'none' FROM last_change WHERE 1 = 0", """
                MATCH (n) WITH n, [l IN labels(n) WHERE NOT l STARTS WITH '__Row' AND l <> '__Shared'] AS names
                WHERE size(names) <> 1 OR NOT names[0] IN ['Customer', 'Product', 'Order', 'Employee', 'Member',
                    'Profile', 'Department', '__KafkaOffset', '__GraphsinkSchema']
                    OR (n:Department AND NOT n.name =~ 'Department [1-4]')
                RETURN [names[0], n.id]""");
        ask("other properties", "SELECT 'none' FROM last_change WHERE 1 = 0", """
                MATCH (n) UNWIND CASE
                    WHEN n:Customer THEN [k IN keys(n) WHERE NOT k STARTS WITH 'attrs'
                        AND NOT k IN ['id', 'name', 'email', 'note', 'score', 'badge', 'remark']]
                    WHEN n:Order THEN [k IN keys(n) WHERE NOT k IN ['id', 'status', 'placedAt', 'terms']]
                    WHEN n:Employee THEN [k IN keys(n) WHERE NOT k IN ['id', 'name', 'resume']]
                    WHEN n:Department THEN [k IN keys(n) WHERE k <> 'name']
                    ELSE [] END AS other
                RETURN [labels(n)[0], n.id, other]""");
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
                var line = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    line.add(result.getObject(i));
                }
                lines.add(line(line));
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private List<String> graph(String cypher) {
        var lines = new ArrayList<String>();
        for (var row : driver.executableQuery(cypher).execute().records()) {
            lines.add(line(row.get(0).asList(value -> value.isNull() ? null : value.asObject())));
        }
        Collections.sort(lines);
        return lines;
    }

    private static String line(List<?> values) {
        return values.stream().map(ShopComparison::text).collect(Collectors.joining("|"));
    }

    /** The same for what JDBC and Neo4j's driver have for one value. */
    private static String text(Object value) {
        if (value == null) {
            return "-";
        } else if (value instanceof Timestamp moment) {
            return text(moment.toInstant().atZone(java.time.ZoneOffset.UTC));
        } else if (value instanceof ZonedDateTime moment) {
            return moment.toEpochSecond() + "s" + moment.get(ChronoField.MICRO_OF_SECOND);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Map<?, ?> map) {
            return text(map.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList());
        } else if (value instanceof Collection<?> entries) {
            return entries.isEmpty()
                    ? "-"
                    : entries.stream().map(ShopComparison::text).sorted().collect(Collectors.joining(",", "{", "}"));
        }
        var text = value.toString();
        return text.length() < LONG
                ? text
                : text.substring(0, 10) + "…" + text.length() + "#" + Integer.toHexString(text.hashCode());
    }
}
