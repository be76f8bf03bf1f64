package org.graphsink.check;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.graphsink.check.ConnectionProblem.Subject;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.StatusCode;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TokenExpiredException;

/** What a failed first contact says about the settings. */
final class ConnectionFailures {

    private ConnectionFailures() {}

    static ConnectionProblem timedOut(ConnectionSettings settings, Duration timeout) {
        return new ConnectionProblem(
                Subject.AWAY, addresses(settings) + " did not answer within " + timeout.toMillis() + " ms");
    }

    static ConnectionProblem problem(ConnectionSettings settings, RuntimeException failure) {
        var ssl = cause(SSLException.class, failure);
        if (ssl != null) {
            return new ConnectionProblem(
                    Subject.ENCRYPTION,
                    "No encrypted connection to " + addresses(settings) + " could be made: " + ssl.getMessage());
        }
        var code = failure instanceof Neo4jException neo4j ? neo4j.code() : "";
        if (failure instanceof AuthenticationException || failure instanceof TokenExpiredException) {
            return new ConnectionProblem(
                    Subject.AUTHENTICATION, addresses(settings) + " refused the authentication as unauthorized");
        }
        if (StatusCode.RATE_LIMIT.equals(code)) {
            return new ConnectionProblem(
                    Subject.AUTHENTICATION,
                    addresses(settings)
                            + " accepts no authentication for a while after too many wrong ones: try again later");
        }
        if (StatusCode.DATABASE_NOT_FOUND.equals(code)) {
            return database(settings, "does not exist");
        }
        if (StatusCode.DATABASE_UNAVAILABLE.equals(code)) {
            return new ConnectionProblem(Subject.AWAY, named(settings) + " is not available on " + addresses(settings));
        }
        if (StatusCode.FORBIDDEN.equals(code)) {
            return database(settings, "is not open to this user");
        }
        if (failure instanceof SecurityException) {
            return new ConnectionProblem(
                    Subject.AUTHENTICATION, addresses(settings) + " refused the connection with " + code);
        }
        if (cause(UnknownHostException.class, failure) != null) {
            return new ConnectionProblem(
                    Subject.ADDRESS, addresses(settings) + " cannot be reached: the host is not known to this worker");
        }
        if (failure instanceof SessionExpiredException) {
            return new ConnectionProblem(
                    Subject.AWAY,
                    addresses(settings) + " answered, but the server that it names for the database cannot be reached"
                            + " (its advertised address is set by server.bolt.advertised_address)");
        }
        if (failure instanceof ServiceUnavailableException || cause(TimeoutException.class, failure) != null) {
            return new ConnectionProblem(Subject.AWAY, addresses(settings) + " cannot be reached");
        }
        return new ConnectionProblem(Subject.ADDRESS, addresses(settings) + " cannot be used: " + failure.getMessage());
    }

    private static ConnectionProblem database(ConnectionSettings settings, String state) {
        return new ConnectionProblem(Subject.DATABASE, named(settings) + ' ' + state + " on " + addresses(settings));
    }

    private static String named(ConnectionSettings settings) {
        return settings.database().map(database -> "The database " + database).orElse("The user's home database");
    }

    private static <T extends Throwable> T cause(Class<T> type, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** A server that seems to be away may only be spoken to in the wrong way. */
    static ConnectionProblem explained(ConnectionProblem problem, ConnectionSettings settings, Duration patience) {
        if (problem.subject() != Subject.AWAY) {
            return problem;
        }
        var address = settings.uris().get(0);
        return switch (Greeting.of(address, patience)) {
            case NONE -> problem;
            case PLAIN ->
                isEncrypted(settings)
                        ? new ConnectionProblem(
                                Subject.ENCRYPTION,
                                address + " is a server without encryption, and the settings ask for it")
                        : problem;
            case ENCRYPTED ->
                isEncrypted(settings)
                        ? problem
                        : new ConnectionProblem(
                                Subject.ENCRYPTION, address + " wants encryption, and the settings do not ask for it");
            case OTHER ->
                new ConnectionProblem(
                        Subject.ADDRESS, address + " is answered by something else than a server's Bolt port");
        };
    }

    private static boolean isEncrypted(ConnectionSettings settings) {
        return settings.security().encrypted()
                || settings.uris().get(0).getScheme().contains("+s");
    }

    private static String addresses(ConnectionSettings settings) {
        return settings.uris().stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
