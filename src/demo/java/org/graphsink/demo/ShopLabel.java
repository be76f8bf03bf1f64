package org.graphsink.demo;

import org.neo4j.driver.types.Node;

/** The labels of the shop's nodes: by what each kind of node is identified, and how it is called in the picture. */
enum ShopLabel {
    CUSTOMER("Customer", "id", "name"),
    CITY("City", "name", "name"),
    ORDER("Order", "id", "id"),
    PRODUCT("Product", "sku", "name"),
    CATEGORY("Category", "name", "name"),
    DOCUMENT("Document", "id", "title");

    private final String label;
    private final String key;
    private final String caption;

    ShopLabel(String label, String key, String caption) {
        this.label = label;
        this.key = key;
        this.caption = caption;
    }

    static ShopLabel of(Node node) {
        for (ShopLabel known : values()) {
            if (node.hasLabel(known.label)) {
                return known;
            }
        }
        throw new DemoException("The graph has a node that no table asked for: " + node.labels());
    }

    /** As in {@code (:Order {id: 101})}. */
    static String pattern(Node node) {
        ShopLabel label = of(node);
        return "(:" + label.label + " {" + label.key + ": " + node.get(label.key) + "})";
    }

    static String caption(Node node) {
        ShopLabel label = of(node);
        String caption = node.get(label.caption).asObject().toString();
        return label == ORDER ? "Order " + caption : caption;
    }

    String label() {
        return label;
    }

    String key() {
        return key;
    }
}
