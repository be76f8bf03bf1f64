package org.graphsink.oracle;

import static org.graphsink.oracle.ExpectedGraph.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graphsink.oracle.ExpectedGraph.NodeRef;

/** Tables with every kind of mapping that rows are followed through. */
final class ShopTables {

    /** Without the tables of which two rows must not have the same at any time, as the database sees to: in its order. */
    static final List<SourceTable> WITHOUT_UNIQUE_VALUES = List.of(
            customers(),
            scores(),
            SharedTables.badges(),
            orders(),
            products(),
            SharedTables.ratings(),
            SharedTables.users(),
            SharedTables.looks(),
            items(),
            lines(),
            gifts(),
            offers(),
            demands(),
            tags(),
            employees(),
            flights(),
            devices(),
            readings(),
            KeyedTables.articles(),
            KeyedTables.alarms(),
            KeyedTables.parcels(),
            documents(),
            SharedTables.guests(),
            SharedTables.stays(),
            SharedTables.bills(),
            persons(),
            visits());

    static final List<SourceTable> ALL = Stream.concat(
                    WITHOUT_UNIQUE_VALUES.stream(),
                    Stream.of(SharedTables.members(), SharedTables.logins(), SharedTables.cards()))
            .toList();

    private ShopTables() {}

    private static SourceTable customers() {
        return SourceTable.named("customers")
                .key("id", Domain.ID)
                .required("name", Domain.WORD, null)
                .column("note", Domain.LARGE)
                .mapped(
                        "(:Customer:Party {!id, name, note})",
                        (row, graph) -> graph.node(
                                "Customer:Party",
                                "id",
                                row.get("id"),
                                "name",
                                row.get("name"),
                                "note",
                                row.get("note")));
    }

    /** A second topic that owns some properties of customers. A score that goes takes no more than that along. */
    private static SourceTable scores() {
        return SourceTable.named("scores")
                .key("customer_id", Domain.ID, "customers.id")
                .column("score", Domain.NUMBER)
                .mapped(
                        "(:Customer {!id: customer_id, score})",
                        (row, graph) ->
                                graph.node("Customer", "id", row.get("customer_id"), "score", row.get("score")));
    }

    /** Relationships that move while a large column of theirs is unchanged: they keep it. So with items and lines. */
    private static SourceTable orders() {
        return SourceTable.named("orders")
                .key("id", Domain.ID)
                .optional("customer_id", Domain.ID, "customers.id")
                .column("status", Domain.WORD)
                .column("memo", Domain.LARGE)
                .column("total", Domain.NUMBER)
                .with("customer_id", "remark", Domain.LARGE)
                .mapped(
                        "(:Order {!id, status, memo}); (:Order {!id})-[:PLACED_BY {total, remark}]->(:Customer {!id: customer_id})",
                        (row, graph) -> {
                            graph.node(
                                    "Order", "id", row.get("id"), "status", row.get("status"), "memo", row.get("memo"));
                            graph.relationship(
                                    "Order",
                                    "id",
                                    row.get("id"),
                                    "PLACED_BY",
                                    map(),
                                    map("total", row.get("total"), "remark", row.get("remark")),
                                    "Customer",
                                    "id",
                                    row.get("customer_id"));
                        });
    }

    private static SourceTable products() {
        return SourceTable.named("products")
                .key("sku", Domain.NAME)
                .column("title", Domain.WORD)
                .mapped(
                        "(:Product {!sku, *})",
                        (row, graph) -> graph.node("Product", "sku", row.get("sku"), "title", row.get("title")));
    }

    /** A join table with a key of its own: several relationships of one type between two nodes. */
    private static SourceTable items() {
        return SourceTable.named("items")
                .key("id", Domain.ID)
                .required("order_id", Domain.ID, "orders.id")
                .required("product", Domain.NAME, "products.sku")
                .column("quantity", Domain.NUMBER)
                .column("remark", Domain.LARGE)
                .mapped(
                        "(:Order {!id: order_id})-[:CONTAINS {!item: id, quantity, remark}]->(:Product {!sku: product})",
                        (row, graph) -> graph.relationship(
                                "Order",
                                "id",
                                row.get("order_id"),
                                "CONTAINS",
                                map("item", row.get("id")),
                                map("quantity", row.get("quantity"), "remark", row.get("remark")),
                                "Product",
                                "sku",
                                row.get("product")));
    }

