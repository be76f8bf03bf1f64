package org.graphsink.neo4j;

import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TokenExpiredException;

/** What to change where the database refuses the connector for good. */
public final class FailureAdvice {

    private static final String FORBIDDEN = "Neo.ClientError.Security.Forbidden";

    /** A password that an administrator set for one use. */
    private static final String PASSWORD_EXPIRED = "Neo.ClientError.Security.CredentialsExpired";

    private static final String CONSTRAINT_VIOLATED = "Neo.ClientError.Schema.ConstraintValidationFailed";

    private FailureAdvice() {}

    /**
     * One or two sentences about the failure. Messages of the server are left out where they may quote a value of a record.
     */
    public static String of(RuntimeException failure) {
        if (failure instanceof AuthenticationException) {
            return "Neo4j refuses the authentication; correct neo4j.authentication.*";
        }
        if (failure instanceof SecurityException security) {
            return ofUser(security);
        }
        if (failure instanceof FatalDiscoveryException
                || failure instanceof Neo4jException neo4j && isDatabaseMissing(neo4j)) {
            return "Neo4j does not have the database; correct neo4j.database";
        }
        if (failure instanceof Neo4jException neo4j && isReadOnly(neo4j)) {
            return "The database is read-only (" + neo4j.code()
                    + "); allow writes or correct neo4j.database or neo4j.uri";
        }
        if (failure instanceof Neo4jException neo4j && isOfServer(neo4j)) {
            return "Neo4j answered " + neo4j.code() + explained(neo4j);
        }
        if (FailureKind.isPoolExhausted(failure)) {
            return "No connection was free within neo4j.pool.connection-acquisition-timeout (" + failure.getMessage()
                    + ")";
        }
        return failure.getMessage();
    }

    private static String ofUser(SecurityException failure) {
        if (failure instanceof TokenExpiredException) {
            return "Neo4j refuses the token, which has expired; renew neo4j.authentication.bearer.token";
        }
        var code = String.valueOf(failure.code());
        return switch (code) {
            case FailureKind.RATE_LIMIT ->
                "Neo4j has met too many wrong passwords of the user (" + code + "); check neo4j.authentication.*";
            case PASSWORD_EXPIRED ->
                "Neo4j wants another password of the user (" + code
                        + "); change it with ALTER CURRENT USER SET PASSWORD, then correct neo4j.authentication.*";
            case FORBIDDEN ->
                "Neo4j refuses the user (" + code
                        + "); grant it the roles to read, write and, with neo4j.schema=create, to create constraints";
            default -> "Neo4j refuses the user (" + code + "); correct neo4j.authentication.* or the user's roles";
        };
    }

    /** What the code alone does not say: which limit of the server was met, or where to look. */
    private static String explained(Neo4jException failure) {
        if (CONSTRAINT_VIOLATED.equals(failure.code())) {
            return ": a constraint does not allow it (SHOW CONSTRAINTS lists those of its labels and relationship types)";
        }
        if (FailureKind.EXECUTION_FAILED.equals(failure.code())) {
            return ": an index or constraint may not hold one of its values, such as a text too long for it";
        }
        var kind = FailureKind.of(failure);
        if (kind == FailureKind.TOO_LARGE) {
            return ": it needs more memory than one transaction may use (db.memory.transaction.max)";
        }
        if (kind == FailureKind.TOO_MUCH_NOW) {
            return failure.code().startsWith("Neo.ClientError.Transaction.")
                    ? ": it lasts longer than a transaction may (neo4j.batch-timeout, db.transaction.timeout)"
                    : ": the memory of all transactions is used up (dbms.memory.transaction.total.max,"
                            + " db.memory.transaction.total.max, or the heap)";
        }
        return "";
    }

    /** The driver gives failures that are its own no code of the server; its words for them quote no values. */
    private static boolean isOfServer(Neo4jException failure) {
        return failure.code() != null && failure.code().startsWith("Neo.");
    }

    /** Whether the failure's own message may quote what was to be written. */
    public static boolean mayQuote(RuntimeException failure) {
        return failure instanceof Neo4jException;
    }

    private static boolean isDatabaseMissing(Neo4jException failure) {
        return FailureKind.DATABASE_NOT_FOUND.equals(failure.code());
    }

    private static boolean isReadOnly(Neo4jException failure) {
        return failure.code() != null && failure.code().contains("ReadOnly");
    }
}
