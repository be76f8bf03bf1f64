package org.graphsink.tables;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.DebeziumPlugin;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.PostgresServer;

/** What is between tables and a graph: PostgreSQL, a broker, and a worker with Debezium and the packaged plugin. */
final class Capture implements AutoCloseable {

    private static final String SINK = "graph";

    private final KafkaBroker broker = KafkaBroker.start();
    private final PostgresServer postgres = PostgresServer.start();
    private final ConnectWorker worker =
            ConnectWorker.start(broker, ConnectOptions.withPlugins(GraphsinkPlugin.install(), DebeziumPlugin.folder()));

    KafkaBroker broker() {
        return broker;
    }

    PostgresServer postgres() {
        return postgres;
    }

    /** Each statement is a transaction of its own. */
    void execute(String... statements) throws SQLException {
        try (var database = postgres.connect();
                var statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Starts Debezium. The topics are those of the tables, {@code <prefix>.public.<table>}, and must exist. */
    void capture(String prefix, String tables, Map<String, String> settings) {
        var source = new HashMap<>(DebeziumPlugin.source(postgres, prefix));
        source.put("table.include.list", tables);
        source.put("publication.name", prefix);
        source.put("slot.drop.on.stop", "true");
        source.put("poll.interval.ms", "50");
        source.putAll(settings);
        worker.client().configure(prefix, source);
    }

    /** Starts Graphsink. */
    void write(ConnectorSettings sink) {
        worker.client().configure(SINK, sink.map());
        awaitRunning();
    }

    /** Waits until all connectors run; a failed one is an error at once. */
    void awaitRunning() {
        worker.client().connectors().forEach(worker.client()::awaitRunning);
    }

    void stopConnectors() {
        worker.client().connectors().forEach(worker.client()::delete);
    }

    @Override
    public void close() {
        worker.close();
        postgres.close();
        broker.close();
    }
}
