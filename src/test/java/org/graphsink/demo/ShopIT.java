package org.graphsink.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The demo as a test, with {@code config/shop-source.json} and {@code config/shop-sink.json} as they are. */
@TestMethodOrder(OrderAnnotation.class)
class ShopIT {

    private static final ByteArrayOutputStream CONSOLE = new ByteArrayOutputStream();
    private static final Story STORY = new Story(new PrintStream(CONSOLE, true, StandardCharsets.UTF_8));

    private static DemoServers servers;
    private static Tables tables;
    private static Graph graph;
    private static DemoShop shop;

    @BeforeAll
    static void openTheShop() throws SQLException {
        servers = DemoServers.start(STORY);
        tables = new Tables(servers.postgres().connect());
        graph = new Graph(servers.neo4j().driver());
        shop = new DemoShop(servers.connect().client(), tables, graph, STORY);
        shop.open(Path.of("config"));
    }

    @AfterAll
    static void closeTheShop() {
        tables.close();
        servers.close();
    }

    @Test
    @Order(1)
    void theGraphFollowsEveryChangeOfRows() {
        for (int i = 0; i < SqlChange.ALL.size(); i++) {
            shop.change(SqlChange.ALL.get(i), i + 1);
        }
        new Questions(graph, STORY).ask();

        assertThat(CONSOLE.toString(StandardCharsets.UTF_8))
                .contains(
                        "  rows   ~ orders 106  customer_id: 2 → 1",
                        "  graph  + (:Order {id: 106})-[:PLACED_BY]->(:Customer {id: 1})",
                        "         - (:Order {id: 106})-[:PLACED_BY]->(:Customer {id: 2})");
    }

    @Test
    @Order(2)
    void whatOnlyTheGraphHasIsFound() {
        graph.query("MATCH (o:Order {id: 104}), (c:Customer {id: 1}) CREATE (o)-[:PLACED_BY]->(c)");
        graph.query("MATCH (p:Product {sku: 'MUGS-02'}) SET p.price = 27.01");

        assertThatExceptionOfType(DemoException.class).isThrownBy(shop::report).withMessage("""
                        The graph differs from the tables:
                        products = (:Product): 1 × [MUGS-02, Insulated mug, 27.01] is only in the graph
                        products = (:Product): 1 × [MUGS-02, Insulated mug, 27] is missing in the graph
                        orders.customer_id = [:PLACED_BY]: 1 × [104, 1] is only in the graph""");
    }
}
