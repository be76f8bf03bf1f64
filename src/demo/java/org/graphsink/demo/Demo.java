package org.graphsink.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.graphsink.demo.picture.GraphPicture;

/**
 * Rows of a small shop become a graph, before the reader's eyes: {@code mvn -Pdemo verify}.
 *
 * <p>Its arguments set system properties, as {@code -Dkey=value}: {@code demo.config}, the folder of the connector
 * examples; {@code build.directory}, below which all files are written; {@code demo.keep}, to keep the servers running at
 * the end; and those that {@link org.graphsink.support.servers.Versions} and {@link org.graphsink.support.servers.Artifacts} name.
 */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        for (String argument : arguments) {
            String[] property = argument.substring("-D".length()).split("=", 2);
            System.setProperty(property[0], property[1]);
        }
        QuietLogs.into(Files.createDirectories(folder("demo")));
        var story = new Story(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        var interruption = Interruption.announcedOn(story);
        try {
            tell(story);
            interruption.storyTold();
        } catch (Exception e) {
            interruption.parkIfEnding();
            interruption.storyTold();
            story.blank();
            story.whole("The demo failed, see below. The logs of the servers are in " + folder("servers") + ".");
            throw e;
        }
    }

    private static void tell(Story story) throws SQLException {
        story.chapter("PostgreSQL → Debezium → Kafka Connect → Graphsink → Neo4j: starting the real ones");
        try (var servers = DemoServers.start(story);
                var tables = new Tables(servers.postgres().connect())) {
            var graph = new Graph(servers.neo4j().driver());
            var shop = new DemoShop(servers.connect().client(), tables, graph, story);
            shop.open(Path.of(System.getProperty("demo.config", "config")));
            int number = 0;
            for (SqlChange step : SqlChange.ALL) {
                shop.change(step, ++number);
            }
            new Questions(graph, story).ask();

            story.chapter("At the end: every row compared, SQL against Cypher");
            shop.report();
            var picture = draw(graph);

            story.chapter("Done: the graph equals the tables");
            story.line(SqlChange.ALL.size() + " changes followed. "
                    + Tables.names().stream().mapToInt(tables::count).sum() + " rows in "
                    + Tables.names().size()
                    + " tables are " + graph.nodes().size() + " nodes and "
                    + graph.relationships().size() + " relationships, each compared.");
            story.whole("Picture  " + picture);
            story.whole("Logs     " + folder("servers"));
            if (Boolean.getBoolean("demo.keep")) {
                KeptOpen.until(servers, story);
            }
        }
        story.whole("Time     " + Story.seconds(story.elapsed()) + ", and all servers are stopped");
        story.blank();
    }

    private static Path draw(Graph graph) {
        var picture = new GraphPicture("The shop as a graph");
        for (var node : graph.nodes()) {
            picture.node(node.elementId(), ShopLabel.of(node).label(), ShopLabel.caption(node));
        }
        for (var relationship : graph.relationships()) {
            picture.relationship(
                    relationship.startNodeElementId(), relationship.endNodeElementId(), relationship.type());
        }
        try {
            return Files.writeString(folder("demo").resolve("graph.svg"), picture.svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        return Path.of(System.getProperty("build.directory", "target"), name).toAbsolutePath();
    }
}
