package org.graphsink.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graphsink.cypher.Identifier;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** Finds the nodes that keep a constraint from being created: how many, and some of them by element id. */
final class BlockingNodes {

    private static final int EXAMPLES = 3;
    private static final TransactionConfig BOUNDED =
            TransactionConfig.builder().withTimeout(Duration.ofSeconds(60)).build();

    private BlockingNodes() {}

    /**
     * @return the sentence that follows the constraint's name, without any property's value; empty where no node stands
     *     in the way, or where looking for them failed
     */
    static Optional<String> describe(Session session, NodeConstraint constraint) {
        try {
            var problems = new ArrayList<String>();
            duplicates(session, constraint.target()).ifPresent(problems::add);
            if (constraint.key()) {
                withoutKey(session, constraint.target()).ifPresent(problems::add);
            }
            return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
        } catch (Neo4jException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> duplicates(Session session, Target target) {
        var row = session.run(duplicatesQuery(target), BOUNDED).single();
        long values = row.get("values").asLong();
        if (values == 0) {
            return Optional.empty();
        }
        long nodes = row.get("nodes").asLong();
        String examples = row.get("examples").asList(Value::asList).stream()
                .map(ids -> ids.stream().map(String::valueOf).collect(Collectors.joining(" = ")))
                .collect(Collectors.joining(", "));
        return Optional.of(nodes + " nodes share " + values + (values == 1 ? " value" : " values")
                + " of it, for example (by element id) " + examples);
    }

    private static Optional<String> withoutKey(Session session, Target target) {
        var row = session.run(withoutKeyQuery(target), BOUNDED).single();
        long nodes = row.get("nodes").asLong();
        if (nodes == 0) {
            return Optional.empty();
        }
        String examples = row.get("examples").asList(Value::asString).stream().collect(Collectors.joining(", "));
        return Optional.of(nodes + (nodes == 1 ? " node lacks" : " nodes lack")
                + " a property of it, for example (by element id) " + examples);
    }

    static String duplicatesQuery(Target target) {
        List<String> properties = quoted(target);
        String keys = IntStream.range(0, properties.size())
                .mapToObj(i -> properties.get(i) + " AS k" + i)
                .collect(Collectors.joining(", "));
        String present = properties.stream().map(p -> p + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "MATCH " + CreateStatement.entity(target) + " WHERE " + present + " WITH " + keys
                + ", count(*) AS copies, collect(elementId(n))[.." + EXAMPLES + "] AS ids WHERE copies > 1"
                + " RETURN count(*) AS values, sum(copies) AS nodes, collect(ids)[.." + EXAMPLES + "] AS examples";
    }

    static String withoutKeyQuery(Target target) {
        String absent = quoted(target).stream().map(p -> p + " IS NULL").collect(Collectors.joining(" OR "));
        return "MATCH " + CreateStatement.entity(target) + " WHERE " + absent
                + " RETURN count(*) AS nodes, collect(elementId(n))[.." + EXAMPLES + "] AS examples";
    }

    private static List<String> quoted(Target target) {
        return target.properties().stream()
                .map(property -> "n." + Identifier.quote(property))
                .toList();
    }
}
