package org.graphsink.support.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KafkaServersIT {

    @Test
    void brokerAndWorkerSurviveBeingKilled() throws Exception {
        try (var broker = KafkaBroker.start();
                var worker = ConnectWorker.start(broker, ConnectOptions.withPlugins())) {
            broker.createTopic("people", 2);

            worker.process().kill();
            broker.process().kill();
            broker.startAgain();
            worker.startAgain();

            try (var admin = broker.admin()) {
                assertThat(admin.listTopics().names().get()).contains("people");
            }
            assertThat(worker.client().connectors()).isEmpty();
        }
    }

    @Test
    void debeziumCapturesTheRowsOfPostgres() throws Exception {
        try (var postgres = PostgresServer.start();
                var broker = KafkaBroker.start();
                var worker = ConnectWorker.start(broker, ConnectOptions.withPlugins(DebeziumPlugin.folder()))) {
            try (var connection = postgres.connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE person (id int PRIMARY KEY, name text)");
                statement.execute("INSERT INTO person VALUES (1, 'Ada')");
            }

            worker.client().configure("shop", DebeziumPlugin.source(postgres, "shop"));
            worker.client().awaitRunning("shop");

            try (var consumer = broker.consumer("shop.public.person")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !consumer.poll(Duration.ofSeconds(1)).isEmpty());
            }
            assertThat(worker.client().connectorPlugins())
                    .containsKey("io.debezium.connector.postgresql.PostgresConnector");
            postgres.process().kill();
            postgres.startAgain();
            try (var connection = postgres.connect();
                    var rows = connection.createStatement().executeQuery("SELECT name FROM person")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Ada");
            }
        }
    }
}
