package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graphsink.cypher.Identifier;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;

/** A Neo4j community server of its own, reached over Bolt. It keeps its port and data over restarts. */
public final class Neo4jServer implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final SessionConfig SYSTEM = SessionConfig.forDatabase("system");
    private static final SessionConfig DATA = SessionConfig.forDatabase("neo4j");

    private final Path home = ServerFolder.create("neo4j");
    private Neo4jOptions options;
    private final int port = Ports.free();
    private final ChildProcess process;
    private final Driver driver;

    private Neo4jServer(Neo4jOptions options) {
        this.options = options;
        writeConfiguration();
        this.process = new ChildProcess(Launch.jvm(
                "Neo4j " + options.version(),
                home,
                Neo4jCommand.of(options, home),
                home.resolve("logs").resolve("neo4j.log")));
        this.driver = GraphDatabase.driver(ownUri(), auth());
    }

    public static Neo4jServer start() {
        return start(Neo4jOptions.defaults());
    }

    public static Neo4jServer start(Neo4jOptions options) {
        var server = new Neo4jServer(options);
        try {
            server.process.start(DEADLINE, () -> Ports.accepts(server.port) && server.initialise() && server.answers());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** {@code bolt://127.0.0.1:<port>}. */
    public URI uri() {
        return URI.create("bolt://" + Ports.LOOPBACK + ":" + port);
    }

    public AuthToken auth() {
        return options.password()
                .map(password -> AuthTokens.basic("neo4j", password))
                .orElse(AuthTokens.none());
    }

    /** A driver for the server's life; it survives restarts. */
    public Driver driver() {
        return driver;
    }

    /** The process, to freeze, resume, kill and stop it. */
    public ChildProcess process() {
        return process;
    }

    /** Starts the server again after {@link ChildProcess#stop()} or {@link ChildProcess#kill()}. */
    public void startAgain() {
        process.start(DEADLINE, () -> Ports.accepts(port) && answers());
    }

    public void restart() {
        process.stop();
        startAgain();
    }

    /** Restarts with another value of a setting of {@code neo4j.conf}. */
    public void restartWith(String key, String value) {
        process.stop();
        options = options.setting(key, value);
        writeConfiguration();
        startAgain();
    }

    /** Removes all nodes, relationships, constraints and indexes. */
    public void clear() {
        try (var session = driver.session(DATA)) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
                    .consume();
            for (var name : session.run("SHOW CONSTRAINTS YIELD name").list(row -> row.get(0))) {
                session.run("DROP CONSTRAINT " + Identifier.quote(name.asString()))
                        .consume();
            }
            for (var name : session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
                    .list(row -> row.get(0))) {
                session.run("DROP INDEX " + Identifier.quote(name.asString())).consume();
            }
        }
    }

    @Override
    public void close() {
        driver.close();
        process.close();
    }

    private URI ownUri() {
        var encrypted = "REQUIRED".equals(options.settings().get("server.bolt.tls_level"));
        return encrypted ? URI.create("bolt+ssc://" + Ports.LOOPBACK + ":" + port) : uri();
    }

    private boolean answers() {
        try (var session = driver.session(DATA)) {
            return session.run("RETURN true").single().get(0).asBoolean();
        }
    }

    /** A new server has a user whose password must be changed before anything else works. */
    private boolean initialise() {
        if (options.password().isEmpty() || driverAuthenticates()) {
            return true;
        }
        try (var first = GraphDatabase.driver(ownUri(), AuthTokens.basic("neo4j", "neo4j"));
                var session = first.session(SYSTEM)) {
            session.run(
                            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                            Map.of("password", options.password().get()))
                    .consume();
        }
        return true;
    }

    private boolean driverAuthenticates() {
        return driver.verifyAuthentication(auth());
    }

    private void writeConfiguration() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.bolt.listen_address", Ports.LOOPBACK + ":" + port);
        settings.put("server.bolt.advertised_address", Ports.LOOPBACK + ":" + port);
        settings.put("server.http.enabled", "false");
        settings.put("server.https.enabled", "false");
        settings.put(
                "dbms.security.auth_enabled",
                Boolean.toString(options.password().isPresent()));
        settings.put("server.memory.pagecache.size", "128m");
        settings.put("dbms.usage_report.enabled", "false");
        settings.put("db.tx_log.preallocate", "false");
        // A clean stop takes 10 s without these.
        settings.put("internal.dbms.bolt.netty_server_shutdown_quiet_period", "0");
        settings.put("internal.dbms.bolt.netty_server_shutdown_timeout", "1s");
        if (options.majorVersion() >= 2025) {
            settings.put("server.fleet_discovery.enabled", "false");
        }
        settings.putAll(options.settings());
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.toCollection(ArrayList::new));
        try {
            Files.createDirectories(home.resolve("plugins"));
            Files.write(Files.createDirectories(home.resolve("conf")).resolve("neo4j.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
