package org.graphsink.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Random changes of the shop's tables, in transactions of several. The few keys there are come and go again. */
final class ShopWorkload {

    private static final int FEW = 60;

    private interface Change {
        int apply() throws SQLException;
    }

    private final Connection database;
    private final ShopSchema shop;
    private final Random random;
    private final List<Change> changes;
    private int skus;

    /** @param database its search path leads to the shop's tables */
    ShopWorkload(Connection database, ShopSchema shop, Random random) {
        this.database = database;
        this.shop = shop;
        this.random = random;
        this.changes = List.of(
                this::newCustomer,
                this::newCustomer,
                this::newScore,
                this::newScore,
                this::newProduct,
                this::newProduct,
                this::newOrder,
                this::newOrder,
                this::newOrder,
                this::newItem,
                this::newItem,
                this::newItem,
                this::newItem,
                this::newFavourite,
                this::newFavourite,
                this::newReview,
                this::newReview,
                this::newEmployee,
                this::newEmployee,
                () -> run("UPDATE customers SET name = ? WHERE id = ?", text(), some("customers")),
                () -> run("UPDATE customers SET email = ? WHERE id = ?", maybe(text()), some("customers")),
                () -> run("UPDATE customers SET note = ? WHERE id = ?", note(), some("customers")),
                () -> run("DELETE FROM customers WHERE id = ?", some("customers")),
                this::anotherCustomerId,
                () -> run("UPDATE scores SET score = ? WHERE customer_id = ?", id(9), some("customers")),
                () -> run("DELETE FROM scores WHERE customer_id = ?", some("customers")),
                () -> run("UPDATE products SET price = ?::numeric WHERE id = ?", price(), some("products")),
                () -> run("UPDATE products SET sku = ? WHERE id = ?", sku(), some("products")),
                this::anotherProductId,
                () -> run("DELETE FROM products WHERE id = ?", some("products")),
                () -> run("UPDATE orders SET status = ? WHERE id = ?", text(), some("orders")),
                () -> run("UPDATE orders SET customer_id = ? WHERE id = ?", maybe(some("customers")), some("orders")),
                () -> run("UPDATE orders SET customer_id = ? WHERE id = ?", some("customers"), some("orders")),
                () -> run("UPDATE orders SET recipient_id = ? WHERE id = ?", maybe(some("customers")), some("orders")),
                () -> run("UPDATE orders SET id = ? WHERE id = ?", key(), some("orders")),
                () -> run("DELETE FROM orders WHERE id = ?", some("orders")),
                () -> run("UPDATE order_items SET quantity = ? WHERE order_id = ?", id(9), some("orders")),
                () -> run("UPDATE order_items SET line = line + 1 WHERE order_id = ? AND line = 3", some("orders")),
                () -> run("DELETE FROM order_items WHERE order_id = ? AND line = ?", some("orders"), id(3)),
                this::anotherProductInItem,
                () -> run("UPDATE favourites SET since = ?::date WHERE customer_id = ?", day(), some("customers")),
                () -> run("DELETE FROM favourites WHERE customer_id = ?", some("customers")),
                () -> run("UPDATE reviews SET rating = ? WHERE id = ?", maybe(id(5)), some("reviews")),
                () -> run("UPDATE reviews SET customer_id = ? WHERE id = ?", some("customers"), some("reviews")),
                () -> run("UPDATE reviews SET id = ? WHERE id = ?", key(), some("reviews")),
                () -> run("DELETE FROM reviews WHERE id = ?", some("reviews")),
                () -> run(
                        "UPDATE employees SET manager_id = ? WHERE id = ?",
                        maybe(some("employees")),
                        some("employees")),
                () -> run("UPDATE employees SET department = ? WHERE id = ?", maybe(department()), some("employees")),
                () -> run("UPDATE employees SET id = ? WHERE id = ?", key(), some("employees")),
                () -> run("DELETE FROM employees WHERE id = ?", some("employees")));
    }

