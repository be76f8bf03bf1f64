package org.graphsink.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.Neo4jServer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/**
 * A row with a column of every type goes through Debezium in each of its dialects, once as the snapshot reads it and once as
 * the log streams it: the same properties arrive, of the same types.
 *
 * @param schema where the table {@code all_types} is
 */
record DialectRun(Capture servers, String schema, AllTypes types, List<DebeziumDialect> dialects) {

    static final Duration SOON = Duration.ofSeconds(90);

    private static final String TABLE = "all_types";

    String topic(DebeziumDialect dialect) {
        return dialect.prefix() + "." + table();
    }

    String table() {
        return schema + "." + TABLE;
    }

    void everyTypeArrives(Neo4jServer neo4j, Driver driver, Map<String, String> settings) throws SQLException {
        servers.execute(types.table(table()), types.row(table(), 1));
        var sink = ConnectorSettings.to(neo4j.uri());
        for (var dialect : dialects) {
            servers.broker().createTopic(topic(dialect), 1);
            sink = sink.topic(topic(dialect), "(:" + dialect.label() + " {!id, *})");
            var capture = new HashMap<>(dialect.settings());
            capture.putAll(settings);
            servers.capture(dialect.prefix(), schema, table(), capture);
        }
        servers.write(sink);
        awaitRow(driver, 1, true);
        servers.execute(types.row(table(), 2));
        awaitRow(driver, 2, true);

        assertSoftly(softly -> dialects.forEach(dialect -> {
            softly.assertThat(read(driver, dialect, 1))
                    .as(dialect.label() + " snapshot")
                    .isEqualTo(dialect.properties());
            softly.assertThat(read(driver, dialect, 2))
                    .as(dialect.label() + " streamed")
                    .isEqualTo(dialect.properties());
        }));
    }

    void aDeletedRowGoes(Driver driver) throws SQLException {
        servers.execute("DELETE FROM " + table() + " WHERE id = 2");
        awaitRow(driver, 2, false);
    }

    private void awaitRow(Driver driver, int id, boolean there) {
        for (var dialect : dialects) {
            await(dialect.label()).atMost(SOON).untilAsserted(() -> {
                servers.awaitRunning();
                assertThat(!read(driver, dialect, id).isEmpty()).isEqualTo(there);
            });
        }
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
