package org.graphsink.support.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server with logical decoding, which change-data capture needs. The user is {@code postgres}, the
 * database too, without a password. It keeps its port and data over restarts.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "postgres";
    public static final String DATABASE = "postgres";

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final int port = Ports.free();
    private final ChildProcess process;

    private PostgresServer(String version) {
        Path folder = ServerFolder.create("postgres");
        Path bin = PostgresBinaries.folder(version).resolve("bin");
        String data = folder.resolve("data").toString();
        ShortProgram.run(
                "Creating the data folder of PostgreSQL " + version,
                folder,
                unprivileged(List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync")));
        // Interrupt: end at once in good order. Quit: end at once, and let the next start recover.
        this.process = new ChildProcess(new Launch(
                "PostgreSQL " + version,
                folder,
                unprivileged(List.of(
                        bin.resolve("postgres").toString(),
                        "-D",
                        data,
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=" + Ports.LOOPBACK,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "wal_level=logical",
                        "-c",
                        "fsync=off")),
                "INT",
                "QUIT",
                List.of()));
    }

    /** A server of the version of the system property {@code postgres.version}. */
    public static PostgresServer start() {
        var server = new PostgresServer(Versions.postgres());
        server.startAgain();
        return server;
    }

    public String host() {
        return Ports.LOOPBACK;
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + DATABASE + "?user=" + USER;
    }

    /** A connection for the caller to close. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
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

    /** PostgreSQL refuses to run as root: then it runs in a user namespace of its own, where it is nobody. */
    private static List<String> unprivileged(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        var unshared = new ArrayList<>(List.of("unshare", "--user"));
        unshared.addAll(command);
        return unshared;
    }
}