    /** The record key is one end and the relationship's own key together. */
    private static SourceTable lines() {
        return SourceTable.named("lines")
                .key("order_id", Domain.ID, "orders.id")
                .key("line", Domain.NUMBER)
                .optional("product", Domain.NAME, "products.sku")
                .column("price", Domain.NUMBER)
                .with("product", "remark", Domain.LARGE)
                .mapped(
                        "(:Product {!sku: product})<-[:LISTS {!line, *}]-(:Order {!id: order_id})",
                        (row, graph) -> graph.relationship(
                                "Order",
                                "id",
                                row.get("order_id"),
                                "LISTS",
                                map("line", row.get("line")),
                                map("price", row.get("price"), "remark", row.get("remark")),
                                "Product",
                                "sku",
                                row.get("product")));
    }

    /** Relationships without key beside those of items, which their key tells from them. */
    private static SourceTable gifts() {
        return SourceTable.named("gifts")
                .key("order_id", Domain.ID, "orders.id")
                .optional("product", Domain.NAME, "products.sku")
                .column("wrapping", Domain.WORD)
                .mapped(
                        "(:Order {!id: order_id})-[:CONTAINS {wrapping}]->(:Product {!sku: product})",
                        (row, graph) -> graph.relationship(
                                "Order",
                                "id",
                                row.get("order_id"),
                                "CONTAINS",
                                map(),
                                map("wrapping", row.get("wrapping")),
                                "Product",
                                "sku",
                                row.get("product")));
    }

    /** Two topics that make like relationships: only before images tell which are a row's. */
    private static SourceTable offers() {
        return trades("offers", Domain.ID);
    }

    private static SourceTable demands() {
        return trades("demands", Domain.WORD);
    }

    private static SourceTable trades(String name, Domain key) {
        return SourceTable.named(name)
                .key("nr", key)
                .required("customer_id", Domain.ID, "customers.id")
                .required("product", Domain.NAME, "products.sku")
                .column("note", Domain.LARGE)
                .needsBefore()
                .mapped(
                        "(:Customer {!id: customer_id})-[:TRADES {!item: nr, note}]->(:Product {!sku: product})",
                        (row, graph) -> graph.relationship(
                                "Customer",
                                "id",
                                row.get("customer_id"),
                                "TRADES",
                                map("item", row.get("nr")),
                                map("note", row.get("note")),
                                "Product",
                                "sku",
                                row.get("product")));
    }

    /** A join table whose key is both ends. */
    private static SourceTable tags() {
        return SourceTable.named("tags")
                .key("order_id", Domain.ID, "orders.id")
                .key("tag", Domain.NAME)
                .column("weight", Domain.NUMBER)
                .mapped("(:Order {!id: order_id})-[:TAGGED {weight}]->(:Tag {!name: tag})", (row, graph) -> {
                    graph.shared("Tag", "name", row.get("tag"));
                    graph.relationship(
                            "Order",
                            "id",
                            row.get("order_id"),
                            "TAGGED",
                            map(),
                            map("weight", row.get("weight")),
                            "Tag",
                            "name",
                            row.get("tag"));
                });
    }

    private static SourceTable employees() {
        return SourceTable.named("employees")
                .key("id", Domain.ID)
                .column("name", Domain.WORD)
                .column("cv", Domain.LARGE)
                .optional("manager_id", Domain.ID, "employees.id")
                .column("job", Domain.JOB)
                .mapped(
                        "(:Employee:$(job|Dev,Ops) {!id, name, cv}); (:Employee {!id})-[:REPORTS_TO {name, job}]->(:Employee {!id: manager_id})",
                        (row, graph) -> {
                            graph.node(
                                    row.get("job") == null ? "Employee" : "Employee:" + row.get("job"),
                                    "id",
                                    row.get("id"),
                                    "name",
                                    row.get("name"),
                                    "cv",
                                    row.get("cv"));
                            graph.relationship(
                                    "Employee",
                                    "id",
                                    row.get("id"),
                                    "REPORTS_TO",
                                    map(),
                                    map("name", row.get("name"), "job", row.get("job")),
                                    "Employee",
                                    "id",
                                    row.get("manager_id"));
                        });
    }

