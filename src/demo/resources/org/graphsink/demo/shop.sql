-- A small shop for coffee lovers.

CREATE EXTENSION hstore;

CREATE TABLE customers (
    id      int PRIMARY KEY,
    name    text NOT NULL,
    email   text,
    address hstore NOT NULL
);

CREATE TABLE products (
    sku      text PRIMARY KEY,
    name     text NOT NULL,
    price    numeric(10, 2) NOT NULL,
    category text NOT NULL
);

CREATE TABLE orders (
    id          int PRIMARY KEY,
    customer_id int NOT NULL REFERENCES customers ON DELETE CASCADE,
    status      text NOT NULL,
    placed_at   timestamptz NOT NULL
);

CREATE TABLE order_items (
    id          int PRIMARY KEY,
    order_id    int NOT NULL REFERENCES orders ON DELETE CASCADE,
    product_sku text NOT NULL REFERENCES products,
    quantity    int NOT NULL
);

CREATE TABLE documents (
    id          int PRIMARY KEY,
    product_sku text NOT NULL REFERENCES products,
    kind        text NOT NULL,
    title       text NOT NULL,
    body        text NOT NULL,
    embedding   real[] NOT NULL
);

-- With the old row in every change, Debezium tells which relationship a changed row had. The tables products and
-- documents keep the default, the key alone: their relationships start at the row's own node, which is enough.
ALTER TABLE customers REPLICA IDENTITY FULL;
ALTER TABLE orders REPLICA IDENTITY FULL;
ALTER TABLE order_items REPLICA IDENTITY FULL;

INSERT INTO customers VALUES
    (1, 'Ada', 'ada@example.org', 'street => "12 Mill Lane", city => London'),
    (2, 'Alan', 'alan@example.org', 'street => "3 Canal Street", city => Manchester'),
    (3, 'Grace', 'grace@example.org', 'street => "40 Harbour Road", city => Boston'),
    (4, 'Edsger', NULL, 'street => "8 Tower Street", city => Manchester'),
    (5, 'Barbara', 'barbara@example.org', 'street => "21 River Walk", city => Boston');

INSERT INTO products VALUES
    ('DRIP-02', 'Pour-over dripper', 24.50, 'Brewing'),
    ('KETL-10', 'Gooseneck kettle', 89.00, 'Brewing'),
    ('PRES-05', 'Travel press', 39.90, 'Brewing'),
    ('GRND-01', 'Hand grinder', 119.00, 'Grinding'),
    ('GRND-07', 'Electric grinder', 249.00, 'Grinding'),
    ('BEAN-ET', 'Ethiopia beans', 14.90, 'Beans'),
    ('BEAN-CO', 'Colombia beans', 12.90, 'Beans'),
    ('MUGS-02', 'Insulated mug', 27.00, 'Travel');

INSERT INTO orders VALUES
    (101, 1, 'paid', '2026-03-02 09:15:00+00'),
    (102, 2, 'paid', '2026-03-02 11:40:00+00'),
    (103, 3, 'shipped', '2026-03-03 16:05:00+00'),
    (104, 5, 'paid', '2026-03-04 08:30:00+00'),
    (105, 4, 'open', '2026-03-05 19:55:00+00'),
    (106, 2, 'open', '2026-03-06 12:00:00+00');

INSERT INTO order_items VALUES
    (1001, 101, 'DRIP-02', 1),
    (1002, 101, 'BEAN-ET', 2),
    (1003, 102, 'GRND-01', 1),
    (1004, 102, 'BEAN-ET', 1),
    (1005, 103, 'KETL-10', 1),
    (1006, 103, 'DRIP-02', 1),
    (1007, 104, 'PRES-05', 1),
    (1008, 104, 'MUGS-02', 2),
    (1009, 105, 'GRND-07', 1),
    (1010, 105, 'BEAN-CO', 3),
    (1011, 106, 'BEAN-CO', 1),
    (1012, 106, 'MUGS-02', 1),
    (1013, 105, 'PRES-05', 1),
    (1014, 104, 'BEAN-ET', 1);

-- The numbers of these embeddings can be read: how much a text is about brewing, grinding, beans, heat, travel, quiet,
-- price and taste. Those of a real model would have some hundred dimensions and come from an API.
INSERT INTO documents VALUES
    (501, 'DRIP-02', 'Manual', 'First pour-over', 'Rinse the paper, bloom the coffee, pour in circles.',
        '{0.9, 0.2, 0.3, 0.4, 0.0, 0.3, 0.0, 0.5}'),
    (502, 'KETL-10', 'Manual', 'Kettle care', 'Descale monthly. Keep the water just below boiling.',
        '{0.4, 0.0, 0.0, 0.9, 0.0, 0.1, 0.1, 0.1}'),
    (503, 'GRND-01', 'Review', 'Silent mornings', 'Nobody wakes up, and the grind is even.',
        '{0.1, 0.9, 0.2, 0.0, 0.4, 0.9, 0.2, 0.3}'),
    (504, 'GRND-07', 'Review', 'Fast but loud', 'Grinds for the whole office in a minute.',
        '{0.1, 0.9, 0.2, 0.1, 0.0, 0.0, 0.5, 0.3}'),
    (505, 'PRES-05', 'Review', 'Coffee on the train', 'Brews and carries a cup in one vessel.',
        '{0.6, 0.0, 0.2, 0.4, 0.9, 0.3, 0.2, 0.3}'),
    (506, 'BEAN-ET', 'Review', 'Tastes of blueberries', 'Light roast, floral and fruity.',
        '{0.2, 0.1, 0.9, 0.0, 0.0, 0.0, 0.3, 0.9}'),
    (507, 'MUGS-02', 'Review', 'Warm until noon', 'Fits the bicycle holder and does not leak.',
        '{0.0, 0.0, 0.0, 0.8, 0.9, 0.2, 0.3, 0.1}');
