package org.graphsink.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphsink.servers.ConnectOptions;
import org.graphsink.servers.ConnectWorker;
import org.graphsink.servers.DebeziumPlugin;
import org.graphsink.servers.GraphsinkPlugin;
import org.graphsink.servers.KafkaBroker;
import org.graphsink.servers.Neo4jServer;
import org.graphsink.servers.PostgresServer;
import org.graphsink.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/**
 * A row with a column of every type goes through Debezium in each of its dialects, once as the snapshot reads it and once as
 * the log streams it: the same properties arrive, of the same types.
 */
@WithNeo4j
class PostgresDialectIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static KafkaBroker broker;
    private static PostgresServer postgres;
    private static ConnectWorker worker;

    @BeforeAll
    static void start() throws SQLException {
        broker = KafkaBroker.start();
        postgres = PostgresServer.start();
        worker = ConnectWorker.start(
                broker, ConnectOptions.withPlugins(GraphsinkPlugin.install(), DebeziumPlugin.folder()));
        try (var database = postgres.connect();
                var statement = database.createStatement()) {
            statement.execute(AllTypes.TYPES);
            statement.execute(AllTypes.table());
            statement.execute(AllTypes.row(1));
        }
    }

    @AfterAll
    static void stop() {
        worker.close();
        postgres.close();
        broker.close();
    }

    @Test
    void everyTypeArrivesInEveryDialect(Neo4jServer neo4j, Driver driver) throws SQLException {
        var sink =
                sink(neo4j, Arrays.stream(Dialect.values()).map(Dialect::topic).collect(Collectors.joining(",")));
        for (var dialect : Dialect.values()) {
            broker.createTopic(dialect.topic(), 1);
            sink.put("neo4j.pattern.topic." + dialect.topic(), "(:" + dialect.label() + " {!id, *})");
            var source = source(dialect.prefix());
            source.put("table.include.list", "public.all_types");
            source.put("include.unknown.datatypes", "true");
            source.putAll(dialect.settings());
            worker.client().configure(dialect.prefix(), source);
        }
        worker.client().configure("graph", sink);
        for (var dialect : Dialect.values()) {
            worker.client().awaitRunning(dialect.prefix());
        }
        worker.client().awaitRunning("graph");
        awaitNodes(driver, 1);
        try (var database = postgres.connect();
                var statement = database.createStatement()) {
            statement.execute(AllTypes.row(2));
        }
        awaitNodes(driver, 2);

        for (var dialect : Dialect.values()) {
            assertThat(read(driver, dialect, 1)).as(dialect + " snapshot").isEqualTo(dialect.properties());
            assertThat(read(driver, dialect, 2)).as(dialect + " streamed").isEqualTo(dialect.properties());
        }
        worker.client().connectors().forEach(worker.client()::delete);
    }

    /** How ExtractNewRecordState leaves the deletion of a row. */
    @ParameterizedTest
    @CsvSource({
        "drop,                   '',      1 2",
        "tombstone,              '',      1",
        "tombstone,              op,      1",
        "rewrite,                '',      1",
        "rewrite-with-tombstone, '',      1",
        "delete-to-tombstone,    '',      1",
        "delete-to-tombstone,    'op,ts_ms', 1"
    })
    void flattenedRowsAreFollowed(String deletes, String fields, String left, Neo4jServer neo4j, Driver driver)
            throws SQLException {
        var prefix = "flat" + Integer.toHexString((deletes + fields).hashCode());
        var topic = prefix + ".public.items";
        broker.createTopic(topic, 1);
        try (var database = postgres.connect();
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE items (id int PRIMARY KEY, name text NOT NULL, box_id int)");
            statement.execute("INSERT INTO items VALUES (1, 'one', 1), (2, 'two', 1)");

            var source = source(prefix);
            source.put("table.include.list", "public.items");
            source.put("transforms", "unwrap");
            source.put("transforms.unwrap.type", "io.debezium.transforms.ExtractNewRecordState");
            source.put("transforms.unwrap.delete.tombstone.handling.mode", deletes);
            if (!fields.isEmpty()) {
                source.put("transforms.unwrap.add.fields", fields);
            }
            var sink = sink(neo4j, topic);
            sink.put("neo4j.pattern.topic." + topic, "(:Item {!id, name}); (:Item {!id})-[:IN]->(:Box {!id: box_id})");
            if (fields.isEmpty() && !deletes.startsWith("rewrite")) {
                sink.put("neo4j.pattern.rows.topics", topic);
            }
            run(prefix, source);
            run("graph", sink);
            await().atMost(SOON).untilAsserted(() -> assertThat(items(driver)).isEqualTo(List.of("1 in 1", "2 in 1")));
            statement.execute("UPDATE items SET box_id = 2 WHERE id = 1");
            statement.execute("DELETE FROM items WHERE id = 2");
            statement.execute("INSERT INTO items VALUES (3, 'last', 3)");

            var expected = Stream.concat(
                            Arrays.stream(left.split(" ")).map(id -> id.equals("1") ? "1 in 2" : "2 in 1"),
                            Stream.of("3 in 3"))
                    .toList();
            await().atMost(SOON).untilAsserted(() -> assertThat(items(driver)).isEqualTo(expected));
        } finally {
            worker.client().delete(prefix);
            worker.client().delete("graph");
            try (var database = postgres.connect();
                    var statement = database.createStatement()) {
                statement.execute("DROP TABLE items");
            }
        }
    }

    private static List<String> items(Driver driver) {
        return driver
                .executableQuery(
                        "MATCH (n:Item) OPTIONAL MATCH (n)-[:IN]->(b:Box) RETURN n.id + ' in ' + b.id ORDER BY n.id, b.id")
                .execute()
                .records()
                .stream()
                .map(row -> row.get(0).asString())
                .toList();
    }

    private static Map<String, String> sink(Neo4jServer neo4j, String topics) {
        return new HashMap<>(Map.of(
                "connector.class",
                "org.graphsink.Neo4jSinkConnector",
                "topics",
                topics,
                "neo4j.uri",
                neo4j.uri().toString(),
                "neo4j.authentication.type",
                "NONE"));
    }

    private static Map<String, String> source(String prefix) {
        var source = new HashMap<>(DebeziumPlugin.source(postgres, prefix));
        source.put("publication.name", prefix);
        source.put("slot.drop.on.stop", "true");
        source.put("poll.interval.ms", "50");
        return source;
    }

    private static void run(String connector, Map<String, String> configuration) {
        worker.client().configure(connector, configuration);
        worker.client().awaitRunning(connector);
    }

    private static void awaitNodes(Driver driver, int id) {
        await().atMost(SOON).untilAsserted(() -> {
            worker.client().awaitRunning("graph");
            for (var dialect : Dialect.values()) {
                assertThat(read(driver, dialect, id)).as(dialect.name()).isNotEmpty();
            }
        });
    }

    /** Values with their types, as the driver shows them. */
    private static Map<String, String> read(Driver driver, Dialect dialect, int id) {
        var read = new TreeMap<String, String>();
        for (var row : driver.executableQuery("MATCH (n:" + dialect.label() + " {id: " + id + "}) RETURN n")
                .execute()
                .records()) {
            row.get(0).asNode().asMap(value -> value).forEach((name, value) -> {
                if (!name.equals("id")) {
                    read.put(name, text(value));
                }
            });
        }
        return read;
    }

    private static String text(Value value) {
        if (value.type().equals(TypeSystem.getDefault().BYTES())) {
            return "BYTES " + HexFormat.of().formatHex(value.asByteArray());
        }
        return value.type().name().replace(" OF ANY?", "") + " " + value;
    }
}
