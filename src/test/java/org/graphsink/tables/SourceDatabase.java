package org.graphsink.tables;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.graphsink.support.servers.DebeziumPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.MariaDbPlugin;
import org.graphsink.support.servers.MariaDbServer;
import org.graphsink.support.servers.PostgresServer;

/** A database with a connector of Debezium that captures its tables. */
interface SourceDatabase extends AutoCloseable {

    static SourceDatabase postgres() {
        var server = PostgresServer.start();
        return new SourceDatabase() {
            @Override
            public Path plugin() {
                return DebeziumPlugin.folder();
            }

            @Override
            public Connection connect() throws SQLException {
                return server.connect();
            }

            @Override
            public Map<String, String> source(KafkaBroker broker, String prefix, String schema) {
                var source = new HashMap<>(DebeziumPlugin.source(server, prefix));
                source.put("schema.include.list", schema);
                source.put("publication.name", prefix);
                source.put("publication.autocreate.mode", "filtered");
                source.put("slot.drop.on.stop", "true");
                return source;
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    static SourceDatabase mariaDb() {
        var server = MariaDbServer.start();
        return new SourceDatabase() {
            @Override
            public Path plugin() {
                return MariaDbPlugin.folder();
            }

            @Override
            public Connection connect() throws SQLException {
                return server.connect();
            }

            @Override
            public Map<String, String> source(KafkaBroker broker, String prefix, String schema) {
                var source = new HashMap<>(MariaDbPlugin.source(server, broker, prefix));
                source.put("database.include.list", schema);
                return source;
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    /** A folder for a worker's {@code plugin.path}. */
    Path plugin();

    /** A connection for the caller to close. */
    Connection connect() throws SQLException;

    /**
     * The configuration of a connector for the tables of a schema, or of what MariaDB calls a database. The topics are
     * {@code <prefix>.<schema>.<table>}.
     */
    Map<String, String> source(KafkaBroker broker, String prefix, String schema);

    @Override
    void close();
}
