package org.graphsink.oracle;

import static org.graphsink.oracle.ExpectedGraph.map;

/** Tables whose rows have several nodes, or nodes in which rows of other tables are too. */
final class SharedTables {

    private SharedTables() {}

    /**
     * A third topic with rows in the nodes of customers, which need no customer: several writers of one label. A row of nulls
     * keeps its node, and the label that both give stays with either.
     */
    static SourceTable badges() {
        return SourceTable.named("badges")
                .key("holder", Domain.ID)
                .column("level", Domain.NUMBER)
                .column("photo", Domain.LARGE)
                .mapped(
                        "(:Customer:Party {!id: holder, level, photo})",
                        (row, graph) -> graph.node(
                                "Customer:Party",
                                "id",
                                row.get("holder"),
                                "level",
                                row.get("level"),
                                "photo",
                                row.get("photo")));
    }

    /**
     * Rows that move between the nodes of another topic, which takes all fields; whose foreign key may be null, and whose large
     * column does not always come along: nobody re-keys a node of several writers.
     */
    static SourceTable ratings() {
        return SourceTable.named("ratings")
                .key("rid", Domain.ID)
                .uniqueOptional("product", Domain.NAME, "products.sku")
                .column("rating", Domain.NUMBER)
                .column("review", Domain.LARGE)
                .needsBefore()
                .mapped("(:Product:Rated {!sku: product, rating, review})", (row, graph) -> {
                    if (row.get("product") != null) {
                        graph.node(
                                "Product:Rated",
                                "sku",
                                row.get("product"),
                                "rating",
                                row.get("rating"),
                                "review",
                                row.get("review"));
                    }
                });
    }

    /** Rows to which some refer by their number, others by their name, which changes and comes again with other rows. */
    static SourceTable members() {
        return SourceTable.named("members")
                .key("id", Domain.ID)
                .unique("alias", Domain.NAME)
                .column("since", Domain.NUMBER)
                .needsBefore()
                .mapped(
                        "(:Member {!id, alias, since})",
                        (row, graph) -> graph.node(
                                "Member", "id", row.get("id"), "alias", row.get("alias"), "since", row.get("since")));
    }

    static SourceTable logins() {
        return SourceTable.named("logins")
                .key("id", Domain.ID)
                .required("member", Domain.NAME, "members.alias")
                .column("at", Domain.NUMBER)
                .needsBefore()
                .mapped("(:Login {!id, at}); (:Login {!id})-[:BY {}]->(:Member {!alias: member})", (row, graph) -> {
                    graph.node("Login", "id", row.get("id"), "at", row.get("at"));
                    graph.relationship(
                            "Login", "id", row.get("id"), "BY", map(), map(), "Member", "alias", row.get("member"));
                });
    }

    static SourceTable cards() {
        return SourceTable.named("cards")
                .key("id", Domain.ID)
                .optional("member_id", Domain.ID, "members.id")
                .column("points", Domain.NUMBER)
                .needsBefore()
                .mapped("(:Card {!id, points}); (:Card {!id})-[:OF {}]->(:Member {!id: member_id})", (row, graph) -> {
                    graph.node("Card", "id", row.get("id"), "points", row.get("points"));
                    graph.relationship(
                            "Card", "id", row.get("id"), "OF", map(), map(), "Member", "id", row.get("member_id"));
                });
    }

    /** The same where no two rows ever have the same, in whatever order they come. */
    static SourceTable guests() {
        return SourceTable.named("guests")
                .key("id", Domain.ID)
                .column("since", Domain.NUMBER)
                .mapped(
                        "(:Guest {!id, number: id, since})",
                        (row, graph) -> graph.node(
                                "Guest", "id", row.get("id"), "number", row.get("id"), "since", row.get("since")));
    }

    static SourceTable stays() {
        return SourceTable.named("stays")
                .key("id", Domain.ID)
                .optional("guest", Domain.ID, "guests.id")
                .column("nights", Domain.NUMBER)
                .mapped("(:Stay {!id, nights}); (:Stay {!id})-[:OF {}]->(:Guest {!number: guest})", (row, graph) -> {
                    graph.node("Stay", "id", row.get("id"), "nights", row.get("nights"));
                    graph.relationship(
                            "Stay", "id", row.get("id"), "OF", map(), map(), "Guest", "number", row.get("guest"));
                });
    }

    static SourceTable bills() {
        return SourceTable.named("bills")
                .key("id", Domain.ID)
                .optional("guest", Domain.ID, "guests.id")
                .column("sum", Domain.NUMBER)
                .mapped("(:Bill {!id, sum}); (:Bill {!id})-[:FOR {}]->(:Guest {!id: guest})", (row, graph) -> {
                    graph.node("Bill", "id", row.get("id"), "sum", row.get("sum"));
                    graph.relationship(
                            "Bill", "id", row.get("id"), "FOR", map(), map(), "Guest", "id", row.get("guest"));
                });
    }

    /** Two own nodes of a row. */
    static SourceTable users() {
        return SourceTable.named("users")
                .key("id", Domain.ID)
                .column("name", Domain.WORD)
                .column("bio", Domain.LARGE)
                .mapped(
                        "(:User {!id, name}); (:Profile {!user: id, bio}); (:User {!id})-[:HAS {}]->(:Profile {!user: id})",
                        (row, graph) -> {
                            graph.node("User", "id", row.get("id"), "name", row.get("name"));
                            graph.node("Profile", "user", row.get("id"), "bio", row.get("bio"));
                            graph.relationship(
                                    "User", "id", row.get("id"), "HAS", map(), map(), "Profile", "user", row.get("id"));
                        });
    }

    /** Rows that refer to the second node of another row. */
    static SourceTable looks() {
        return SourceTable.named("looks")
                .key("id", Domain.ID)
                .optional("viewed", Domain.ID, "users.id")
                .column("at", Domain.NUMBER)
                .mapped("(:Look {!id, at}); (:Look {!id})-[:AT {}]->(:Profile {!user: viewed})", (row, graph) -> {
                    graph.node("Look", "id", row.get("id"), "at", row.get("at"));
                    graph.relationship(
                            "Look", "id", row.get("id"), "AT", map(), map(), "Profile", "user", row.get("viewed"));
                });
    }
}
