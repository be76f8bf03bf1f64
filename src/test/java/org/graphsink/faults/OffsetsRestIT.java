package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.Database;
import org.graphsink.support.servers.ConnectClient;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/**
 * Offsets as an operator sees and moves them.
 *
 * @see <a href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-875%3A+First-class+offsets+support+in+Kafka+Connect">KIP-875</a>
 */
@WithNeo4j
class OffsetsRestIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private final KafkaBroker broker = KafkaBroker.start();
    private final ConnectWorker worker =
            ConnectWorker.start(broker, ConnectOptions.withPlugins(GraphsinkPlugin.install()));
    private final ConnectClient connect = worker.client();
    private final Database database;
    private final Neo4jServer neo4j;

    OffsetsRestIT(Neo4jServer neo4j, Driver driver) {
        this.neo4j = neo4j;
        this.database = new Database(driver);
    }

    @AfterEach
    void stop() {
        worker.close();
        broker.close();
    }

    @Test
    void storedOffsetsFollowWhatAnOperatorChanges() {
        broker.createTopic("events", 1);
        send(0, 10);
        configure();
        awaitEvents(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(connect.offsets("faults"))
                        .isEqualTo(new ObjectMapper()
                                .readTree(
                                        "{\"offsets\":[{\"partition\":{\"kafka_topic\":\"events\",\"kafka_partition\":0},"
                                                + "\"offset\":{\"kafka_offset\":10}}]}")));

        connect.stop("faults");
        database.takeEvents();
        figures.injected(1);
        connect.alterOffsets(
                "faults",
                Map.of(
                        "offsets",
                        List.of(Map.of(
                                "partition",
                                Map.of("kafka_topic", "events", "kafka_partition", 0),
                                "offset",
                                Map.of("kafka_offset", 7)))));
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 7L));
        connect.resume("faults");
        awaitEvents(List.of(7L, 8L, 9L));

        connect.stop("faults");
        database.takeEvents();
        figures.injected(1);
        connect.resetOffsets("faults");
        assertThat(database.offsets()).isEmpty();
        connect.resume("faults");
        awaitEvents(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));

        send(10, 11);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.offsets()).isEqualTo(Map.of("events-0", 11L)));
    }

    @Test
    void aTopicThatIsReCreatedWithFewerRecordsIsReadFromItsStart() {
        broker.createTopic("events", 1);
        send(0, 10);
        configure();
        awaitEvents(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));
        var output = worker.process().newOutput();
        figures.injected(1);
        connect.stop("faults");
        broker.deleteTopic("events");
        broker.createTopic("events", 1);
        send(20, 23);

        connect.resume("faults");

        awaitEvents(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 20L, 21L, 22L));
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 3L));
        assertThat(output.text()).contains("the log has been restarted");
    }

    @Test
    void aConnectorOfTheSameNameGoesOnAtTheStoredOffsetsUntilTheyAreDeleted() {
        broker.createTopic("events", 1);
        send(0, 3);
        configure();
        awaitEvents(List.of(0L, 1L, 2L));
        connect.delete("faults");
        database.takeEvents();
        broker.forgetGroup("connect-faults");
        send(3, 4);

        configure();
        awaitEvents(List.of(3L));

        connect.delete("faults");
        database.takeEvents();
        broker.forgetGroup("connect-faults");
        database.run("MATCH (o:__KafkaOffset {connector: 'faults'}) DELETE o");
        database.run("MATCH (s:__GraphsinkSchema {connector: 'faults'}) DELETE s");
        configure();
        awaitEvents(List.of(0L, 1L, 2L, 3L));
        figures.injected(2);
    }

    private void configure() {
        connect.configure(
                "faults",
                ConnectorSettings.to(neo4j.uri())
                        .topic("events", "(:Event {!id})")
                        .plainJson()
                        .map());
    }

    private void send(int from, int to) {
        try (var producer = broker.producer()) {
            for (int id = from; id < to; id++) {
                producer.send(new ProducerRecord<>("events", "{\"id\":%d}".formatted(id)));
            }
        }
    }

    private void awaitEvents(List<Long> ids) {
        await().atMost(Duration.ofSeconds(60))
                .failFast(() -> connect.requireNotFailed("faults"))
                .untilAsserted(() -> assertThat(database.events()).isEqualTo(ids));
        figures.written(database.events(), ids);
    }
}
