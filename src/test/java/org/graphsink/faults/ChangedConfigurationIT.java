package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.GraphText;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** What an earlier configuration has left in the graph. */
@WithNeo4j
class ChangedConfigurationIT {

    private static final String CUSTOMERS = "(:Customer {!id, name})";
    private static final String ORDERS =
            "(:Order {!id, -customer}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer})";

    @Test
    void whereNoTopicRefersToRowsAnyMoreTheirPlaceholdersBecomeNodes(Neo4jServer server, Driver driver) {
        var customers = ConnectorSettings.to(server.uri()).named("shop").topic("customers", CUSTOMERS);
        try (var task = RunningTask.start(customers.topic("orders", ORDERS).map())) {
            task.open(new TopicPartition("orders", 0)).put(record("orders", Map.of("id", 9L, "customer", 1L)));
        }
        assertThat(GraphText.of(driver)).first().isEqualTo("(:Order {id: 9})");

        try (var task = RunningTask.start(customers.map())) {
            task.open(new TopicPartition("customers", 0)).put(record("customers", Map.of("id", 1L, "name", "Ann")));
        }

        assertThat(GraphText.of(driver))
                .containsExactly(
                        "(:Customer {id: 1, name: \"Ann\"})",
                        "(:Order {id: 9})",
                        "(:Order {id: 9})-[:PLACED_BY {}]->(:Customer {id: 1, name: \"Ann\"})");
    }

    private static List<SinkRecord> record(String topic, Map<String, ?> value) {
        return List.of(new SinkRecord(topic, 0, null, null, null, value, 0));
    }
}
