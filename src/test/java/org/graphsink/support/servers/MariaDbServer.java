package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB server with a binary log of whole rows, which change-data capture needs. The user is {@code root}, without a
 * password. It keeps its port and data over restarts.
 */
public record MariaDbServer(int port, ChildProcess process) implements DatabaseServer {

    public static final String USER = "root";

    /** A server of the version of the system property {@code mariadb.version}. */
    public static MariaDbServer start() {
        int port = Ports.free();
        var server = new MariaDbServer(port, process(Versions.mariaDb(), port));
        server.startAgain();
        return server;
    }

    /** Without a database that is used. */
    @Override
    public String jdbcUrl() {
        return "jdbc:mariadb://" + host() + ":" + port + "/?user=" + USER;
    }

    private static ChildProcess process(String version, int port) {
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
        return new ChildProcess(Launch.jvm(
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

    /** MariaDB refuses to run as root unless it is told so. */
    private static List<String> asWhoRunsIt(List<String> command) {
        var told = new ArrayList<>(command);
        told.add("--user=" + System.getProperty("user.name"));
        return told;
    }
}
