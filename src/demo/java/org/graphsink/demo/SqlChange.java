package org.graphsink.demo;

import java.util.List;

/** A change of rows, in SQL. */
record SqlChange(String title, String sql) {

    static final List<SqlChange> ALL = List.of(
            new SqlChange("A new customer places an order: one transaction, three tables", """
                    INSERT INTO customers VALUES (6, 'Katherine', NULL, 'street => "5 Orbit Court", city => Hampton');
                    INSERT INTO orders VALUES (107, 6, 'open', '2026-03-07 10:20:00+00');
                    INSERT INTO order_items VALUES (1015, 107, 'KETL-10', 1), (1016, 107, 'BEAN-ET', 2);
                    """),
            new SqlChange("A price falls, an order is paid, and a customer moves to another city", """
                    UPDATE products SET price = 79.00 WHERE sku = 'KETL-10';
                    UPDATE orders SET status = 'paid' WHERE id = 107;
                    UPDATE customers SET address = 'street => "70 Marsh Lane", city => London' WHERE id = 2;
                    """),
            new SqlChange("An order moves to another customer: the old relationship goes", """
                    UPDATE orders SET customer_id = 1 WHERE id = 106;
                    """),
            new SqlChange(
                    "A product changes its category: Debezium has no old row here (REPLICA IDENTITY DEFAULT)", """
                    UPDATE products SET category = 'Travel' WHERE sku = 'PRES-05';
                    """),
            new SqlChange("An item moves to another product, and more of it is ordered", """
                    UPDATE order_items SET product_sku = 'GRND-01', quantity = 2 WHERE id = 1009;
                    """),
            new SqlChange("A document is rewritten and gets a new embedding; another one is new", """
                    UPDATE documents SET body = 'Brews on any train, and the cup is the press.',
                        embedding = '{0.7, 0.0, 0.1, 0.4, 1.0, 0.3, 0.1, 0.3}' WHERE id = 505;
                    INSERT INTO documents VALUES (508, 'BEAN-CO', 'Manual', 'Storing beans',
                        'Cool, dark and dry, never in the fridge.', '{0.1, 0.2, 0.9, 0.1, 0.1, 0.1, 0.2, 0.6}');
                    """),
            new SqlChange("An item is deleted", """
                    DELETE FROM order_items WHERE id = 1008;
                    """),
            new SqlChange("An order is deleted, its items with it (ON DELETE CASCADE)", """
                    DELETE FROM orders WHERE id = 102;
                    """),
            new SqlChange("A customer is deleted, the orders and their items with it (ON DELETE CASCADE)", """
                    DELETE FROM customers WHERE id = 3;
                    """));
}
