package org.graphsink.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.graphsink.tables.ShopVariant.Database;

/** The tables of a shop, and the graph that they become. */
record ShopSchema(ShopVariant variant) {

    /** What is {@code LARGE} may be stored out of line. */
    private static final Map<String, String> TABLES = tables();

    private static final List<ForeignKey> FOREIGN_KEYS = List.of(
            new ForeignKey("scores", "customer_id", "customers", "id", true),
            new ForeignKey("badges", "customer_id", "customers", "id", true),
            new ForeignKey("orders", "customer_id", "customers", "id", true),
            new ForeignKey("orders", "recipient_id", "customers", "id", false),
            new ForeignKey("order_items", "order_id", "orders", "id", true),
            new ForeignKey("order_items", "product_id", "products", "id", true),
            new ForeignKey("order_items", "product_sku", "products", "sku", true),
            new ForeignKey("favourites", "customer_id", "customers", "id", true),
            new ForeignKey("favourites", "product_id", "products", "id", true),
            new ForeignKey("favourites", "product_sku", "products", "sku", true),
            new ForeignKey("reviews", "customer_id", "customers", "id", true),
            new ForeignKey("reviews", "product_id", "products", "id", true),
            new ForeignKey("reviews", "product_sku", "products", "sku", true),
            new ForeignKey("employees", "manager_id", "employees", "id", false));

    /**
     * A column that follows the key of another table, by {@code ON UPDATE CASCADE}.
     *
     * @param deletes whether a row goes with the other; else it refers to none then
     */
    private record ForeignKey(String table, String column, String parent, String key, boolean deletes) {

        String constraint() {
            return "ALTER TABLE " + table + " ADD FOREIGN KEY (" + column + ") REFERENCES " + parent + " (" + key
                    + ") ON UPDATE CASCADE ON DELETE " + (deletes ? "CASCADE" : "SET NULL");
        }

        /** What foreign keys of MariaDB change is not in its binary log; what triggers change is. */
        List<String> triggers() {
            String where = " WHERE " + column + " = OLD." + key;
            return List.of(
                    "CREATE TRIGGER " + table + "_" + column + "_update AFTER UPDATE ON " + parent
                            + " FOR EACH ROW UPDATE " + table + " SET " + column + " = NEW." + key + where
                            + " AND NEW." + key + " <> OLD." + key,
                    "CREATE TRIGGER " + table + "_" + column + "_delete AFTER DELETE ON " + parent + " FOR EACH ROW "
                            + (deletes ? "DELETE FROM " + table : "UPDATE " + table + " SET " + column + " = NULL")
                            + where);
        }
    }

    /** The tables' schema, and the prefix of their topics. */
    String name() {
        return "shop_" + variant.name().toLowerCase(Locale.ROOT);
    }

    void create(Connection database) throws SQLException {
        var sql = new ArrayList<String>();
        boolean postgres = variant.database() == Database.POSTGRES;
        if (postgres) {
            sql.add("CREATE EXTENSION IF NOT EXISTS hstore");
        }
        sql.add("CREATE SCHEMA " + name());
        sql.add(postgres ? "SET search_path TO " + name() + ", public" : "USE " + name());
        TABLES.forEach((table, columns) -> sql.add("CREATE TABLE " + table + " (" + typed(columns) + ")"));
        if (postgres) {
            FOREIGN_KEYS.forEach(key -> sql.add(key.constraint()));
            TABLES.keySet()
                    .forEach(table ->
                            sql.add("ALTER TABLE " + table + " REPLICA IDENTITY " + variant.replicaIdentity()));
        } else {
            FOREIGN_KEYS.stream()
                    // A trigger cannot change its own table: ShopRows does it.
                    .filter(key -> !key.table().equals(key.parent()))
                    .forEach(key -> sql.addAll(key.triggers()));
        }
        try (var statement = database.createStatement()) {
            for (String line : sql) {
                statement.execute(line);
            }
        }
    }

