package org.graphsink.tables;

import java.sql.SQLException;
import java.util.List;

/** Rows that come, go, and change what is not their key. */
final class ShopRows {

    /** Those whose rows have a number for a key. A table comes after those to which it refers. */
    static final List<String> TABLES =
            List.of("customers", "products", "orders", "reviews", "employees", "members", "badges");

    private final ShopSql sql;

    ShopRows(ShopSql sql) {
        this.sql = sql;
    }

    /** Each is as likely as any other. */
    List<ShopChange> changes() {
        return List.of(
                () -> insert("customers", sql.key()),
                () -> insert("customers", sql.key()),
                () -> insert("products", sql.key()),
                () -> insert("products", sql.key()),
                () -> insert("orders", sql.key()),
                () -> insert("orders", sql.key()),
                () -> insert("orders", sql.key()),
                () -> insert("reviews", sql.key()),
                () -> insert("reviews", sql.key()),
                () -> insert("employees", sql.key()),
                () -> insert("employees", sql.key()),
                () -> insert("members", sql.key()),
                () -> insert("badges", sql.key()),
                this::newScore,
                this::newScore,
                this::newItem,
                this::newItem,
                this::newItem,
                this::newItem,
                this::newFavourite,
                this::newFavourite,
                () -> update("customers", "name = ?", sql.text()),
                () -> update("customers", "email = ?", sql.maybe(sql.text())),
                () -> update("customers", "note = ?", sql.large()),
                // "A property that the row lost (an entry of a map column) goes."
                () -> update("customers", "attrs = " + sql.mapParameter(), sql.map()),
                () -> update("customers", "attrs = " + sql.mapParameter(), sql.map()),
                () -> update("products", "price = CAST(? AS decimal(10,2))", sql.price()),
                () -> update("products", "manual = ?", sql.large()),
                () -> update("orders", "status = ?", sql.text()),
                () -> update("reviews", "rating = ?", sql.maybe(sql.id(5))),
                () -> update("reviews", "words = ?", sql.described()),
                () -> update("members", "nick = ?", sql.maybe(sql.text())),
                () -> update("members", "bio = ?", sql.large()),
                // "Each owns the properties that it writes", with a key of its own or the other's.
                () -> update("badges", "badge = ?", sql.maybe(sql.text())),
                () -> update("badges", "remark = ?", sql.large()),
                () -> sql.run("UPDATE scores SET score = ? WHERE customer_id = ?", sql.id(9), sql.some("customers")),
                () -> sql.run("UPDATE order_items SET quantity = ? WHERE order_id = ?", sql.id(9), sql.some("orders")),
                () -> sql.run(
                        "UPDATE order_items SET wishes = ? WHERE order_id = ?", sql.described(), sql.some("orders")),
                () -> sql.run(
                        "UPDATE favourites SET since = CAST(? AS date) WHERE customer_id = ?",
                        sql.day(),
                        sql.some("customers")),
                () -> sql.run(
                        "UPDATE favourites SET reasons = ? WHERE customer_id = ?",
                        sql.described(),
                        sql.some("customers")),
                // "A delete removes what the row produced", with those who refer to it by cascades, in any order of
                // topics.
                () -> delete("customers"),
                () -> delete("products"),
                () -> delete("orders"),
                () -> delete("reviews"),
                () -> delete("employees"),
                () -> delete("members"),
                () -> delete("badges"),
                () -> sql.run("DELETE FROM scores WHERE customer_id = ?", sql.some("customers")),
                () -> sql.run("DELETE FROM order_items WHERE order_id = ? AND line = ?", sql.some("orders"), sql.id(3)),
                () -> sql.run("DELETE FROM favourites WHERE customer_id = ?", sql.some("customers")));
    }

    /** A row with that key. */
    int insert(String table, int id) throws SQLException {
        return switch (table) {
            case "customers" ->
                sql.run(
                        "INSERT INTO customers VALUES (?, ?, ?, ?, " + sql.mapParameter() + ")",
                        id,
                        sql.text(),
                        sql.maybe(sql.text()),
                        sql.large(),
                        sql.map());
            case "badges" ->
                sql.run(
                        "INSERT INTO badges SELECT CAST(? AS decimal(9)), id, ?, ? FROM customers WHERE id = ?",
                        id,
                        sql.text(),
                        sql.large(),
                        sql.some("customers"));
            case "products" ->
                sql.run(
                        "INSERT INTO products VALUES (?, ?, ?, CAST(? AS decimal(10,2)), ?)",
                        id,
                        sql.sku(),
                        sql.text(),
                        sql.price(),
                        sql.large());
            case "orders" ->
                sql.run(
                        "INSERT INTO orders VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP(6), ?)",
                        id,
                        sql.some("customers"),
                        sql.some("customers"),
                        sql.text(),
                        sql.large());
            case "reviews" ->
                sql.run(
                        "INSERT INTO reviews SELECT CAST(? AS decimal(9)), c.id, p.id, p.sku, CAST(? AS decimal(9)), ?"
                                + " FROM customers c, products p WHERE c.id = ? AND p.id = ?",
                        id,
                        sql.maybe(sql.id(5)),
                        sql.described(),
                        sql.some("customers"),
                        sql.some("products"));
            case "employees" ->
                sql.run(
                        "INSERT INTO employees VALUES (?, ?, ?, ?, ?)",
                        id,
                        sql.text(),
                        sql.maybe(sql.department()),
                        sql.some("employees"),
                        sql.large());
            case "members" -> sql.run("INSERT INTO members VALUES (?, ?, ?)", id, sql.text(), sql.large());
            default -> throw new IllegalArgumentException(table);
        };
    }

    private int update(String table, String assignment, Object value) throws SQLException {
        return sql.run("UPDATE " + table + " SET " + assignment + " WHERE id = ?", value, sql.some(table));
    }

    private int delete(String table) throws SQLException {
        return delete(table, sql.some(table));
    }

    int delete(String table, Integer id) throws SQLException {
        int deleted = sql.run("DELETE FROM " + table + " WHERE id = ?", id);
        if (table.equals("employees")) {
            // MariaDB has no foreign key here; in PostgreSQL it has done so.
            sql.run("UPDATE employees SET manager_id = NULL WHERE manager_id = ?", id);
        }
        return deleted;
    }

    private int newScore() throws SQLException {
        return sql.run(
                "INSERT INTO scores SELECT id, CAST(? AS decimal(9)) FROM customers WHERE id = ?",
                sql.id(9),
                sql.some("customers"));
    }

    private int newItem() throws SQLException {
        return sql.run(
                "INSERT INTO order_items SELECT o.id, CAST(? AS decimal(9)), p.id, p.sku, CAST(? AS decimal(9)), ?"
                        + " FROM orders o, products p WHERE o.id = ? AND p.id = ?",
                sql.id(3),
                sql.id(9),
                sql.described(),
                sql.some("orders"),
                sql.some("products"));
    }

    private int newFavourite() throws SQLException {
        return sql.run(
                "INSERT INTO favourites SELECT c.id, p.id, p.sku, CAST(? AS date), ?"
                        + " FROM customers c, products p WHERE c.id = ? AND p.id = ?",
                sql.maybe(sql.day()),
                sql.described(),
                sql.some("customers"),
                sql.some("products"));
    }
}
