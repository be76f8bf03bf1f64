package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.DebeziumJson;
import org.graphsink.support.GraphText;
import org.graphsink.support.servers.ConnectClient;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Records go through a real broker and a real worker that runs the packaged archive, into a real database. */
@WithNeo4j
class EndToEndIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static KafkaBroker broker;
    private static ConnectWorker worker;
    private static ConnectClient connect;
    private static KafkaProducer<String, String> producer;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start();
        worker = ConnectWorker.start(broker, ConnectOptions.withPlugins(GraphsinkPlugin.install()));
        connect = worker.client();
        producer = broker.producer();
    }

    @AfterAll
    static void stop() {
        producer.close();
        worker.close();
        broker.close();
    }

    @AfterEach
    void deleteConnectors() {
        connect.connectors().forEach(connect::delete);
    }

    @Test
    void jsonWithoutSchemasBecomesNodesAndRelationships(Neo4jServer neo4j, Driver driver) {
        broker.createTopic("customers", 1);
        broker.createTopic("orders", 1);
        send("customers", null, "{'id': 1, 'name': 'Ada', 'address': {'city': 'London'}}");
        send("customers", null, "{'id': 2, 'name': 'Alan', 'address': {'city': 'Wilmslow'}}");
        send("orders", null, "{'id': 10, 'total': 12.5, 'customer_id': 1}");

        run(
                "plain",
                ConnectorSettings.to(neo4j.uri())
                        .with("key.converter", "org.apache.kafka.connect.storage.StringConverter")
                        .plainJson()
                        .topic("customers", "(:Customer {!id, *})")
                        .topic(
                                "orders",
                                "(:Order {!id, total}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id})"));

        awaitGraph(
                driver,
                "(:Customer {address.city: \"London\", id: 1, name: \"Ada\"})",
                "(:Customer {address.city: \"Wilmslow\", id: 2, name: \"Alan\"})",
                "(:Order {id: 10, total: 12.5})",
                "(:Order {id: 10, total: 12.5})-[:PLACED_BY {}]->(:Customer {address.city: \"London\", id: 1, name: \"Ada\"})");
    }

    @Test
    void changesOfRowsInJsonWithSchemasKeepTheGraphEqualToTheRows(Neo4jServer neo4j, Driver driver) {
        var customers = table("shop.public.customers", "id", "int32", "name", "string");
        var orders = table("shop.public.orders", "id", "int32", "customer_id", "int32");
        customer(customers, 1, "Ada");
        customer(customers, 2, "Alan");
        customer(customers, 3, "Grace");
        send(orders.topic(), orders.key(10), orders.created(Map.of("id", 10, "customer_id", 1)));
        send(orders.topic(), orders.key(11), orders.created(Map.of("id", 11, "customer_id", 3)));

        run(
                "rows",
                ConnectorSettings.to(neo4j.uri())
                        .topic("shop.public.customers", "(:Customer {!id, *})")
                        .topic(
                                "shop.public.orders",
                                "(:Order {!id, -customer_id}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id})"));

        awaitGraph(
                driver,
                "(:Customer {id: 1, name: \"Ada\"})",
                "(:Customer {id: 2, name: \"Alan\"})",
                "(:Customer {id: 3, name: \"Grace\"})",
                "(:Order {id: 10})",
                "(:Order {id: 10})-[:PLACED_BY {}]->(:Customer {id: 1, name: \"Ada\"})",
                "(:Order {id: 11})",
                "(:Order {id: 11})-[:PLACED_BY {}]->(:Customer {id: 3, name: \"Grace\"})");

        send(
                orders.topic(),
                orders.key(10),
                orders.updated(Map.of("id", 10, "customer_id", 1), Map.of("id", 10, "customer_id", 2)));
        send(orders.topic(), orders.key(11), orders.deleted(Map.of("id", 11, "customer_id", 3)));
        send(orders.topic(), orders.key(11), null);
        send(customers.topic(), customers.key(3), customers.deleted(Map.of("id", 3, "name", "Grace")));
        send(customers.topic(), customers.key(3), null);

        awaitGraph(
                driver,
                "(:Customer {id: 1, name: \"Ada\"})",
                "(:Customer {id: 2, name: \"Alan\"})",
                "(:Order {id: 10})",
                "(:Order {id: 10})-[:PLACED_BY {}]->(:Customer {id: 2, name: \"Alan\"})");
    }

    @Test
    void theCountersOfARunningTaskAreReadThroughJmx(Neo4jServer neo4j, Driver driver) throws Exception {
        broker.createTopic("counted", 1);
        send("counted", null, "{'id': 1}");
        send("counted", null, "{'id': 2}");
        send("counted", null, null);
        run("counting", ConnectorSettings.to(neo4j.uri()).plainJson().topic("counted", "(:Counted {!id})"));
        awaitGraph(driver, "(:Counted {id: 1})", "(:Counted {id: 2})");

        var agent = VirtualMachine.attach(worker.process().pid());
        var address = new JMXServiceURL(agent.startLocalManagementAgent());
        agent.detach();
        try (var connector = JMXConnectorFactory.connect(address)) {
            var name = new ObjectName("org.graphsink:type=sink-task,connector=counting,task=0");
            var beans = connector.getMBeanServerConnection();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(beans.getAttribute(name, "RecordsWritten"))
                            .isEqualTo(2L));
            assertThat((long) beans.getAttribute(name, "Transactions")).isBetween(1L, 3L);
            assertThat(beans.getAttribute(name, "RecordsReported")).isEqualTo(0L);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(beans.getAttribute(name, "RecordsSkipped"))
                            .isEqualTo(1L));
        }
    }

    @Test
    void aBadPatternIsRefusedOnItsSettingWithACaret(Neo4jServer neo4j) {
        var errors = connect.validate(sink(neo4j, "(:Customer {!id  ; name})"));

        assertThat(errors).isEqualTo(Map.of("neo4j.pattern.topic.customers", List.of("""
                                        neo4j.pattern.topic.customers: Column 18: expected ',' or '}' but found ';'
                                          (:Customer {!id  ; name})
                                                           ^""")));
    }

    @Test
    void aGoodConfigurationHasNoErrors(Neo4jServer neo4j) {
        assertThat(connect.validate(sink(neo4j, "(:Customer {!id})"))).isEmpty();
    }

    private static Map<String, String> sink(Neo4jServer neo4j, String pattern) {
        return ConnectorSettings.to(neo4j.uri())
                .named("any")
                .topic("customers", pattern)
                .map();
    }

    private static void run(String connector, ConnectorSettings settings) {
        connect.configure(connector, settings.with("tasks.max", "1").map());
        connect.awaitRunning(connector);
    }

    private static DebeziumJson table(String topic, String... columns) {
        broker.createTopic(topic, 1);
        var types = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.length; i += 2) {
            types.put(columns[i], columns[i + 1]);
        }
        return new DebeziumJson(topic, types);
    }

    private static void customer(DebeziumJson customers, int id, String name) {
        send(customers.topic(), customers.key(id), customers.created(Map.of("id", id, "name", name)));
    }

    /** Single quotes stand for double quotes. */
    private static void send(String topic, String key, String json) {
        producer.send(new ProducerRecord<>(topic, key, json == null ? null : json.replace('\'', '"')));
    }

    private static void awaitGraph(Driver driver, String... lines) {
        await().atMost(SOON)
                .failFast(() -> connect.connectors().forEach(connect::requireNotFailed))
                .untilAsserted(() -> assertThat(GraphText.of(driver)).isEqualTo(List.of(lines)));
    }
}
