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
                .mapped(
                        "(:Customer:Party {!id: holder, level})",
                        (row, graph) ->
                                graph.node("Customer:Party", "id", row.get("holder"), "level", row.get("level")));
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
