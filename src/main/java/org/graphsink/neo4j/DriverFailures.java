package org.graphsink.neo4j;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TokenExpiredException;

/** What the driver throws, as failures of ours. Messages of the server are left out, for they may quote a value of a record. */
public final class DriverFailures {

    /**
     * As in {@code db.memory.transaction.max}, and {@code dbms.memory.transaction.max_size} before version 5. The settings
     * of all transactions read {@code …memory.transaction.total.max} and {@code …memory.transaction.global_max_size}.
     */
    private static final String OWN_MEMORY_SETTING = "memory.transaction.max";

    private DriverFailures() {}

    /** @param failure the driver's; any other is {@link FailureKind#FATAL}, and its message may be quoted */
    public static Failed of(RuntimeException failure) {
        if (failure instanceof OutOfTimeException late) {
            return Failed.outOfTime(late.limit());
        }
        if (failure instanceof Neo4jException neo4j) {
            return new Failed(kind(neo4j), code(neo4j), advice(neo4j), Set.of(), Optional.empty());
        }
        return Failed.of(FailureKind.FATAL, String.valueOf(failure.getMessage()), failure);
    }

    private static FailureKind kind(Neo4jException failure) {
        var code = code(failure);
        if (StatusCode.OWN_MEMORY.equals(code) || StatusCode.ANY_MEMORY.equals(code) && namesOwnMemory(failure)) {
            return FailureKind.TOO_LARGE;
        }
        if (StatusCode.ANY_MEMORY.equals(code)
                || StatusCode.SHARED_MEMORY.contains(code)
                || StatusCode.TIMEOUT.contains(code)) {
            return FailureKind.TOO_MUCH_NOW;
        }
        if (StatusCode.PROVOCABLE.contains(code)) {
            return FailureKind.INTERRUPTED;
        }
        if (failure instanceof RetryableException
                || StatusCode.INTERRUPTED.contains(code)
                || StatusCode.RATE_LIMIT.equals(code)
                || StatusCode.NOT_A_LEADER.equals(code)) {
            return FailureKind.OUTAGE;
        }
        if (failure instanceof AuthenticationException
                || failure instanceof TokenExpiredException
                || failure instanceof SecurityException
                || failure instanceof FatalDiscoveryException
                || StatusCode.SYNTAX.equals(code)) {
            return FailureKind.FATAL;
        }
        if (StatusCode.EXECUTION_FAILED.equals(code)
                || StatusCode.UNREADABLE.equals(code)
                || StatusCode.DATA_CLASSES.stream().anyMatch(code::startsWith)) {
            return FailureKind.DATA;
        }
        if (StatusCode.isFaultOfServer(code) || StatusCode.isTransient(code) || isPoolExhausted(failure)) {
            return FailureKind.OUTAGE;
        }
        return FailureKind.FATAL;
    }

    private static boolean namesOwnMemory(Neo4jException failure) {
        return failure.getMessage() != null && failure.getMessage().contains(OWN_MEMORY_SETTING);
    }

    /** The driver has neither a class nor a code for this one. */
    private static boolean isPoolExhausted(Neo4jException failure) {
        if (!(failure instanceof ClientException)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return failure.getMessage() != null && failure.getMessage().contains("acquire connection from the pool");
    }

    private static String advice(Neo4jException failure) {
        var code = code(failure);
        if (failure instanceof AuthenticationException) {
            return "Neo4j refuses the authentication; correct neo4j.authentication.*";
        }
        if (failure instanceof TokenExpiredException) {
            return "Neo4j refuses the token, which has expired; renew neo4j.authentication.bearer.token";
        }
        if (failure instanceof SecurityException) {
            return ofUser(String.valueOf(failure.code()));
        }
        if (failure instanceof FatalDiscoveryException || StatusCode.DATABASE_NOT_FOUND.equals(code)) {
            return "Neo4j does not have the database; correct neo4j.database";
        }
        if (StatusCode.isReadOnly(code)) {
            return "The database is read-only (" + code + "); allow writes or correct neo4j.database or neo4j.uri";
        }
        if (code.startsWith("Neo.")) {
            return "Neo4j answered " + code + explained(failure);
        }
        // The driver gives failures that are its own no code of the server; its words for them quote no values.
        return isPoolExhausted(failure)
                ? "No connection was free within neo4j.pool.connection-acquisition-timeout (" + failure.getMessage()
                        + ")"
                : String.valueOf(failure.getMessage());
    }

    private static String ofUser(String code) {
        return switch (code) {
            case StatusCode.RATE_LIMIT ->
                "Neo4j has met too many wrong passwords of the user (" + code + "); check neo4j.authentication.*";
            case StatusCode.PASSWORD_EXPIRED ->
                "Neo4j wants another password of the user (" + code
                        + "); change it with ALTER CURRENT USER SET PASSWORD, then correct neo4j.authentication.*";
            case StatusCode.FORBIDDEN ->
                "Neo4j refuses the user (" + code
                        + "); grant it the roles to read, write and, with neo4j.schema=create, to create constraints";
            default -> "Neo4j refuses the user (" + code + "); correct neo4j.authentication.* or the user's roles";
        };
    }

    /** What the code alone does not say: which limit of the server was met, or where to look. */
    private static String explained(Neo4jException failure) {
        var code = code(failure);
        if (StatusCode.CONSTRAINT_VIOLATED.equals(code)) {
            return ": a constraint does not allow it (SHOW CONSTRAINTS lists those of its labels and relationship types)";
        }
        if (StatusCode.EXECUTION_FAILED.equals(code)) {
            return ": an index or constraint may not hold one of its values, such as a text too long for it";
        }
        return switch (kind(failure)) {
            case TOO_LARGE -> ": it needs more memory than one transaction may use (db.memory.transaction.max)";
            case TOO_MUCH_NOW ->
                StatusCode.TIMEOUT.contains(code)
                        ? ": it lasts longer than a transaction may (neo4j.batch-timeout, db.transaction.timeout)"
                        : ": the memory of all transactions is used up (dbms.memory.transaction.total.max,"
                                + " db.memory.transaction.total.max, or the heap)";
            default -> "";
        };
    }

    private static String code(Neo4jException failure) {
        return failure.code() == null ? "" : failure.code();
    }
}
