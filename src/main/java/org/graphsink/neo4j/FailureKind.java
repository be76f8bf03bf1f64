package org.graphsink.neo4j;

import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TokenExpiredException;

/**
 * What a failed transaction means for the records that it was to write. The status codes that decide are named here; what
 * some of them say besides, to those who set a connection or a schema up, is said where they do.
 *
 * @see <a href="https://neo4j.com/docs/status-codes/current/">Neo4j status codes</a>
 */
public enum FailureKind {
    /** The database cannot write now and will later: down, starting, electing a leader, out of connections, deadlocked. */
    OUTAGE,
    /** A record asks for something that the database refuses. */
    DATA,
    /** The transaction holds more than the server allows any; fewer records may pass. */
    TOO_LARGE,
    /**
     * The transaction needs more time, or more of the memory that all transactions share, than there is now; fewer
     * records may pass, or the same ones when the database is less busy.
     */
    TOO_MUCH_NOW,
    /** Nothing will be written until somebody changes the configuration, the database's or the connector's. */
    FATAL;

    /** The memory of one transaction is used up. */
    private static final String OWN_MEMORY = "Neo.ClientError.General.TransactionOutOfMemoryError";

    /**
     * The memory of one transaction, or of all transactions, is used up: only the setting that the message names tells
     * which, also on servers that give it a GQL status (51N72).
     */
    private static final String ANY_MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

    /**
     * As in {@code db.memory.transaction.max}, and {@code dbms.memory.transaction.max_size} before version 5. The settings
     * of all transactions read {@code …memory.transaction.total.max} and {@code …memory.transaction.global_max_size}.
     */
    private static final String OWN_MEMORY_SETTING = "memory.transaction.max";

    /** The memory outside the heap that all transactions share, or the heap, is used up. */
    private static final Set<String> SHARED_MEMORY =
            Set.of("Neo.TransientError.General.TransactionMemoryLimit", "Neo.TransientError.General.OutOfMemoryError");

    /** The transaction timeout, neo4j.batch-timeout or the server's own. */
    private static final Set<String> TIMEOUT = Set.of(
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration");

    /** The server knows no database of this name; it has no GQL status on every server version that we talk to. */
    public static final String DATABASE_NOT_FOUND = "Neo.ClientError.Database.DatabaseNotFound";

    /** Too many wrong passwords from somebody; the right one is accepted again a little later. */
    public static final String RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit";

    /**
     * Another member of the cluster leads now, and a connection with the scheme {@code bolt} does not follow it. With the
     * scheme {@code neo4j} the driver turns this, and {@code Neo.ClientError.General.ForbiddenOnReadOnlyDatabase}, into a
     * {@link org.neo4j.driver.exceptions.SessionExpiredException} and asks for the new leader. What is left of read-only
     * codes comes from a database that may not be written, or from a server that does not lead and never will.
     */
    private static final String NOT_A_LEADER = "Neo.ClientError.Cluster.NotALeader";

    /** Our own statements are valid on every supported server, so a server that cannot read them is not one. */
    private static final String SYNTAX = "Neo.ClientError.Statement.SyntaxError";

    /** A constraint or index took a value that it cannot hold, such as a text too long for an index. */
    static final String EXECUTION_FAILED = "Neo.DatabaseError.Statement.ExecutionFailed";

    /**
     * The server ended the transaction because it stops, because an operator asked it to, or because another transaction
     * deleted an entity in between. The driver does not repeat it by itself.
     */
    private static final Set<String> INTERRUPTED = Set.of(
            "Neo.ClientError.Transaction.Terminated",
            "Neo.ClientError.Transaction.LockClientStopped",
            "Neo.ClientError.Transaction.TransactionNotFound",
            "Neo.ClientError.Statement.EntityNotFound");

    /** Errors in which the written values, names from records among them, are at fault. */
    private static final Set<String> DATA_CLASSES =
            Set.of("Neo.ClientError.Statement.", "Neo.ClientError.Schema.", "Neo.ClientError.Transaction.");

    /** A value that the server cannot read, such as a time zone that it has not heard of. */
    private static final String UNREADABLE = "Neo.ClientError.Request.Invalid";

    /** Whether the same records can be written later without anybody changing anything. */
    public boolean isPassing() {
        return this == OUTAGE || this == TOO_MUCH_NOW;
    }

    public static FailureKind of(RuntimeException failure) {
        if (failure instanceof MissingEndpointException) {
            return DATA;
        }
        if (failure instanceof ServerFaultException) {
            return OUTAGE;
        }
        if (!(failure instanceof Neo4jException neo4j)) {
            return FATAL;
        }
        var code = neo4j.code() == null ? "" : neo4j.code();
        if (OWN_MEMORY.equals(code) || ANY_MEMORY.equals(code) && namesOwnMemory(neo4j)) {
            return TOO_LARGE;
        }
        if (ANY_MEMORY.equals(code) || SHARED_MEMORY.contains(code) || TIMEOUT.contains(code)) {
            return TOO_MUCH_NOW;
        }
        if (failure instanceof RetryableException
                || INTERRUPTED.contains(code)
                || RATE_LIMIT.equals(code)
                || NOT_A_LEADER.equals(code)) {
            return OUTAGE;
        }
        if (failure instanceof AuthenticationException
                || failure instanceof TokenExpiredException
                || failure instanceof SecurityException
                || failure instanceof FatalDiscoveryException
                || SYNTAX.equals(code)) {
            return FATAL;
        }
        if (EXECUTION_FAILED.equals(code)
                || UNREADABLE.equals(code)
                || DATA_CLASSES.stream().anyMatch(code::startsWith)) {
            return DATA;
        }
        if (isServerFault(code) || isPoolExhausted(failure)) {
            return OUTAGE;
        }
        return FATAL;
    }

    private static boolean namesOwnMemory(Neo4jException failure) {
        return failure.getMessage() != null && failure.getMessage().contains(OWN_MEMORY_SETTING);
    }

    private static boolean isServerFault(String code) {
        return code.startsWith("Neo.DatabaseError.") || code.startsWith("Neo.TransientError.");
    }

    /** The driver has neither a class nor a code for this one. */
    static boolean isPoolExhausted(RuntimeException failure) {
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
}
