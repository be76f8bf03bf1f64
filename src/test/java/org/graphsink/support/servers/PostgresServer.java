package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server with logical decoding, which change-data capture needs. The user is {@code postgres}, the
 * database too, without a password. It keeps its port and data over restarts.
 */
public record PostgresServer(int port, ChildProcess process) implements DatabaseServer {

    public static final String USER = "postgres";
    public static final String DATABASE = "postgres";

    /** A server of the version of the system property {@code postgres.version}. */
    public static PostgresServer start() {
        int port = Ports.free();
        var server = new PostgresServer(port, process(Versions.postgres(), port));
        server.startAgain();
        return server;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + DATABASE + "?user=" + USER;
    }

    private static ChildProcess process(String version, int port) {
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
        return new ChildProcess(new Launch(
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
