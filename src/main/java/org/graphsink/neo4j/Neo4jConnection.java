package org.graphsink.neo4j;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.graphsink.store.Deadline;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.net.ServerAddress;

/** A driver for the configured server, with sessions on the configured database. Safe for use by several threads. */
public final class Neo4jConnection implements AutoCloseable {

    private static final int DEFAULT_PORT = 7687;

    private final Driver driver;
    private final SessionConfig sessionConfig;
    private final DriverCalls calls = new DriverCalls();

    private Neo4jConnection(Driver driver, SessionConfig sessionConfig) {
        this.driver = driver;
        this.sessionConfig = sessionConfig;
    }

    /**
     * Prepares the driver; nothing is sent before the first use.
     *
     * @param userAgent what the server's query log shows, as {@code name/version}
     * @throws IllegalArgumentException where the driver refuses an address or a certificate file
     */
    public static Neo4jConnection open(ConnectionSettings settings, String userAgent) {
        var driver = GraphDatabase.driver(
                settings.uris().get(0), token(settings.authentication()), config(settings, userAgent));
        return new Neo4jConnection(driver, sessionConfig(settings.database()));
    }

    public Driver driver() {
        return driver;
    }

    /** A session with write access to the configured database. */
    public Session session() {
        return driver.session(sessionConfig);
    }

    public SessionConfig sessionConfig() {
        return sessionConfig;
    }

    /**
     * Calls the driver for as long as there is time: a connection that hangs is closed then.
     *
     * @param call of the driver, or of what waits for nothing but the database
     * @return what the call does
     * @throws RuntimeException what the call throws; see {@link DriverFailures}
     */
    public <T> T within(Deadline deadline, Supplier<T> call) {
        return calls.within(deadline, call);
    }

    /** Does something on another thread. */
    Future<?> after(Duration delay, Runnable work) {
        return calls.after(delay, work);
    }

    @Override
    public void close() {
        calls.close();
        driver.close();
    }

    @SuppressWarnings("deprecation")
    private static Config config(ConnectionSettings settings, String userAgent) {
        var pool = settings.pool();
        var config = Config.builder()
                .withUserAgent(userAgent)
                .withLogging(new DiscreetLogging())
                .withConnectionTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(settings.maxRetryTime().toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionPoolSize(pool.maxSize())
                .withConnectionAcquisitionTimeout(pool.acquisitionTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionLifetime(pool.maxLifetime().toMillis(), TimeUnit.MILLISECONDS);
        pool.idleTimeBeforeTest()
                .ifPresent(idle -> config.withConnectionLivenessCheckTimeout(idle.toMillis(), TimeUnit.MILLISECONDS));
        if (!settings.uris().get(0).getScheme().contains("+")) {
            settings.security().applyTo(config);
        }
        if (settings.uris().size() > 1) {
            var contacts = addresses(settings.uris());
            config.withResolver(ignored -> contacts);
        }
        return config.build();
    }

    private static AuthToken token(Authentication authentication) {
        if (authentication instanceof Authentication.Basic basic) {
            return AuthTokens.basic(basic.username(), basic.password(), basic.realm());
        }
        if (authentication instanceof Authentication.Bearer bearer) {
            return AuthTokens.bearer(bearer.token());
        }
        if (authentication instanceof Authentication.Kerberos kerberos) {
            return AuthTokens.kerberos(kerberos.ticket());
        }
        if (authentication instanceof Authentication.Custom custom) {
            return AuthTokens.custom(custom.principal(), custom.credentials(), custom.realm(), custom.scheme());
        }
        return AuthTokens.none();
    }

    private static Set<ServerAddress> addresses(List<URI> uris) {
        var addresses = new LinkedHashSet<ServerAddress>();
        for (var uri : uris) {
            addresses.add(ServerAddress.of(uri.getHost(), uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort()));
        }
        return addresses;
    }

    private static SessionConfig sessionConfig(Optional<String> database) {
        var config = SessionConfig.builder();
        database.ifPresent(config::withDatabase);
        return config.build();
    }
}