    /** @return how many changes were made: those that the tables allowed, without the ones that they cascade to */
    int transaction() throws SQLException {
        int made = 0;
        database.setAutoCommit(false);
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            made += attempt();
        }
        if (random.nextInt(20) == 0) {
            database.rollback();
            return 0;
        }
        database.commit();
        return made;
    }

    /** The last change of all: when it has come through, all others have. */
    void end() throws SQLException {
        database.setAutoCommit(true);
        run("INSERT INTO last_change VALUES (1)");
    }

    private int attempt() throws SQLException {
        var before = database.setSavepoint();
        try {
            int rows = changes.get(random.nextInt(changes.size())).apply();
            database.releaseSavepoint(before);
            return rows > 0 ? 1 : 0;
        } catch (SQLException e) {
            if (!e.getSQLState().startsWith("23")) {
                throw e;
            }
            database.rollback(before);
            return 0;
        }
    }

    private int newCustomer() throws SQLException {
        return run("INSERT INTO customers VALUES (?, ?, ?, ?)", key(), text(), maybe(text()), note());
    }

    /** Without full before images nothing tells what an unchanged large column holds when its row gets another key. */
    private int anotherCustomerId() throws SQLException {
        String small = shop.identity() == ReplicaIdentity.FULL ? "" : " AND coalesce(length(note), 0) < 100";
        return run("UPDATE customers SET id = ? WHERE id = ?" + small, key(), some("customers"));
    }

    private int newScore() throws SQLException {
        return run("INSERT INTO scores SELECT id, ? FROM customers WHERE id = ?", id(9), some("customers"));
    }

    private int newProduct() throws SQLException {
        return run("INSERT INTO products VALUES (?, ?, ?, ?::numeric)", key(), sku(), text(), price());
    }

    /** Where products go by their sku, the deletion of the old id and the creation of the new one mean the same product. */
    private int anotherProductId() throws SQLException {
        return shop.identity() == ReplicaIdentity.FULL
                ? 0
                : run("UPDATE products SET id = ? WHERE id = ?", key(), some("products"));
    }

    private int newOrder() throws SQLException {
        return run(
                "INSERT INTO orders VALUES (?, (SELECT id FROM customers WHERE id = ?), "
                        + "(SELECT id FROM customers WHERE id = ?), ?, clock_timestamp())",
                key(),
                some("customers"),
                some("customers"),
                text());
    }

    private int newItem() throws SQLException {
        return run(
                "INSERT INTO order_items SELECT o.id, ?, p.id, p.sku, ? FROM orders o, products p "
                        + "WHERE o.id = ? AND p.id = ?",
                id(3),
                id(9),
                some("orders"),
                some("products"));
    }

    private int anotherProductInItem() throws SQLException {
        return run(
                "UPDATE order_items SET product_id = p.id, product_sku = p.sku FROM products p "
                        + "WHERE order_id = ? AND line = ? AND p.id = ?",
                some("orders"),
                id(3),
                some("products"));
    }

    private int newFavourite() throws SQLException {
        return run(
                "INSERT INTO favourites SELECT c.id, p.id, p.sku, ?::date FROM customers c, products p "
                        + "WHERE c.id = ? AND p.id = ?",
                maybe(day()),
                some("customers"),
                some("products"));
    }

    private int newReview() throws SQLException {
        return run(
                "INSERT INTO reviews SELECT ?, c.id, p.id, p.sku, ? FROM customers c, products p "
                        + "WHERE c.id = ? AND p.id = ?",
                key(),
                maybe(id(5)),
                some("customers"),
                some("products"));
    }

    private int newEmployee() throws SQLException {
        return run(
                "INSERT INTO employees VALUES (?, ?, ?, (SELECT id FROM employees WHERE id = ?))",
                key(),
                text(),
                maybe(department()),
                some("employees"));
    }

    private int run(String sql, Object... parameters) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(
                        i + 1, parameters[i], parameters[i] == null ? java.sql.Types.NULL : type(parameters[i]));
            }
            return statement.executeUpdate();
        }
    }

    private static int type(Object parameter) {
        return parameter instanceof Integer ? java.sql.Types.INTEGER : java.sql.Types.VARCHAR;
    }

    /** The key of a row that there is, or of none. */
    private int some(String table) {
        try (var statement =
                database.prepareStatement("SELECT id FROM " + table + " ORDER BY id * ?::bigint % 7919 LIMIT 1")) {
            statement.setInt(1, 1 + random.nextInt(7918));
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getInt(1) : -1;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a new row, which others may have had before. */
    private int key() {
        return id(FEW);
    }

    private int id(int most) {
        return 1 + random.nextInt(most);
    }

    private String text() {
        return "text " + random.nextInt(100_000);
    }

    /** Large enough, and hard enough to compress, that PostgreSQL stores some of them out of line. */
    private String note() {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return null;
        }
        var note = new StringBuilder();
        for (int i = kind == 1 ? 400 : 1; i > 0; i--) {
            note.append(Long.toHexString(random.nextLong()));
        }
        return note.toString();
    }

    private String sku() {
        return "S" + ++skus;
    }

    private String price() {
        return random.nextInt(1_000) + "." + random.nextInt(10) + random.nextInt(10);
    }

    private String day() {
        return "20" + (10 + random.nextInt(20)) + "-0" + id(9) + "-" + (10 + random.nextInt(19));
    }

    private String department() {
        return "Department " + id(4);
    }

    private <T> T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
