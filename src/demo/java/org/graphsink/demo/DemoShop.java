package org.graphsink.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.graphsink.support.servers.ConnectClient;

/** A shop whose tables become a graph: the two connectors of {@code config/}, the tables and what they lead to. */
final class DemoShop {

    private static final List<String> CONNECTORS = List.of("shop-source", "shop-sink");
    private static final String MAPPING = "neo4j.pattern.topic.";

    private final ConnectClient connect;
    private final Tables tables;
    private final Graph graph;
    private final Story story;
    private final Waiting waiting;
    private final DemoComparison comparison;

    DemoShop(ConnectClient connect, Tables tables, Graph graph, Story story) {
        this.connect = connect;
        this.tables = tables;
        this.graph = graph;
        this.story = story;
        this.waiting = new Waiting(story);
        this.comparison = new DemoComparison(tables, graph);
    }

    /** Creates the tables and posts the connectors; returns when the rows are in the graph. */
    void open(Path config) {
        story.chapter("The tables of a small shop");
        tables.create();
        for (String table : Tables.names()) {
            story.line(String.format("%3d rows in %s", tables.count(table), table));
        }

        story.chapter("Two connectors, as JSON documents to the REST interface");
        for (String connector : CONNECTORS) {
            var document = read(config.resolve(connector + ".json"));
            connect.create(document);
            story.line("POST config/" + connector + ".json");
            document.get("config").properties().stream()
                    .filter(setting -> setting.getKey().startsWith(MAPPING))
                    .forEach(setting -> story.block(
                            String.format(
                                    "  %-11s",
                                    setting.getKey().substring(setting.getKey().lastIndexOf('.') + 1)),
                            List.of(setting.getValue().asText().split("(?<= ;) "))));
        }
        story.blank();
        CONNECTORS.forEach(connect::awaitRunning);
        var took = awaitEquality("the first rows in the graph");
        story.line("Both run, and " + took + " later the graph equals the tables, row by row:");
        story.blank();
        report();
    }

    void change(SqlChange step, int number) {
        story.chapter(number + ". " + step.title());
        var rowsBefore = tables.contents();
        var graphBefore = graph.contents();
        story.block("sql", step.sql().lines().toList());
        tables.run(step.sql());
        var took = awaitEquality("the change in the graph");
        story.blank();
        story.block("rows", rowsBefore.changesTo(tables.contents()));
        story.blank();
        story.block("graph", graphBefore.changesTo(graph.contents()));
        story.blank();
        story.line("the graph equals the tables again, " + took + " after the commit");
    }

    /** @throws DemoException where the graph is not what the tables say */
    void report() {
        story.lines(comparison.report());
    }

    private String awaitEquality(String what) {
        Duration took = waiting.until(what, () -> {
            requireRunning();
            return comparison.differences();
        });
        return Story.seconds(took);
    }

    private void requireRunning() {
        for (String connector : CONNECTORS) {
            for (var trace : connect.status(connector).findValues("trace")) {
                throw new DemoException(connector + " failed: " + trace.asText());
            }
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