    private String typed(String columns) {
        boolean postgres = variant.database() == Database.POSTGRES;
        return columns.replace("LARGE", postgres ? "text" : "mediumtext")
                .replace("MAP", postgres ? "hstore" : "json")
                .replace("MOMENT", postgres ? "timestamptz" : "timestamp(6)");
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put(
                "customers",
                "id int PRIMARY KEY, name varchar(40) NOT NULL, email varchar(40) UNIQUE, note LARGE, attrs MAP");
        tables.put("scores", "customer_id int PRIMARY KEY, score int NOT NULL");
        tables.put("badges", "id int PRIMARY KEY, customer_id int UNIQUE, badge varchar(40), remark LARGE");
        tables.put(
                "products",
                "id int PRIMARY KEY, sku varchar(40) NOT NULL UNIQUE, name varchar(40) NOT NULL,"
                        + " price numeric(10,2) NOT NULL, manual LARGE");
        tables.put(
                "orders",
                "id int PRIMARY KEY, customer_id int, recipient_id int, status varchar(40) NOT NULL DEFAULT 'new',"
                        + " placed_at MOMENT NOT NULL, terms LARGE");
        tables.put(
                "order_items",
                "order_id int, line int, product_id int NOT NULL, product_sku varchar(40) NOT NULL,"
                        + " quantity int NOT NULL, wishes LARGE, PRIMARY KEY (order_id, line)");
        tables.put(
                "favourites",
                "customer_id int, product_id int, product_sku varchar(40) NOT NULL, since date, reasons LARGE,"
                        + " PRIMARY KEY (customer_id, product_id)");
        tables.put(
                "reviews",
                "id int PRIMARY KEY, customer_id int NOT NULL, product_id int NOT NULL,"
                        + " product_sku varchar(40) NOT NULL, rating int, words LARGE");
        tables.put(
                "employees",
                "id int PRIMARY KEY, name varchar(40) NOT NULL, department varchar(40), manager_id int, resume LARGE");
        tables.put("members", "id int PRIMARY KEY, nick varchar(40), bio LARGE");
        tables.put("last_change", "id int PRIMARY KEY");
        return tables;
    }

    /**
     * The patterns by topic. Products go by their sku where before images tell what it was.
     */
    Map<String, String> patterns() {
        boolean bySku = variant.hasBefore();
        String product = bySku ? "(:Product {!sku: product_sku})" : "(:Product {!id: product_id})";
        boolean typed = variant.hasSchemas();
        var patterns = new LinkedHashMap<String, String>();
        patterns.put("customers", "(:Customer {!id, *})");
        patterns.put("scores", "(:Customer {!id: customer_id, score})");
        patterns.put("products", bySku ? "(:Product {!sku, *})" : "(:Product {!id, *})");
        patterns.put(
                "orders",
                "(:Order {!id, status, placedAt: " + (typed ? "placed_at" : "datetime(placed_at)") + ", terms});"
                        + "(:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id});"
                        + "(:Order {!id})-[:SENT_TO]->(:Customer {!id: recipient_id})");
        patterns.put("order_items", "(:Order {!id: order_id})-[:CONTAINS {!line, quantity, wishes}]->" + product);
        // A product's sku may change, and then the record key is what the relationship is found by.
        patterns.put(
                "favourites",
                "(:Customer {!id: customer_id})-[:LIKES {" + (bySku ? "!product: product_id, " : "") + "since"
                        + (typed ? "" : ": date(since)") + ", reasons}]->" + product);
        patterns.put("reviews", "(:Customer {!id: customer_id})-[:REVIEWED {!id, rating, words}]->" + product);
        patterns.put("employees", """
                (:Employee {!id, name, resume});
                (:Employee {!id})-[:REPORTS_TO]->(:Employee {!id: manager_id});
                (:Employee {!id})-[:WORKS_IN]->(:Department {!name: department})""");
        patterns.put("members", """
                (:Member {!id, nick});
                (:Profile {!member: id, bio});
                (:Member {!id})-[:HAS]->(:Profile {!member: id})""");
        var byTopic = new LinkedHashMap<String, String>();
        patterns.forEach((table, pattern) -> byTopic.put(topic(table), pattern));
        return byTopic;
    }

    String topic(String table) {
        return name() + "." + name() + "." + table;
    }

    /**
     * How many partitions a table's topic has. Badges are handed on: what one takes from a customer and another brings
     * has an order only where both are in one partition.
     */
    int partitions(String topic) {
        return topic.equals(topic("badges")) ? 1 : 3;
    }

    Set<String> topics() {
        var topics = new java.util.LinkedHashSet<>(patterns().keySet());
        topics.add(topic("last_change"));
        return topics;
    }
}
