package org.graphsink.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.DefaultSettings;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    private static Capture servers;

    @BeforeAll
    static void start() throws SQLException {
        servers = new Capture();
        servers.execute(AllTypes.TYPES, AllTypes.table(), AllTypes.row(1));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void everyTypeArrivesInEveryDialect(Neo4jServer neo4j, Driver driver) throws SQLException {
        var sink = ConnectorSettings.to(neo4j.uri());
        for (var dialect : DebeziumDialect.values()) {
            servers.broker().createTopic(dialect.topic(), 1);
            sink = sink.topic(dialect.topic(), "(:" + dialect.label() + " {!id, *})");
            var settings = new HashMap<>(dialect.settings());
            settings.put("include.unknown.datatypes", "true");
            servers.capture(dialect.prefix(), "public.all_types", settings);
        }
        servers.write(sink);
        awaitNodes(driver, 1);
        servers.execute(AllTypes.row(2));
        awaitNodes(driver, 2);

        for (var dialect : DebeziumDialect.values()) {
            assertThat(read(driver, dialect, 1)).as(dialect + " snapshot").isEqualTo(dialect.properties());
            assertThat(read(driver, dialect, 2)).as(dialect + " streamed").isEqualTo(dialect.properties());
        }

        servers.execute("DELETE FROM all_types WHERE id = 2");

        for (var dialect : DebeziumDialect.values()) {
            await(dialect.name()).atMost(SOON).untilAsserted(() -> {
                servers.awaitRunning();
                assertThat(read(driver, dialect, 2)).isEmpty();
            });
            assertThat(deletion(dialect))
                    .as(dialect + " deleted")
                    .singleElement()
                    .isInstanceOf(GraphChange.PruneRelationships.class);
        }
    }

    /**
     * What the deletion means to a relationship whose ends are columns that REPLICA IDENTITY DEFAULT does not tell: Debezium
     * fills them with values of its own, which must not be taken for the row's.
     */
    private static List<GraphChange> deletion(DebeziumDialect dialect) {
        var patterns = new PatternStrategy(TopicPatterns.parse("(:Start {!id: small})-[:TO {!id}]->(:End {!id: big})"));
        return GraphPipeline.of(
                        Map.of(dialect.topic(), patterns),
                        new DecoderSettings(Set.of(), DefaultSettings.TYPES),
                        DefaultSettings.MAPPING)
                .changes(lastChange(dialect.topic()))
                .changes();
    }

    /** The last record of the topic but its tombstone. */
    private static SinkRecord lastChange(String topic) {
        try (var consumer = servers.broker().consumer(topic);
                var keys = new JsonConverter();
                var values = new JsonConverter()) {
            keys.configure(Map.of(), true);
            values.configure(Map.of(), false);
            var changes = new ArrayList<SinkRecord>();
            await().pollInSameThread().atMost(SOON).until(() -> {
                var polled = consumer.poll(Duration.ofMillis(200));
                for (var record : polled) {
                    if (record.value() != null) {
                        var key = keys.toConnectData(topic, record.key().getBytes(UTF_8));
                        var value = values.toConnectData(topic, record.value().getBytes(UTF_8));
                        changes.add(new SinkRecord(
                                topic, 0, key.schema(), key.value(), value.schema(), value.value(), record.offset()));
                    }
                }
                return polled.isEmpty() && !changes.isEmpty();
            });
            return changes.get(changes.size() - 1);
        }
    }

    private static void awaitNodes(Driver driver, int id) {
        await().atMost(SOON).untilAsserted(() -> {
            servers.awaitRunning();
            for (var dialect : DebeziumDialect.values()) {
                assertThat(read(driver, dialect, id)).as(dialect.name()).isNotEmpty();
            }
        });
    }

    /** Values with their types, as the driver shows them. */
    private static Map<String, String> read(Driver driver, DebeziumDialect dialect, int id) {
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
