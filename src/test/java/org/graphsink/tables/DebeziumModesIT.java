package org.graphsink.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

/** Whatever Debezium is told to leave out, to add and to write besides the changes: the graph is what the rows say. */
@WithNeo4j
class DebeziumModesIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ITEMS = "(:Item {!id, name}) ; (:Item {!id})-[:IN]->(:Box {!id: box_id})";

    private static Capture servers;
    private static int captures;

    private String prefix;
    private String topic;

    @BeforeAll
    static void start() {
        servers = new Capture(SourceDatabase.postgres());
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @BeforeEach
    void createTables() throws SQLException {
        prefix = "shop" + ++captures;
        topic = prefix + ".public.items";
        servers.broker().createTopic(topic, 1);
        servers.execute(
                "CREATE TABLE items (id int PRIMARY KEY, name text NOT NULL, box_id int)",
                "CREATE TABLE signals (id text PRIMARY KEY, type text, data text)",
                "INSERT INTO items VALUES (1, 'one', 1), (2, 'two', 1)");
    }

    @AfterEach
    void dropTables() throws SQLException {
        servers.stopConnectors();
        servers.execute("DROP TABLE items", "DROP TABLE signals");
    }

    /** How ExtractNewRecordState leaves the deletion of a row; what it drops cannot be followed. */
    @ParameterizedTest
    @CsvSource({
        "drop,                   '',           '', 1 2",
        "drop,                   op,           '', 1 2",
        "tombstone,              '',           '', 1",
        "tombstone,              op,           '', 1",
        "tombstone,              '',           op, 1",
        "rewrite,                '',           '', 1",
        "rewrite,                op,           '', 1",
        "rewrite-with-tombstone, '',           '', 1",
        "delete-to-tombstone,    '',           '', 1",
        "delete-to-tombstone,    'op,ts_ms',   '', 1"
    })
    void flattenedRowsAreFollowed(
            String deletes, String fields, String headers, String left, Neo4jServer neo4j, Driver driver)
            throws SQLException {
        var source = new HashMap<>(Map.of(
                "transforms",
                "unwrap",
                "transforms.unwrap.type",
                "io.debezium.transforms.ExtractNewRecordState",
                "transforms.unwrap.delete.tombstone.handling.mode",
                deletes));
        if (!fields.isEmpty()) {
            source.put("transforms.unwrap.add.fields", fields);
        }
        if (!headers.isEmpty()) {
            source.put("transforms.unwrap.add.headers", headers);
        }
        boolean tellsThatItIsARow = !fields.isEmpty() || !headers.isEmpty() || deletes.startsWith("rewrite");
        servers.capture(prefix, "public", "public.items", source);
        servers.write(sink(neo4j, tellsThatItIsARow ? Map.of() : Map.of("neo4j.pattern.rows.topics", topic)));
        awaitItems(driver, "1 in 1", "2 in 1");

        servers.execute(
                "UPDATE items SET box_id = 2 WHERE id = 1",
                "DELETE FROM items WHERE id = 2",
                "INSERT INTO items VALUES (3, 'last', 3)");

        awaitItems(
                driver,
                Stream.of("1 in 2", left.contains("2") ? "2 in 1" : "", "3 in 3")
                        .filter(item -> !item.isEmpty())
                        .toArray(String[]::new));
    }

    /**
     * PostgreSQL keeps a large value out of line and does not tell it where it has not changed; the halves of a changed key are
     * tied by headers, which the worker's own converter writes and reads.
     */
    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "3, true"})
    void aChangedPrimaryKeyLosesNoLargeColumn(int partitions, boolean flattened, Neo4jServer neo4j, Driver driver)
            throws SQLException {
        var keyed = prefix + ".public.keyed";
        servers.broker().createTopic(keyed, partitions);
        servers.execute(
                "CREATE TABLE keyed (id int PRIMARY KEY, name text, note text)",
                "ALTER TABLE keyed ALTER COLUMN note SET STORAGE EXTERNAL",
                "INSERT INTO keyed SELECT id, 'n' || id, repeat('x' || id, 5000) FROM generate_series(1, 20) id");
        try {
            var source = new HashMap<String, String>();
            if (flattened) {
                source.putAll(Map.of(
                        "transforms",
                        "unwrap",
                        "transforms.unwrap.type",
                        "io.debezium.transforms.ExtractNewRecordState",
                        "transforms.unwrap.add.fields",
                        "op",
                        "transforms.unwrap.delete.tombstone.handling.mode",
                        "rewrite"));
            }
            servers.capture(prefix, "public", "public.keyed", source);
            servers.write(ConnectorSettings.to(neo4j.uri()).topic(keyed, "(:Keyed {!id, name, note})"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(texts(driver, "MATCH (n:Keyed) RETURN n.name"))
                            .hasSize(20));

            servers.execute(
                    "UPDATE keyed SET id = id + 100, name = 'moved ' || id",
                    "UPDATE keyed SET id = id + 100 WHERE id <= 110",
                    "INSERT INTO keyed VALUES (1, 'new', 'short')");

            var expected = new ArrayList<String>();
            expected.add("1 new 5");
            for (int id = 1; id <= 20; id++) {
                expected.add((id <= 10 ? 200 + id : 100 + id) + " moved " + id + " " + (id < 10 ? 10_000 : 15_000));
            }
            await().atMost(SOON).untilAsserted(() -> {
                servers.awaitRunning();
                assertThat(
                                texts(
                                        driver,
                                        "MATCH (n:Keyed) RETURN n.id + ' ' + n.name + ' ' + coalesce(toString(size(n.note)), 'lost')"))
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(texts(driver, "MATCH (n:__Moving|__Left) RETURN 'half a change'"))
                        .isEmpty();
            });
        } finally {
            servers.stopConnectors();
            servers.execute("DROP TABLE keyed");
        }
    }

    /**
     * The graph is what the topic tells, whose last word on a row need not be the row: PostgreSQL sends a transaction to
     * Debezium a moment before other sessions see it, and a chunk that is read in that moment tells an older state later.
     */
    @Test
    void anIncrementalSnapshotMixesWithChanges(Neo4jServer neo4j, Driver driver) throws SQLException {
        servers.execute("INSERT INTO items SELECT id, 'old', 1 FROM generate_series(3, 600) id");
        servers.capture(
                prefix,
                "public",
                "public.items,public.signals",
                Map.of(
                        "snapshot.mode",
                        "no_data",
                        "signal.data.collection",
                        "public.signals",
                        "incremental.snapshot.chunk.size",
                        "20"));
        servers.write(sink(neo4j, Map.of()));
        servers.execute("UPDATE items SET box_id = 2 WHERE id = 1");
        awaitItems(driver, "1 in 2");

        servers.execute("INSERT INTO signals VALUES ('all', 'execute-snapshot',"
                + " '{\"data-collections\": [\"public.items\"], \"type\": \"incremental\"}')");
        for (int id = 600; id > 400; id -= 4) {
            servers.execute(
                    "UPDATE items SET box_id = 3 WHERE id = " + id,
                    "DELETE FROM items WHERE id = " + (id - 1),
                    "UPDATE items SET box_id = NULL WHERE id = " + (id - 2));
        }

        var operations = new StringBuilder();
        var told = new TreeMap<Integer, String>();
        try (var consumer = servers.broker().consumer(topic)) {
            await().pollInSameThread().atMost(SOON).untilAsserted(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    apply(record.value(), operations, told);
                }
                assertThat(told.keySet()).containsExactlyElementsOf(ids());
                assertThat(items(driver)).containsExactlyElementsOf(told.values());
            });
        }
        assertThat(operations).containsPattern("r[ud]+r");
    }

    @Test
    void whatIsNoRowIsPassedOver(Neo4jServer neo4j, Driver driver) throws SQLException {
        var others = List.of(
                prefix + ".transaction", prefix + ".message", prefix + ".notes", "__debezium-heartbeat." + prefix);
        others.forEach(other -> servers.broker().createTopic(other, 1));
        servers.capture(
                prefix,
                "public",
                "public.items",
                Map.of(
                        "provide.transaction.metadata",
                        "true",
                        "heartbeat.interval.ms",
                        "100",
                        "notification.enabled.channels",
                        "sink",
                        "notification.sink.topic.name",
                        prefix + ".notes"));
        servers.write(ConnectorSettings.to(neo4j.uri())
                .with("topics.regex", "(__debezium-heartbeat\\.)?" + prefix + ".*")
                .pattern(topic, ITEMS));
        awaitItems(driver, "1 in 1", "2 in 1");

        servers.execute(
                "SELECT pg_logical_emit_message(true, 'note', 'in a transaction')",
                "SELECT pg_logical_emit_message(false, 'note', 'at once')",
                "UPDATE items SET box_id = 2 WHERE id = 1",
                "DELETE FROM items WHERE id = 2");

        awaitItems(driver, "1 in 2");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topicsWithOffset(driver)).containsAll(others));
        servers.awaitRunning();
    }

    /** The JSON converter gives the default for a null unless it is told not to, when it writes and when it reads. */
    @Test
    void aNullStaysANullWhereItsColumnHasADefault(Neo4jServer neo4j, Driver driver) throws SQLException {
        servers.execute(
                "ALTER TABLE items ALTER COLUMN box_id SET DEFAULT 9",
                "INSERT INTO items (id, name, box_id) VALUES (3, 'loose', NULL)");
        var converter = Map.of(
                "value.converter",
                "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.replace.null.with.default",
                "false");
        servers.capture(prefix, "public", "public.items", converter);
        servers.write(sink(neo4j, converter));
        awaitItems(driver, "1 in 1", "2 in 1", "3 in none");

        servers.execute("UPDATE items SET box_id = NULL WHERE id = 1");

        awaitItems(driver, "1 in none", "2 in 1", "3 in none");
    }

    @ParameterizedTest
    @CsvSource({"ignore, 1 in 1;2 in 1;3 in 3", "apply, 3 in 3"})
    void aTruncateEmptiesTheGraphWhereThatIsWanted(String truncate, String left, Neo4jServer neo4j, Driver driver)
            throws SQLException {
        servers.capture(prefix, "public", "public.items", Map.of("skipped.operations", "none"));
        servers.write(sink(neo4j, Map.of("neo4j.cdc.truncate", truncate)));
        awaitItems(driver, "1 in 1", "2 in 1");

        servers.execute("TRUNCATE items", "INSERT INTO items VALUES (3, 'last', 3)");

        awaitItems(driver, left.split(";"));
    }

    private ConnectorSettings sink(Neo4jServer neo4j, Map<String, String> more) {
        return ConnectorSettings.to(neo4j.uri()).topic(topic, ITEMS).with(more);
    }

    private static void awaitItems(Driver driver, String... expected) {
        await().atMost(SOON).untilAsserted(() -> {
            servers.awaitRunning();
            assertThat(items(driver)).containsExactly(expected);
        });
    }

    private static List<String> items(Driver driver) {
        return texts(
                driver,
                "MATCH (n:Item) OPTIONAL MATCH (n)-[:IN]->(b:Box)"
                        + " RETURN n.id + ' in ' + coalesce(toString(b.id), 'none') ORDER BY n.id, b.id");
    }

    /** Keeps the letters of the operations, and the items by their ids. */
    private static void apply(String record, StringBuilder operations, Map<Integer, String> items)
            throws JsonProcessingException {
        if (record == null) {
            return;
        }
        var change = JSON.readTree(record).get("payload");
        operations.append(change.get("op").asText());
        if (change.get("op").asText().equals("d")) {
            items.remove(change.at("/before/id").asInt());
        } else {
            int id = change.at("/after/id").asInt();
            items.put(id, id + " in " + change.at("/after/box_id").asText().replace("null", "none"));
        }
    }

    private static List<Integer> ids() throws SQLException {
        var ids = new ArrayList<Integer>();
        try (var database = servers.database().connect();
                var statement = database.createStatement();
                var result = statement.executeQuery("SELECT id FROM items ORDER BY id")) {
            while (result.next()) {
                ids.add(result.getInt(1));
            }
        }
        return ids;
    }

    /** Passing a record over moves the offset beyond it. */
    private static List<String> topicsWithOffset(Driver driver) {
        return texts(driver, "MATCH (o:__KafkaOffset) WHERE o.offset > 0 RETURN o.topic");
    }

    private static List<String> texts(Driver driver, String query) {
        return driver.executableQuery(query).execute().records().stream()
                .map(row -> row.get(0).asString())
                .toList();
    }
}
