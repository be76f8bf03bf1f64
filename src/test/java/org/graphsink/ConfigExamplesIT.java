package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

/** The examples of {@code config/}, posted as they are. Those of the shop are run by the test of the demo. */
@WithNeo4j
class ConfigExamplesIT {

    private static final Path EXAMPLES = Path.of("config");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);

    private static KafkaBroker broker;
    private static ConnectWorker worker;
    private static ConnectClient connect;
    private static KafkaProducer<String, String> producer;

    @BeforeAll
    static void start(Neo4jServer neo4j) {
        broker = KafkaBroker.start();
        worker = ConnectWorker.start(
                broker,
                ConnectOptions.withPlugins(GraphsinkPlugin.install())
                        .variable("NEO4J_URI", neo4j.uri().toString())
                        .variable("NEO4J_PASSWORD", "any"));
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
    void everyExampleIsRunByATest() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "documents-with-vectors.json",
                            "event-stream.json",
                            "flattened-rows.json",
                            "foreign-key.json",
                            "join-table-with-key.json",
                            "join-table.json",
                            "label-from-data.json",
                            "node.json",
                            "self-reference.json",
                            "shop-sink.json",
                            "shop-source.json",
                            "two-topics.json");
        }
    }

    @Test
    void aRecordBecomesANodeUntilItsTombstone(Driver driver) throws IOException {
        run("node.json");

        send(
                "customers",
                "{'id': 1}",
                "{'id': 1, 'name': 'Ada', 'password': 'secret', 'since': '2024-05-01', 'address': {'city': 'London'}}");
        send("customers", "{'id': 2}", "{'id': 2, 'name': 'Alan', 'since': '2025-01-31'}");

        awaitGraph(
                driver,
                "(:Customer {address.city: \"London\", id: 1, name: \"Ada\", since: 2024-05-01})",
                "(:Customer {id: 2, name: \"Alan\", since: 2025-01-31})");

        send("customers", "{'id': 2}", null);

        awaitGraph(driver, "(:Customer {address.city: \"London\", id: 1, name: \"Ada\", since: 2024-05-01})");
    }

    @Test
    void aForeignKeyBecomesARelationshipThatFollowsIt(Driver driver) throws IOException {
        run("foreign-key.json");
        var columns = new LinkedHashMap<String, String>();
        columns.put("id", "int32");
        columns.put("total", "double");
        columns.put("note", "string");
        columns.put("customer_id", "int32");
        var orders = new DebeziumJson("shop.public.orders", columns);
        var ofAda = Map.of("id", 10, "total", 12.5, "note", "gift", "customer_id", 1);
        var ofAlan = Map.of("id", 10, "total", 12.5, "note", "gift", "customer_id", 2);

        send(orders.topic(), orders.key(10), orders.created(ofAda));

        awaitGraph(
                driver,
                "(:Customer {id: 1})",
                "(:Order {id: 10, note: \"gift\", total: 12.5})",
                "(:Order {id: 10, note: \"gift\", total: 12.5})-[:PLACED_BY {}]->(:Customer {id: 1})");

        send(orders.topic(), orders.key(10), orders.updated(ofAda, ofAlan));

        awaitGraph(
                driver,
                "(:Customer {id: 1})",
                "(:Customer {id: 2})",
                "(:Order {id: 10, note: \"gift\", total: 12.5})",
                "(:Order {id: 10, note: \"gift\", total: 12.5})-[:PLACED_BY {}]->(:Customer {id: 2})");
    }

    @Test
    void aRowOfAJoinTableBecomesARelationshipUntilItIsDeleted(Driver driver) throws IOException {
        run("join-table.json");
        String topic = "school.public.enrolments";
        String first = "{'student_id': 1, 'course_id': 7, 'grade': 'A', 'since': 19000}";

        send(topic, "{'student_id': 1, 'course_id': 7}", envelope("c", "null", first));
        send(
                topic,
                "{'student_id': 1, 'course_id': 8}",
                envelope("c", "null", "{'student_id': 1, 'course_id': 8, 'grade': null, 'since': 19001}"));

        awaitGraph(
                driver,
                "(:Course {id: 7})",
                "(:Course {id: 8})",
                "(:Student {id: 1})",
                "(:Student {id: 1})-[:ENROLLED_IN {grade: \"A\", since: 2022-01-08}]->(:Course {id: 7})",
                "(:Student {id: 1})-[:ENROLLED_IN {since: 2022-01-09}]->(:Course {id: 8})");

        send(topic, "{'student_id': 1, 'course_id': 7}", envelope("d", first, "null"));

        awaitGraph(
                driver,
                "(:Course {id: 7})",
                "(:Course {id: 8})",
                "(:Student {id: 1})",
                "(:Student {id: 1})-[:ENROLLED_IN {since: 2022-01-09}]->(:Course {id: 8})");
    }

    @Test
    void rowsOfAJoinTableWithAKeyOfTheirOwnLieSideBySide(Driver driver) throws IOException {
        run("join-table-with-key.json");
        String topic = "shop.public.order_items";

        send(topic, "{'id': 1}", row("c", "{'id': 1, 'order_id': 10, 'product_sku': 'tea', 'quantity': 2}"));
        send(topic, "{'id': 2}", row("c", "{'id': 2, 'order_id': 10, 'product_sku': 'tea', 'quantity': 1}"));

        awaitGraph(
                driver,
                "(:Order {id: 10})",
                "(:Order {id: 10})-[:CONTAINS {id: 1, quantity: 2}]->(:Product {sku: \"tea\"})",
                "(:Order {id: 10})-[:CONTAINS {id: 2, quantity: 1}]->(:Product {sku: \"tea\"})",
                "(:Product {sku: \"tea\"})");

        send(topic, "{'id': 1}", row("u", "{'id': 1, 'order_id': 10, 'product_sku': 'milk', 'quantity': 2}"));

        awaitGraph(
                driver,
                "(:Order {id: 10})",
                "(:Order {id: 10})-[:CONTAINS {id: 1, quantity: 2}]->(:Product {sku: \"milk\"})",
                "(:Order {id: 10})-[:CONTAINS {id: 2, quantity: 1}]->(:Product {sku: \"tea\"})",
                "(:Product {sku: \"milk\"})",
                "(:Product {sku: \"tea\"})");
    }

    @Test
    void aRowRefersToAnotherRowOfItsTable(Driver driver) throws IOException {
        run("self-reference.json");
        var columns = new LinkedHashMap<String, String>();
        columns.put("id", "int32");
        columns.put("name", "string");
        columns.put("manager_id", "int32");
        var employees = new DebeziumJson("hr.public.employees", columns);
        var grace = Map.of("id", 2, "name", "Grace", "manager_id", 1);

        send(employees.topic(), employees.key(2), employees.created(grace));
        send(employees.topic(), employees.key(1), employees.created(Map.of("id", 1, "name", "Ada")));

        awaitGraph(
                driver,
                "(:Employee {id: 1, name: \"Ada\"})",
                "(:Employee {id: 2, name: \"Grace\"})",
                "(:Employee {id: 2, name: \"Grace\"})-[:REPORTS_TO {}]->(:Employee {id: 1, name: \"Ada\"})");

        send(employees.topic(), employees.key(2), employees.updated(grace, Map.of("id", 2, "name", "Grace")));

        awaitGraph(driver, "(:Employee {id: 1, name: \"Ada\"})", "(:Employee {id: 2, name: \"Grace\"})");
    }

    @Test
    void aLabelFollowsItsColumn(Driver driver) throws IOException {
        run("label-from-data.json");
        String topic = "bank.public.accounts";

        send(topic, "{'id': 1}", row("c", "{'id': 1, 'kind': 'Savings', 'balance': 5}"));

        awaitGraph(driver, "(:Account:Savings {balance: 5, id: 1})");

        send(topic, "{'id': 1}", row("u", "{'id': 1, 'kind': 'Current', 'balance': 5}"));

        awaitGraph(driver, "(:Account:Current {balance: 5, id: 1})");
    }

    @Test
    void flattenedRowsAreRowsToo(Driver driver) throws IOException {
        run("flattened-rows.json");
        String topic = "shop.public.products";

        send(topic, "{'sku': 1}", "{'sku': 1, 'name': 'Tea', 'category': 'Food', '__deleted': 'false'}");
        send(topic, "{'sku': 2}", "{'sku': 2, 'name': 'Cup', 'category': 'Food', '__deleted': 'false'}");

        awaitGraph(
                driver,
                "(:Category {name: \"Food\"})",
                "(:Product {name: \"Cup\", sku: 2})",
                "(:Product {name: \"Cup\", sku: 2})-[:IN_CATEGORY {}]->(:Category {name: \"Food\"})",
                "(:Product {name: \"Tea\", sku: 1})",
                "(:Product {name: \"Tea\", sku: 1})-[:IN_CATEGORY {}]->(:Category {name: \"Food\"})");

        send(topic, "{'sku': 1}", "{'sku': 1, 'name': null, 'category': null, '__deleted': 'true'}");
        send(topic, "{'sku': 2}", "{'sku': 2, 'name': 'Cup', 'category': 'Dishes', '__deleted': 'false'}");

        awaitGraph(
                driver,
                "(:Category {name: \"Dishes\"})",
                "(:Category {name: \"Food\"})",
                "(:Product {name: \"Cup\", sku: 2})",
                "(:Product {name: \"Cup\", sku: 2})-[:IN_CATEGORY {}]->(:Category {name: \"Dishes\"})");
    }

    @Test
    void twoTopicsShareALabel(Driver driver) throws IOException {
        run("two-topics.json");

        send("crm.public.people", "{'id': 1}", row("c", "{'id': 1, 'name': 'Ada', 'employer_id': 2}"));
        send("crm.public.companies", "{'id': 2}", row("c", "{'id': 2, 'name': 'Acme', 'country': 'GB'}"));

        awaitGraph(
                driver,
                "(:Company:Party {country: \"GB\", id: 2, name: \"Acme\"})",
                "(:Party:Person {id: 1, name: \"Ada\"})",
                "(:Party:Person {id: 1, name: \"Ada\"})-[:WORKS_FOR {}]->"
                        + "(:Company:Party {country: \"GB\", id: 2, name: \"Acme\"})");
    }

    @Test
    void everyEventBecomesARelationshipOfItsOwn(Driver driver) throws IOException {
        run("event-stream.json");

        for (String device : List.of("phone", "desk")) {
            producer.send(new ProducerRecord<>(
                    "page-views",
                    0,
                    1_700_000_000_000L,
                    "visitor-1",
                    "{\"url\": \"/prices\", \"device\": \"" + device + "\"}"));
        }

        awaitGraph(
                driver,
                "(:Page {url: \"/prices\"})",
                "(:Visitor {id: \"visitor-1\"})",
                "(:Visitor {id: \"visitor-1\"})-[:VIEWED {at: 2023-11-14T22:13:20Z, device: \"desk\", offset: 1, partition: 0}]->"
                        + "(:Page {url: \"/prices\"})",
                "(:Visitor {id: \"visitor-1\"})-[:VIEWED {at: 2023-11-14T22:13:20Z, device: \"phone\", offset: 0, partition: 0}]->"
                        + "(:Page {url: \"/prices\"})");
    }

    @Test
    void documentsAreFoundByVectorAndByWord(Driver driver) throws IOException {
        run("documents-with-vectors.json");

        send("documents", "d1", "{'id': 'd1', 'kind': 'Manual', 'title': 'Kettle', 'source': {'url': '/kettle'}}");
        send("chunks", "c1", chunk("c1", "Descale monthly", 1, unitVector(0)));
        send("chunks", "c2", chunk("c2", "Never boil", 2, unitVector(1)));

        awaitAnswer(driver, """
                CALL db.index.vector.queryNodes('chunk_embeddings', 1, $vector) YIELD node
                MATCH (node)-[part:PART_OF]->(document:Manual)
                RETURN node.text + ', ' + part.position + ', ' + document.title + ', ' + document.source
                """, "Never boil, 2, Kettle, {\"url\":\"/kettle\"}");
        awaitAnswer(
                driver, "CALL db.index.fulltext.queryNodes('chunk_texts', 'descale') YIELD node RETURN node.id", "c1");
    }

    private static String chunk(String id, String text, int position, List<Double> embedding) {
        return "{'id': '" + id + "', 'text': '" + text + "', 'position': " + position
                + ", 'document_id': 'd1', 'embedding': " + embedding + "}";
    }

    private static List<Double> unitVector(int dimension) {
        return IntStream.range(0, 384).mapToObj(i -> i == dimension ? 1.0 : 0.0).toList();
    }

    /** A row of a table with REPLICA IDENTITY DEFAULT. */
    private static String row(String operation, String after) {
        return envelope(operation, "null", after);
    }

    private static String envelope(String operation, String before, String after) {
        return "{'op': '" + operation + "', 'before': " + before + ", 'after': " + after
                + ", 'source': {'connector': 'postgresql', 'table': 'any'}, 'ts_ms': 1700000000000}";
    }

    /** Validates the example, posts it, and waits until it runs. */
    private static void run(String file) throws IOException {
        JsonNode example = JSON.readTree(EXAMPLES.resolve(file).toFile());
        var config = new LinkedHashMap<>(
                JSON.convertValue(example.get("config"), new TypeReference<Map<String, String>>() {}));
        for (String topic : config.get("topics").split(",")) {
            broker.createTopic(topic, 1);
        }
        config.put("name", example.get("name").asText());
        assertThat(connect.validate(config)).isEqualTo(Collections.emptyMap());

        connect.create(example);
        connect.awaitRunning(example.get("name").asText());
    }

    /** Single quotes stand for double quotes. */
    private static void send(String topic, String key, String json) {
        producer.send(
                new ProducerRecord<>(topic, key.replace('\'', '"'), json == null ? null : json.replace('\'', '"')));
    }

    private static void awaitGraph(Driver driver, String... lines) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(GraphText.of(driver)).isEqualTo(List.of(lines)));
    }

    private static void awaitAnswer(Driver driver, String query, String answer) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(driver.executableQuery(query)
                                .withParameters(Map.of("vector", unitVector(1)))
                                .execute()
                                .records())
                        .extracting(row -> row.get(0).asString())
                        .containsExactly(answer));
    }
}