    /** Two relationships of one type to one label. */
    private static SourceTable flights() {
        return SourceTable.named("flights")
                .key("id", Domain.ID)
                .column("origin", Domain.NAME)
                .column("destination", Domain.NAME)
                .column("carrier", Domain.WORD)
                .mapped("""
                        (:Flight {!id, carrier});
                        (:Flight {!id})-[:VIA {}]->(:Airport {!code: origin});
                        (:Flight {!id})-[:VIA {}]->(:Airport {!code: destination})""", (row, graph) -> {
                    graph.node("Flight", "id", row.get("id"), "carrier", row.get("carrier"));
                    for (var end : List.of("origin", "destination")) {
                        if (row.get(end) != null) {
                            graph.shared("Airport", "code", row.get(end));
                        }
                        graph.relationship(
                                "Flight", "id", row.get("id"), "VIA", map(), map(), "Airport", "code", row.get(end));
                    }
                });
    }

    /** The node's key is not the table's. */
    private static SourceTable devices() {
        return SourceTable.named("devices")
                .key("id", Domain.ID)
                .unique("serial", Domain.NAME)
                .column("site", Domain.NAME)
                .needsBefore()
                .mapped(
                        "(:Device {!serial, site}); (:Device {!serial})-[:AT {}]->(:Site:Place {!name: site})",
                        (row, graph) -> {
                            graph.node("Device", "serial", row.get("serial"), "site", row.get("site"));
                            if (row.get("site") != null) {
                                graph.shared("Site:Place", "name", row.get("site"));
                            }
                            graph.relationship(
                                    "Device",
                                    "serial",
                                    row.get("serial"),
                                    "AT",
                                    map(),
                                    map(),
                                    "Site",
                                    "name",
                                    row.get("site"));
                        });
    }

    private static SourceTable readings() {
        return SourceTable.named("readings")
                .key("id", Domain.ID)
                .required("serial", Domain.NAME, "devices.serial")
                .column("level", Domain.NUMBER)
                .needsBefore()
                .mapped("(:Reading {!id, level}); (:Reading {!id})-[:FROM {}]->(:Device {!serial})", (row, graph) -> {
                    graph.node("Reading", "id", row.get("id"), "level", row.get("level"));
                    graph.relationship(
                            "Reading",
                            "id",
                            row.get("id"),
                            "FROM",
                            map(),
                            map(),
                            "Device",
                            "serial",
                            row.get("serial"));
                });
    }

    private static SourceTable documents() {
        return SourceTable.named("documents")
                .key("id", Domain.ID)
                .required("kind", Domain.KIND, null)
                .column("role", Domain.ROLE)
                .column("author", Domain.NAME)
                .column("title", Domain.WORD)
                .mapped("""
                        (:$(kind|Book,Film) {!id, title});
                        (:Author {!name: author})-[:$(role|WROTE,EDITED) {}]->(:$(kind|Book,Film) {!id})""", (row, graph) -> {
                    var kind = (String) row.get("kind");
                    var role = (String) row.get("role");
                    graph.node(kind, "id", row.get("id"), "title", row.get("title"));
                    if (row.get("author") != null && role != null) {
                        graph.shared("Author", "name", row.get("author"));
                    }
                    graph.relationship(
                            "Author", "name", row.get("author"), role, map(), map(), kind, "id", row.get("id"));
                });
    }

    /** A shared node beside the row's own. */
    private static SourceTable persons() {
        return SourceTable.named("persons")
                .key("id", Domain.ID)
                .column("name", Domain.WORD)
                .column("employer", Domain.NAME)
                .column("since", Domain.NUMBER)
                .mapped("""
                        (:Person {!id, name});
                        (:Company {!name: employer, -id, -name, -since});
                        (:Person {!id})-[:WORKS_AT {since}]->(:Company {!name: employer})""", (row, graph) -> {
                    graph.node("Person", "id", row.get("id"), "name", row.get("name"));
                    if (row.get("employer") != null) {
                        graph.shared("Company", "name", row.get("employer"));
                    }
                    graph.relationship(
                            "Person",
                            "id",
                            row.get("id"),
                            "WORKS_AT",
                            map(),
                            map("since", row.get("since")),
                            "Company",
                            "name",
                            row.get("employer"));
                });
    }

    private static SourceTable visits() {
        return SourceTable.named("visits")
                .key("visitor", Domain.NAME)
                .required("page", Domain.NAME, null)
                .required("at", Domain.NUMBER, null)
                .events()
                .mapped(
                        "(:Visitor {!name: visitor})-[:VISITED {!at}]->(:Page {!url: page})",
                        (row, graph) -> graph.event(() -> graph.eventRelationship(
                                new NodeRef("Visitor", "name", row.get("visitor")),
                                "VISITED",
                                Map.of("at", row.get("at")),
                                new NodeRef("Page", "url", row.get("page")))));
    }
}
