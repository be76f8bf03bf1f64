package org.graphsink.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Relationship;
import org.neo4j.driver.types.TypeSystem;

/** The shop as Neo4j holds it. What the connector keeps for itself, under labels like {@code __KafkaOffset}, is left out. */
final class Graph {

    private static final String NODES = "MATCH (n) WHERE none(l IN labels(n) WHERE l STARTS WITH '__') RETURN n";
    private static final String RELATIONSHIPS = "MATCH (a)-[r]->(b) RETURN r, a, b";

    private final Driver driver;

    Graph(Driver driver) {
        this.driver = driver;
    }

    List<Record> query(String cypher, Map<String, Object> parameters) {
        return driver.executableQuery(cypher)
                .withParameters(parameters)
                .execute()
                .records();
    }

    List<Record> query(String cypher) {
        return query(cypher, Map.of());
    }

    List<Node> nodes() {
        return query(NODES).stream()
                .map(row -> row.get("n").asNode())
                .sorted(Comparator.comparing(ShopLabel::pattern))
                .toList();
    }

    List<Relationship> relationships() {
        return query(RELATIONSHIPS).stream()
                .map(row -> row.get("r").asRelationship())
                .toList();
    }

    Contents contents() {
        var entities = new TreeMap<String, Map<String, String>>();
        var patterns = new HashMap<String, String>();
        for (Node node : nodes()) {
            patterns.put(node.elementId(), ShopLabel.pattern(node));
            entities.put(
                    ShopLabel.pattern(node), fields(node, ShopLabel.of(node).key()));
        }
        for (Relationship relationship : relationships()) {
            String key = relationship.containsKey("id") ? " {id: " + relationship.get("id") + "}" : "";
            String pattern = patterns.get(relationship.startNodeElementId())
                    + "-[:" + relationship.type() + key + "]->"
                    + patterns.get(relationship.endNodeElementId());
            entities.put(pattern, fields(relationship, "id"));
        }
        return new Contents(entities);
    }

    private static Map<String, String> fields(Entity entity, String key) {
        var fields = new TreeMap<String, String>();
        for (String name : entity.keys()) {
            if (!name.equals(key)) {
                var value = entity.get(name);
                fields.put(
                        name,
                        value.hasType(TypeSystem.getDefault().LIST())
                                ? ShortText.list(
                                        value.size(),
                                        i -> Float.toString(value.get(i).asFloat()))
                                : value.toString());
            }
        }
        return fields;
    }
}
