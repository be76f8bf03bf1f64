package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphsink.support.GraphText;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** The connector that the README puts to a worker, with the server's address and plain JSON. */
@WithNeo4j
class ReadmeConnectorIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void itPutsBadRecordsAside(Neo4jServer neo4j, Driver driver) throws IOException {
        var config = new HashMap<>(ofReadme());
        config.put("neo4j.uri", neo4j.uri().toString());
        for (String converter : List.of("key.converter", "value.converter")) {
            config.put(converter, "org.apache.kafka.connect.json.JsonConverter");
            config.put(converter + ".schemas.enable", "false");
        }
        try (var broker = KafkaBroker.start();
                var worker = ConnectWorker.start(
                        broker,
                        ConnectOptions.withPlugins(GraphsinkPlugin.install()).variable("NEO4J_PASSWORD", "any"));
                var producer = broker.producer()) {
            for (String topic : config.get("topics").split(",")) {
                broker.createTopic(topic, 1);
            }
            worker.client().configure("shop", config);
            worker.client().awaitRunning("shop");

            producer.send(record("customers", "{'id': 1}", "{'id': 1, 'name': 'Ada'}"));
            producer.send(record("orders", "{'number': 10}", "{'total': 12.5, 'customer_id': 1}"));
            producer.send(record("orders", "{'id': 11}", "{'id': 11, 'total': 7.0, 'customer_id': 1}"));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(GraphText.of(driver))
                                    .containsExactly(
                                            "(:Customer {id: 1, name: \"Ada\"})",
                                            "(:Order {id: 11, total: 7.0})",
                                            "(:Order {id: 11, total: 7.0})-[:PLACED_BY {}]->(:Customer {id: 1, name: \"Ada\"})"));
            try (var letters = broker.consumer(config.get("errors.deadletterqueue.topic.name"))) {
                await().pollInSameThread()
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(letters.poll(Duration.ofMillis(200)))
                                .extracting(ConsumerRecord::key)
                                .containsExactly("{\"number\": 10}"));
            }
        }
    }

    private static Map<String, String> ofReadme() throws IOException {
        var command = Pattern.compile("/connectors/shop/config -d '(\\{.*?})'", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(command.find()).isTrue();
        return new ObjectMapper().readValue(command.group(1), new TypeReference<>() {});
    }

    /** A row as Debezium tells it that was created; single quotes stand for double quotes. */
    private static ProducerRecord<String, String> record(String table, String key, String row) {
        String value = "{'op': 'c', 'before': null, 'after': " + row
                + ", 'source': {'connector': 'postgresql', 'table': 'any'}, 'ts_ms': 1700000000000}";
        return new ProducerRecord<>("shop.public." + table, key.replace('\'', '"'), value.replace('\'', '"'));
    }
}
