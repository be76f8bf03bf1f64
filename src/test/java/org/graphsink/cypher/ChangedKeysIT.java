package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.Reference;
import org.graphsink.support.GraphText;
import org.graphsink.support.UnknownFamilies;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;

/** The halves of changed primary keys, each in a transaction of its own. */
@WithNeo4j
class ChangedKeysIT {

    private static final CypherRenderer RENDERER =
            new CypherRenderer(new Placeholders("__Placeholder", shape -> true, adjacent -> true));
    private static final List<Reference> COPIES = List.of(new Reference(Optional.of("COPY_OF"), true));
    private static final String[] MOVED = {
        "(:Copy {id: 7})",
        "(:Copy {id: 7})-[:COPY_OF {}]->(:Manual:__Placeholder {id: 1})",
        "(:Manual:Read {body: \"long\", id: 2, rank: 3, title: \"new\"})",
        "(:Manual:Read {body: \"long\", id: 2, rank: 3, title: \"new\"})-[:SEEN_BY {at: 4}]->(:Person {name: \"Ann\"})",
        "(:Person {name: \"Ann\"})"
    };

    @BeforeEach
    void fill(Driver driver) {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        driver.executableQuery("CREATE (m:Manual:Text:Read {id: 1, title: 'old', body: 'long', note: 'x', rank: 3})"
                        + "-[:SEEN_BY {at: 4}]->(:Person {name: 'Ann'}), (:Copy {id: 7})-[:COPY_OF]->(m)")
                .execute();
    }

