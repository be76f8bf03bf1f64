package org.graphsink.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.PoolSettings;
import org.graphsink.schema.SchemaException;
import org.graphsink.schema.SchemaMode;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.schema.ServerVersion;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;

/**
 * Tries whether a server answers, accepts the authentication, has the database and can have the kind of constraints that is
 * asked for, within a bounded time.
 */
public final class ConnectionCheck
        implements BiFunction<ConnectionSettings, SchemaSettings, Optional<ConnectionProblem>> {

    private static final Duration GREETING = Duration.ofSeconds(1);

    private final String userAgent;
    private final Duration timeout;

    /** @param timeout after which a server that did not answer counts as unreachable */
    public ConnectionCheck(String userAgent, Duration timeout) {
        this.userAgent = userAgent;
        this.timeout = timeout;
    }

    /** Empty where a query on the configured database succeeds and the server can have node keys where they are asked for. */
    @Override
    public Optional<ConnectionProblem> apply(ConnectionSettings settings, SchemaSettings schema) {
        return tried(settings, schema)
                .map(problem -> ConnectionFailures.explained(problem, settings, shorter(GREETING)));
    }

    private Optional<ConnectionProblem> tried(ConnectionSettings settings, SchemaSettings schema) {
        try (var connection = Neo4jConnection.open(hurried(settings), userAgent)) {
            var session = connection.driver().session(AsyncSession.class, connection.sessionConfig());
            try {
                await(session.runAsync("RETURN 1").thenCompose(ResultCursor::consumeAsync));
                return schema.nodeKeys() && schema.mode() != SchemaMode.NONE ? nodeKeys(session) : Optional.empty();
            } finally {
                session.closeAsync();
            }
        } catch (TimeoutException e) {
            return Optional.of(ConnectionFailures.timedOut(settings, timeout));
        } catch (RuntimeException e) {
            return Optional.of(ConnectionFailures.problem(settings, e));
        }
    }

    private Optional<ConnectionProblem> nodeKeys(AsyncSession session) throws TimeoutException {
        var row = await(session.runAsync(ServerVersion.QUERY).thenCompose(ResultCursor::singleAsync));
        Optional<String> problem;
        try {
            problem = ServerVersion.of(row).cannotHaveNodeKeys();
        } catch (SchemaException e) {
            problem = Optional.of(e.getMessage());
        }
        return problem.map(message -> new ConnectionProblem(ConnectionProblem.Subject.NODE_KEYS, message));
    }

    private <T> T await(CompletionStage<T> stage) throws TimeoutException {
        try {
            return stage.toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        }
    }

    private ConnectionSettings hurried(ConnectionSettings settings) {
        var pool = settings.pool();
        return new ConnectionSettings(
                settings.uris(),
                settings.database(),
                settings.authentication(),
                settings.security(),
                new PoolSettings(1, shorter(pool.acquisitionTimeout()), pool.idleTimeBeforeTest(), pool.maxLifetime()),
                shorter(settings.connectTimeout()),
                Duration.ZERO);
    }

    private Duration shorter(Duration configured) {
        return configured.compareTo(timeout) < 0 ? configured : timeout;
    }
}
