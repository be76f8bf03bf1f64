package org.graphsink.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** What one asks the graph and would not ask the tables. */
final class Questions {

    private static final List<Double> COFFEE_WHILE_TRAVELLING = List.of(0.5, 0.0, 0.1, 0.3, 1.0, 0.3, 0.0, 0.2);

    private static final String NEAREST = """
            CALL db.index.vector.queryNodes('document_embeddings', 3, $question) YIELD node, score
            MATCH (node)-[:ABOUT]->(product)
            OPTIONAL MATCH (product)<-[:CONTAINS]-(:Order)-[:PLACED_BY]->(customer)
            RETURN score, node.title AS title, product.name AS product, collect(DISTINCT customer.name) AS buyers
            ORDER BY score DESC
            """;

    private static final String CONNECTION = """
            MATCH path = shortestPath((:Customer {name: 'Ada'})-[:PLACED_BY|CONTAINS*]-(:Customer {name: 'Katherine'}))
            RETURN path
            """;

    private final Graph graph;
    private final Story story;

    Questions(Graph graph, Story story) {
        this.graph = graph;
        this.story = story;
    }

    void ask() {
        story.chapter("Vector search, and on from there: what is good on the road, and who bought it");
        story.block("cypher", NEAREST.lines().toList());
        story.blank();
        var nearest = graph.query(NEAREST, Map.of("question", COFFEE_WHILE_TRAVELLING));
        expect(nearest, 3);
        story.block("result", nearest.stream().map(Questions::found).toList());

        story.chapter("A path: how are Ada and Katherine connected?");
        story.block("cypher", CONNECTION.lines().toList());
        story.blank();
        var connection = graph.query(CONNECTION);
        expect(connection, 1);
        story.whole("result " + text(connection.get(0).get("path").asPath()));
    }

    private static void expect(List<Record> rows, int count) {
        if (rows.size() != count) {
            throw new DemoException("The query returned " + rows.size() + " rows and should return " + count);
        }
    }

    private static String found(Record row) {
        return String.format(
                "%.3f  %-20s about %-18s bought by %s",
                row.get("score").asDouble(),
                row.get("title").asString(),
                row.get("product").asString(),
                row.get("buyers").asList(value -> value.asString()).stream()
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private static String text(Path path) {
        var text = new StringBuilder(caption(path.start()));
        for (Path.Segment segment : path) {
            Relationship relationship = segment.relationship();
            boolean forward =
                    relationship.startNodeElementId().equals(segment.start().elementId());
            text.append(forward ? "-[:" : "<-[:").append(relationship.type()).append(forward ? "]->" : "]-");
            text.append(caption(segment.end()));
        }
        return text.toString();
    }

    private static String caption(Node node) {
        return "(" + ShopLabel.caption(node) + ")";
    }
}
