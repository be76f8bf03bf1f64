package org.graphsink.tables;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Primary keys that change: "a changed primary key comes as a delete and a create, on partitions of their own and so in either
 * order; both mean one re-key in place". Most rows have a large column that the statement does not touch, and others
 * refer to them, whose foreign keys follow by cascades.
 */
final class ShopKeys {

    /** Beyond the keys of new rows. */
    private static final int FAR = 1_000;

    private static final Map<String, String> LARGE = Map.of(
            "customers", "note",
            "products", "manual",
            "orders", "terms",
            "employees", "resume",
            "members", "bio");

    private final ShopSql sql;
    private final ShopRows rows;
    private final ShopVariant variant;
    private final List<String> tables;

    /** Where products go by their sku, the deletion of the old id and the creation of the new one mean the same product. */
    ShopKeys(ShopSql sql, ShopRows rows, ShopVariant variant) {
        this.sql = sql;
        this.rows = rows;
        this.variant = variant;
        this.tables = ShopRows.TABLES.stream()
                .filter(table -> !variant.hasBefore() || !table.equals("products"))
                .toList();
    }

    List<ShopChange> changes() {
        var changes = new ArrayList<ShopChange>();
        for (String table : tables) {
            changes.add(() -> move(table, sql.some(table), sql.key()));
        }
        changes.addAll(List.of(
                this::moveAndTell,
                this::swap,
                this::swap,
                this::thereAndBack,
                this::overAThird,
                this::usedAgain,
                this::usedAgain,
                this::afterADeletion,
                this::many,
                // A relationship's own key is part of the record key.
                () -> sql.run(
                        "UPDATE order_items SET line = line + 1 WHERE order_id = ? AND line = 3", sql.some("orders")),
                this::anotherFavourite,
                this::anotherFavourite));
        return changes;
    }

    private int move(String table, Integer from, Integer to) throws SQLException {
        int moved = sql.run("UPDATE " + table + " SET id = ? WHERE id = ?" + told(table), to, from);
        if (table.equals("employees") && moved > 0) {
            // MariaDB has no foreign key here; in PostgreSQL it has done so.
            sql.run("UPDATE employees SET manager_id = ? WHERE manager_id = ?", to, from);
        }
        return moved;
    }

    /** Without full before images nothing tells what an unchanged large column holds when its row gets another key. */
    private String told(String table) {
        return variant.hasBefore() || table.equals("reviews") || table.equals("badges")
                ? ""
                : " AND coalesce(length(" + LARGE.get(table) + "), 0) < 100";
    }

    private String table() {
        return tables.get(sql.id(tables.size()) - 1);
    }

    /** The key together with other columns: what the create tells wins, what it does not tell stays. */
    private int moveAndTell() throws SQLException {
        return switch (sql.id(3)) {
            case 1 ->
                sql.run(
                        "UPDATE customers SET id = ?, name = ?, attrs = " + sql.mapParameter() + " WHERE id = ?"
                                + told("customers"),
                        sql.key(),
                        sql.text(),
                        sql.map(),
                        sql.some("customers"));
            case 2 ->
                sql.run(
                        "UPDATE reviews SET id = ?, customer_id = ? WHERE id = ?",
                        sql.key(),
                        sql.some("customers"),
                        sql.some("reviews"));
            default ->
                sql.run(
                        "UPDATE orders SET id = ?, customer_id = ?, recipient_id = NULL WHERE id = ?" + told("orders"),
                        sql.key(),
                        sql.some("customers"),
                        sql.some("orders"));
        };
    }

    /** Two rows change keys, through a third one. */
    private int swap() throws SQLException {
        String table = table();
        var one = sql.some(table);
        var other = sql.some(table);
        int third = FAR + sql.key();
        return move(table, one, third) + move(table, other, one) + move(table, third, other);
    }

    /** Where {@code delete} and {@code create} of one key come one after the other, in either order. */
    private int thereAndBack() throws SQLException {
        String table = table();
        var key = sql.some(table);
        int other = sql.key();
        return move(table, key, other) + (key == null ? 0 : move(table, other, key));
    }

    private int overAThird() throws SQLException {
        String table = table();
        int third = FAR + sql.key();
        return move(table, sql.some(table), third) + move(table, third, sql.key());
    }

    /** "A key that is used again by a new row meanwhile is not taken from it." */
    private int usedAgain() throws SQLException {
        String table = table();
        var key = sql.some(table);
        return key == null ? 0 : move(table, key, sql.key()) + rows.insert(table, key);
    }

    /** A row takes the key of one that is gone. */
    private int afterADeletion() throws SQLException {
        String table = table();
        var key = sql.some(table);
        return key == null ? 0 : rows.delete(table, key) + move(table, sql.some(table), key);
    }

    /** Many keys in one statement, and back. */
    private int many() throws SQLException {
        String table = table();
        if (table.equals("employees")) {
            return 0;
        }
        return sql.id(2) == 1
                ? sql.run(
                        "UPDATE " + table + " SET id = id + 100 WHERE id <= 100 AND id % 5 = ?" + told(table),
                        sql.id(5) - 1)
                : sql.run(
                        "UPDATE " + table + " SET id = id - 100 WHERE id > 100 AND id < 200 AND id % 5 = ?"
                                + told(table),
                        sql.id(5) - 1);
    }

    /** A relationship whose ends are the record key. */
    private int anotherFavourite() throws SQLException {
        var sku = sql.some("products", "sku", String.class);
        return sql.run(
                "UPDATE favourites SET product_id = (SELECT id FROM products WHERE sku = ?), product_sku = ?"
                        + " WHERE customer_id = ? AND product_id = ?",
                sku,
                sku,
                sql.some("customers"),
                sql.some("products"));
    }
}
