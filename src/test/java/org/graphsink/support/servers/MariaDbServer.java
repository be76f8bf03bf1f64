package org.graphsink.support.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB server with a binary log of whole rows, which change-data capture needs. The user is {@code root}, without a
 * password. It keeps its port and data over restarts.
 */
public final class MariaDbServer implements AutoCloseable {

    public static final String USER = "root";

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final int port = Ports.free();
    private final ChildProcess process;

    private MariaDbServer(String version) {
        Path folder = ServerFolder.create("mariadb");
        Path programs = MariaDbBinaries.folder(version);
        String data = folder.resolve("data").toString();
        ShortProgram.run(
                "Creating the data folder of MariaDB " + version,
                folder,
                asWhoRunsIt(List.of(
                        "bash",
                        programs.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + programs,
                        "--datadir=" + data,
                        "--auth-root-authentication-method=normal")));
        this.process = new ChildProcess(Launch.jvm(
                "MariaDB " + version,
                folder,
                asWhoRunsIt(List.of(
                        programs.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--basedir=" + programs,
                        "--datadir=" + data,
                        "--port=" + port,
                        "--bind-address=" + Ports.LOOPBACK,
                        // The path of a socket must not be long.
                        "--socket=../socket",
                        "--skip-name-resolve",
                        "--character-set-server=utf8mb4",
                        "--server-id=1",
                        "--log-bin=changes",
                        "--binlog-format=ROW",
                        "--binlog-row-image=FULL",
                        "--innodb-flush-log-at-trx-commit=0"))));
    }

    /** A server of the version of the system property {@code mariadb.version}. */
    public static MariaDbServer start() {
        var server = new MariaDbServer(Versions.mariaDb());
        server.startAgain();
        return server;
    }

    public String host() {
        return Ports.LOOPBACK;
    }

    public int port() {
        return port;
    }

    /** A connection for the caller to close, without a database that it uses. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://" + host() + ":" + port + "/?user=" + USER);
    }

    /** The process, to freeze, resume, kill and stop it. */
    public ChildProcess process() {
        return process;
    }

    /** Starts the server again after {@link ChildProcess#stop()} or {@link ChildProcess#kill()}. */
    public void startAgain() {
        process.start(DEADLINE, () -> {
            try (var connection = connect()) {
                return connection.isValid(5);
            }
        });
    }

    @Override
    public void close() {
        process.close();
    }

    /** MariaDB refuses to run as root unless it is told so. */
    private static List<String> asWhoRunsIt(List<String> command) {
        var told = new ArrayList<>(command);
        told.add("--user=" + System.getProperty("user.name"));
        return told;
    }
}
