package org.graphsink.support.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A database server whose tables are captured. It keeps its port and data over restarts. */
public interface DatabaseServer extends AutoCloseable {

    int port();

    /** Without a password. */
    String jdbcUrl();

    /** The process, to freeze, resume, kill and stop it. */
    ChildProcess process();

    default String host() {
        return Ports.LOOPBACK;
    }

    /** A connection for the caller to close. */
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    /** Starts the server again after {@link ChildProcess#stop()} or {@link ChildProcess#kill()}. */
    default void startAgain() {
        process().start(Duration.ofMinutes(1), () -> {
            try (var connection = connect()) {
                return connection.isValid(5);
            }
        });
    }

    @Override
    default void close() {
        process().close();
    }
}
