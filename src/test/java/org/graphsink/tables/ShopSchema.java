package org.graphsink.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a shop, and the graph that they become. */
record ShopSchema(ReplicaIdentity identity) {

    static final List<String> TABLES = List.of(
            "customers",
            "scores",
            "products",
            "orders",
            "order_items",
            "favourites",
            "reviews",
            "employees",
            "last_change");

    /** The tables' schema, and the prefix of their topics. */
    String name() {
        return "shop_" + identity.name().toLowerCase(Locale.ROOT);
    }

    void create(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("CREATE SCHEMA " + name());
            statement.execute("SET search_path TO " + name());
            statement.execute("""
                    CREATE TABLE customers (
                        id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, note text);
                    CREATE TABLE scores (
                        customer_id int PRIMARY KEY REFERENCES customers ON DELETE CASCADE ON UPDATE CASCADE,
                        score int NOT NULL);
                    CREATE TABLE products (
                        id int PRIMARY KEY, sku text NOT NULL UNIQUE, name text NOT NULL, price numeric(10,2) NOT NULL);
                    CREATE TABLE orders (
                        id int PRIMARY KEY,
                        customer_id int REFERENCES customers ON DELETE CASCADE ON UPDATE CASCADE,
                        recipient_id int REFERENCES customers ON DELETE SET NULL ON UPDATE CASCADE,
                        status text NOT NULL DEFAULT 'new', placed_at timestamptz NOT NULL);
                    CREATE TABLE order_items (
                        order_id int REFERENCES orders ON DELETE CASCADE ON UPDATE CASCADE, line int,
                        product_id int NOT NULL REFERENCES products ON DELETE CASCADE ON UPDATE CASCADE,
                        product_sku text NOT NULL REFERENCES products (sku) ON DELETE CASCADE ON UPDATE CASCADE,
                        quantity int NOT NULL, PRIMARY KEY (order_id, line));
                    CREATE TABLE favourites (
                        customer_id int REFERENCES customers ON DELETE CASCADE ON UPDATE CASCADE,
                        product_id int REFERENCES products ON DELETE CASCADE ON UPDATE CASCADE,
                        product_sku text NOT NULL REFERENCES products (sku) ON DELETE CASCADE ON UPDATE CASCADE,
                        since date, PRIMARY KEY (customer_id, product_id));
                    CREATE TABLE reviews (
                        id int PRIMARY KEY,
                        customer_id int NOT NULL REFERENCES customers ON DELETE CASCADE ON UPDATE CASCADE,
                        product_id int NOT NULL REFERENCES products ON DELETE CASCADE ON UPDATE CASCADE,
                        product_sku text NOT NULL REFERENCES products (sku) ON DELETE CASCADE ON UPDATE CASCADE,
                        rating int);
                    CREATE TABLE employees (
                        id int PRIMARY KEY, name text NOT NULL, department text,
                        manager_id int REFERENCES employees ON DELETE SET NULL ON UPDATE CASCADE);
                    CREATE TABLE last_change (id int PRIMARY KEY)""");
            for (String table : TABLES) {
                statement.execute("ALTER TABLE " + table + " REPLICA IDENTITY " + identity);
            }
        }
    }

    /** The patterns by topic. Products go by their sku where before images tell what it was. */
    Map<String, String> patterns() {
        boolean bySku = identity == ReplicaIdentity.FULL;
        String product = bySku ? "(:Product {!sku: product_sku})" : "(:Product {!id: product_id})";
        var patterns = new LinkedHashMap<String, String>();
        patterns.put("customers", "(:Customer {!id, *})");
        patterns.put("scores", "(:Customer {!id: customer_id, score})");
        patterns.put("products", bySku ? "(:Product {!sku, *})" : "(:Product {!id, *})");
        patterns.put("orders", """
                (:Order {!id, status, placedAt: placed_at});
                (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id});
                (:Order {!id})-[:SENT_TO]->(:Customer {!id: recipient_id})""");
        patterns.put("order_items", "(:Order {!id: order_id})-[:CONTAINS {!line, quantity}]->" + product);
        // A product's sku may change, and then the record key is what the relationship is found by.
        patterns.put(
                "favourites",
                "(:Customer {!id: customer_id})-[:LIKES {" + (bySku ? "!product: product_id, " : "") + "since}]->"
                        + product);
        patterns.put("reviews", "(:Customer {!id: customer_id})-[:REVIEWED {!id, rating}]->" + product);
        patterns.put("employees", """
                (:Employee {!id, name});
                (:Employee {!id})-[:REPORTS_TO]->(:Employee {!id: manager_id});
                (:Employee {!id})-[:WORKS_IN]->(:Department {!name: department})""");
        var byTopic = new LinkedHashMap<String, String>();
        patterns.forEach((table, pattern) -> byTopic.put(topic(table), pattern));
        return byTopic;
    }

    String topic(String table) {
        return name() + "." + name() + "." + table;
    }
}
