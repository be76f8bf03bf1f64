package org.graphsink.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.DefaultSettings;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Every type of PostgreSQL, in all dialects of Debezium. */
@WithNeo4j
class PostgresDialectIT {

    private static Capture servers;
    private static DialectRun run;

    @BeforeAll
    static void start() throws SQLException {
        servers = new Capture(SourceDatabase.postgres());
        servers.execute(PostgresTypes.EXTENSIONS);
        run = new DialectRun(servers, "public", PostgresTypes.ALL, PostgresDialects.ALL);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void everyTypeArrivesInEveryDialect(Neo4jServer neo4j, Driver driver) throws SQLException {
        run.everyTypeArrives(neo4j, driver, Map.of("include.unknown.datatypes", "true"));
        run.aDeletedRowGoes(driver);

        for (var dialect : PostgresDialects.ALL) {
            assertThat(deletion(dialect))
                    .as(dialect.label() + " deleted")
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
                        Map.of(run.topic(dialect), patterns),
                        new DecoderSettings(Set.of(), DefaultSettings.TYPES),
                        DefaultSettings.MAPPING)
                .changes(lastChange(run.topic(dialect)))
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
            await().pollInSameThread().atMost(DialectRun.SOON).until(() -> {
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
}
