package org.graphsink.tables;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;

/** What is between tables and a graph: a database, a broker, and a worker with Debezium and the packaged plugin. */
final class Capture implements AutoCloseable {

    private static final String SINK = "graph";

    private final KafkaBroker broker = KafkaBroker.start();
    private final SourceDatabase database;
    private final ConnectWorker worker;

    Capture(SourceDatabase database) {
        this.database = database;
        this.worker =
                ConnectWorker.start(broker, ConnectOptions.withPlugins(GraphsinkPlugin.install(), database.plugin()));
    }

    KafkaBroker broker() {
        return broker;
    }

    SourceDatabase database() {
        return database;
    }

    /** Each statement is a transaction of its own. */
    void execute(String... statements) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Starts Debezium. The topics are those of the tables, {@code <prefix>.<schema>.<table>}, and must exist. */
    void capture(String prefix, String schema, String tables, Map<String, String> settings) {
        var source = new HashMap<>(database.source(broker, prefix, schema));
        source.put("table.include.list", tables);
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
        database.close();
        broker.close();
    }
}