    @Test
    void whatNoRecordTellsGoesFromTheOldKeyToTheNewOne(Driver driver) {
        write(driver, leave(1, 2));
        write(driver, arrive(1, 2));

        assertThat(GraphText.of(driver)).containsExactlyInAnyOrder(MOVED);
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void theHalvesComeInEitherOrder(Driver driver) {
        write(driver, arrive(1, 2));
        write(driver, leave(1, 2));

        assertThat(GraphText.of(driver)).containsExactlyInAnyOrder(MOVED);
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void bothHalvesMayComeInOneTransaction(Driver driver) {
        var both = new ArrayList<>(leave(1, 2));
        both.addAll(arrive(1, 2));

        write(driver, both);

        assertThat(GraphText.of(driver)).containsExactlyInAnyOrder(MOVED);
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void aChainOfChangesIsFollowedHoweverItsHalvesCome(Driver driver) {
        write(driver, arrive(1, 2));
        write(driver, leave(2, 3));
        write(driver, leave(1, 2));
        write(driver, arrive(2, 3));

        assertThat(GraphText.of(driver))
                .contains("(:Manual:Read {body: \"long\", id: 3, rank: 3, title: \"new\"})")
                .noneMatch(line -> line.contains("{body: \"long\", id: 2"));
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void aChainIsFollowedWhoseHalvesComeTogether(Driver driver) {
        var both = new ArrayList<>(leave(2, 3));
        both.addAll(leave(1, 2));

        write(driver, arrive(1, 2));
        write(driver, both);
        write(driver, arrive(2, 3));

        assertThat(GraphText.of(driver))
                .contains("(:Manual:Read {body: \"long\", id: 3, rank: 3, title: \"new\"})")
                .noneMatch(line -> line.contains("{body: \"long\", id: 2"));
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void aChainIsFollowedWhereAnyRelationshipMayBeOneThatRowsMake(Driver driver) {
        var any = List.of(new Reference(Optional.empty(), true));

        write(driver, arrive(1, 2));
        write(
                driver,
                List.of(
                        new SetAsideNode(manual(2), new KeyMove("2>3", 0), true, new Carried(List.of(), any)),
                        new DeleteNode(manual(2), new Claims(any, Optional.empty(), List.of()))));
        write(driver, leave(1, 2));
        write(driver, arrive(2, 3));

        assertThat(GraphText.of(driver))
                .contains("(:Manual:Read {body: \"long\", id: 3, rank: 3, title: \"new\"})")
                .noneMatch(line -> line.contains("{body: \"long\", id: 2"));
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void twoRowsThatExchangeTheirKeysKeepWhatIsTheirs(Driver driver) {
        driver.executableQuery("CREATE (:Manual {id: 2, body: 'other'})").execute();

        write(driver, leave(1, 2));
        write(driver, leave(2, 1));
        write(driver, arrive(2, 1));
        write(driver, arrive(1, 2));

        assertThat(GraphText.of(driver))
                .contains(
                        "(:Manual {body: \"other\", id: 1, title: \"new\"})",
                        "(:Manual:Read {body: \"long\", id: 2, rank: 3, title: \"new\"})");
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void aRowThatIsGoneAgainBeforeTheOtherHalfComesGetsNothing(Driver driver) {
        write(driver, arrive(1, 2));
        write(driver, List.of(new DeleteNode(manual(2), Claims.NONE)));
        write(driver, leave(1, 2));

        assertThat(GraphText.of(driver)).noneMatch(line -> line.contains("body"));
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void aKeyThatIsUsedAgainMeanwhileIsTheNewRows(Driver driver) {
        write(driver, leave(1, 2));
        write(
                driver,
                List.of(new UpsertNode(
                        manual(1),
                        MissingNode.CREATE_FOR_ROW,
                        Set.of(),
                        Set.of(),
                        Properties.of(Map.of("title", "another")),
                        PropertyWrite.MERGE)));
        write(driver, arrive(1, 2));

        assertThat(GraphText.of(driver))
                .contains(
                        "(:Manual {id: 1, title: \"another\"})",
                        "(:Manual:Read {body: \"long\", id: 2, rank: 3, title: \"new\"})");
        assertThat(hidden(driver)).isEmpty();
    }

    @Test
    void halvesThatAreWrittenAtTheSameTimeFindEachOther(Driver driver) {
        driver.executableQuery("CREATE CONSTRAINT one_half IF NOT EXISTS FOR (l:__Changing) REQUIRE l.__move IS UNIQUE")
                .execute();
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            run(transaction, arrive(1, 2));
            var other = CompletableFuture.runAsync(() -> write(driver, leave(1, 2)));
            Awaitility.await()
                    .until(() -> !driver.executableQuery(
                                    "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status")
                            .execute()
                            .records()
                            .isEmpty());
            transaction.commit();
            other.join();
        }

        assertThat(GraphText.of(driver)).containsExactlyInAnyOrder(MOVED);
        assertThat(hidden(driver)).isEmpty();
    }

    private static List<GraphChange> leave(int from, int to) {
        return List.of(
                new SetAsideNode(
                        manual(from), new KeyMove(from + ">" + to, 0), true, new Carried(List.of("Text"), COPIES)),
                new DeleteNode(manual(from), new Claims(COPIES, Optional.empty(), List.of("Text"))));
    }

    private static List<GraphChange> arrive(int from, int to) {
        return List.of(
                new UpsertNode(
                        manual(to),
                        MissingNode.CREATE_FOR_ROW,
                        Set.of(),
                        Set.of(),
                        Properties.of(List.of("title", "note"), "new", null),
                        PropertyWrite.MERGE),
                new TakeBackNode(
                        manual(to), new KeyMove(from + ">" + to, 0), Optional.of(List.of("id", "title", "note"))));
    }

    private static NodeIdentity manual(int id) {
        return NodeIdentity.of("Manual", Map.of("id", id));
    }

    /** What the connector still keeps for itself, and relationships with that. */
    private static List<String> hidden(Driver driver) {
        return driver
                .executableQuery("MATCH (n) WHERE n:__Moving OR n:__Left RETURN labels(n) + keys(n) AS text")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("text").toString())
                .toList();
    }

    private static void write(Driver driver, List<GraphChange> changes) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> run(transaction, changes));
        }
    }

    private static void run(SimpleQueryRunner transaction, List<GraphChange> changes) {
        RENDERER.render(UnknownFamilies.plan(changes))
                .forEach(statement -> transaction
                        .run(statement.text(), statement.parameters())
                        .consume());
    }
}
