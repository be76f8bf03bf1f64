package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphsink.graph.Claims;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.graph.Share;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;
import org.graphsink.support.GraphText;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/** Emptying in batches leaves the graph that the statements of one transaction leave. */
@WithNeo4j
class EmptyingBatchesIT {

    private static final NodeShape PERSON = new NodeShape("Person", List.of("id"));
    private static final Placeholders PLACEHOLDERS =
            new Placeholders("Stub", Set.of("Person", "City")::contains, Set.of("Person", "City", "Order")::contains);

    private static final Share MARKED = new Share(
            Optional.of("__Row_a"),
            List.of("__Row_b"),
            false,
            List.of("id", "score"),
            true,
            new TreeMap<>(Map.of("Vip", List.of("__Row_b"))));

    /** Persons with rows of their own, with properties of other rows, and stubs; all with and without relationships. */
    private static final String GRAPH = """
            UNWIND range(1, 40) AS i
            MERGE (p:Person {id: i})
            FOREACH (x IN CASE WHEN i % 4 = 0 THEN [1] ELSE [] END | SET p:Stub)
            FOREACH (x IN CASE WHEN i % 4 = 1 THEN [1] ELSE [] END | SET p.name = 'n' + i, p:Vip)
            FOREACH (x IN CASE WHEN i % 4 = 2 THEN [1] ELSE [] END | SET p.name = 'n' + i, p.score = i)
            FOREACH (x IN CASE WHEN i % 4 = 2 THEN [1] ELSE [] END | SET p:__Row_b)
            FOREACH (x IN CASE WHEN i % 4 IN [1, 2] AND i % 3 > 0 THEN [1] ELSE [] END | SET p:__Row_a)
            MERGE (c:City {name: 'c' + i % 7})
            FOREACH (x IN CASE WHEN i % 7 > 2 THEN [1] ELSE [] END | SET c:Stub)
            FOREACH (x IN CASE WHEN i % 3 = 0 THEN [1] ELSE [] END | MERGE (p)-[:LIVES_IN]->(c))
            FOREACH (x IN CASE WHEN i % 5 = 0 THEN [1] ELSE [] END | CREATE (:Order {id: i})-[:PLACED_BY]->(p))
            MERGE (q:Person {id: 1 + i * 7 % 40})
            FOREACH (x IN CASE WHEN i % 2 = 0 THEN [1] ELSE [] END | MERGE (p)-[:KNOWS]->(q))
            FOREACH (x IN CASE WHEN i % 9 = 0 THEN [1] ELSE [] END | MERGE (p)-[:KNOWS]->(p))
            """;

    static Stream<Arguments> emptyings() {
        var placedBy = List.of(new Reference(Optional.of("PLACED_BY"), true));
        var any = List.of(new Reference(Optional.empty(), true));
        return Stream.of(
                        Rows.emptyLabel(PERSON, Claims.NONE),
                        Rows.emptyLabel(PERSON, new Claims(placedBy, Optional.empty(), List.of("Vip"))),
                        Rows.emptyLabel(PERSON, new Claims(any, Optional.empty(), List.of())),
                        Rows.emptyLabel(
                                PERSON,
                                new Claims(placedBy, Optional.of(Share.unmarked(List.of("name"))), List.of("Vip"))),
                        Rows.emptyLabel(
                                PERSON, new Claims(List.of(), Optional.of(Share.unmarked(List.of())), List.of())),
                        Rows.emptyLabel(PERSON, new Claims(placedBy, Optional.of(MARKED), List.of("Vip"))),
                        Rows.emptyType("KNOWS", "Person", "Person"),
                        Rows.emptyType("LIVES_IN", "Person", "City"),
                        Rows.emptyType("PLACED_BY", "Order", "Person"))
                .flatMap(step -> Stream.of(1, 3, 1_000).map(most -> Arguments.of(step, most)));
    }

    @ParameterizedTest
    @MethodSource("emptyings")
    void batchesEndWithTheGraphOfTheStatementsOfOneTransaction(WriteStep step, int most, Driver driver) {
        var renderer = new CypherRenderer(PLACEHOLDERS);
        var plan = new WritePlan(List.of(step));
        fill(driver);
        for (var statement : renderer.render(plan)) {
            run(driver, statement);
        }
        var expected = GraphText.of(driver);

        fill(driver);
        for (var statement : renderer.renderEmptyingInBatches(plan, most).orElseThrow()) {
            long changed = most;
            while (changed > 0) {
                changed = run(driver, statement);
                assertThat(changed).isLessThanOrEqualTo(most);
            }
        }
        assertThat(GraphText.of(driver)).isEqualTo(expected);

        renderer.render(plan).forEach(statement -> run(driver, statement));
        assertThat(GraphText.of(driver)).isEqualTo(expected);
    }

    private static void fill(Driver driver) {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        driver.executableQuery(GRAPH).execute();
    }

    /** @return how many it took; 0 for a statement that does not say */
    private static long run(Driver driver, CypherStatement statement) {
        var records = driver.executableQuery(statement.text())
                .withParameters(statement.parameters())
                .execute()
                .records();
        return records.isEmpty() ? 0 : records.get(0).get("changed").asLong();
    }
}
