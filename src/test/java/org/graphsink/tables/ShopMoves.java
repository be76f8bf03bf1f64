package org.graphsink.tables;

import java.sql.SQLException;
import java.util.List;

/**
 * Rows that refer to others. What they move is a relationship, whose other properties are large columns that the statement
 * does not touch: "a relationship that moves to another end is the same relationship: it keeps what the record does not tell".
 */
final class ShopMoves {

    private final ShopSql sql;

    ShopMoves(ShopSql sql) {
        this.sql = sql;
    }

    List<ShopChange> changes() {
        return List.of(
                // "A relationship follows its row", and "a null foreign key removes the relationship and creates none".
                () -> refer("orders", "customer_id", sql.maybe(sql.some("customers"))),
                () -> refer("orders", "customer_id", sql.some("customers")),
                () -> refer("orders", "recipient_id", sql.maybe(sql.some("customers"))),
                () -> refer("employees", "manager_id", sql.maybe(sql.some("employees"))),
                // "All other node patterns are shared nodes: merged, never re-keyed."
                () -> refer("employees", "department", sql.maybe(sql.department())),
                // Found by the relationship's own key, which covers the record key.
                () -> refer("reviews", "customer_id", sql.some("customers")),
                () -> refer("reviews", "customer_id", sql.some("customers")),
                this::anotherProductInReview,
                // Found by the relationship's own key with the end that the record key determines.
                this::anotherProductInItem,
                this::anotherProductInItem,
                // "A row that moves takes the properties along that it writes"; a null key of such a row is no error.
                () -> refer("badges", "customer_id", sql.maybe(sql.some("customers"))),
                () -> refer("badges", "customer_id", sql.some("customers")),
                // "When its key changes and the before image shows the old one, the node is re-keyed in place."
                () -> refer("products", "sku", sql.sku()),
                () -> refer("products", "sku", sql.sku()));
    }

    private int refer(String table, String column, Object value) throws SQLException {
        return sql.run("UPDATE " + table + " SET " + column + " = ? WHERE id = ?", value, sql.some(table));
    }

    private int anotherProductInReview() throws SQLException {
        return anotherProduct("reviews", "id = ?", sql.some("reviews"));
    }

    private int anotherProductInItem() throws SQLException {
        return anotherProduct("order_items", "order_id = ? AND line = ?", sql.some("orders"), sql.id(3));
    }

    /** @param where what tells the row, with parameters */
    private int anotherProduct(String table, String where, Object... row) throws SQLException {
        var sku = sql.some("products", "sku", String.class);
        var parameters = new Object[row.length + 2];
        parameters[0] = sku;
        parameters[1] = sku;
        System.arraycopy(row, 0, parameters, 2, row.length);
        return sql.run(
                "UPDATE " + table + " SET product_id = (SELECT id FROM products WHERE sku = ?), product_sku = ? WHERE "
                        + where,
                parameters);
    }
}
