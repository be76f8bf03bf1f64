package org.graphsink.neo4j;

import java.util.Set;

/**
 * The status codes of Neo4j that something hangs on, each with what it says; nowhere else is a code named. Servers before
 * 2026 give many errors one GQLSTATUS, so that only these codes tell them apart on every supported server.
 *
 * @see <a href="https://neo4j.com/docs/status-codes/current/errors/all-errors/">Neo4j status codes</a>
 */
public final class StatusCode {

    // What is too much for the server. Fewer records may pass.

    /** The memory of one transaction is used up. */
    static final String OWN_MEMORY = "Neo.ClientError.General.TransactionOutOfMemoryError";

    /**
     * The memory of one transaction, or of all transactions, is used up: only the setting that the message names tells
     * which, also on servers that give it a GQL status (51N72).
     */
    static final String ANY_MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

    /** The memory outside the heap that all transactions share, or the heap, is used up. */
    static final Set<String> SHARED_MEMORY =
            Set.of("Neo.TransientError.General.TransactionMemoryLimit", "Neo.TransientError.General.OutOfMemoryError");

    /** The transaction timeout, neo4j.batch-timeout or the server's own. */
    static final Set<String> TIMEOUT = Set.of(
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration");

    // What passes, though the driver does not repeat it by itself.

    /**
     * The server ended the transaction because it stops or because an operator asked it to, or another transaction deleted
     * an entity in between. A trigger can do so each time, and so can a record that comes back to what its own statements
     * delete.
     */
    static final Set<String> PROVOCABLE =
            Set.of("Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Statement.EntityNotFound");

    /** The server forgot the transaction while it stopped. */
    static final Set<String> INTERRUPTED =
            Set.of("Neo.ClientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.TransactionNotFound");

    /** Too many wrong passwords from somebody; the right one is accepted again a little later. */
    public static final String RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit";

    /**
     * Another member of the cluster leads now, and a connection with the scheme {@code bolt} does not follow it. With the
     * scheme {@code neo4j} the driver turns this, and {@code Neo.ClientError.General.ForbiddenOnReadOnlyDatabase}, into a
     * {@link org.neo4j.driver.exceptions.SessionExpiredException} and asks for the new leader. What is left of read-only
     * codes comes from a database that may not be written, or from a server that does not lead and never will.
     */
    static final String NOT_A_LEADER = "Neo.ClientError.Cluster.NotALeader";

    /** The database exists and is stopped, starting or without a majority. */
    public static final String DATABASE_UNAVAILABLE = "Neo.TransientError.General.DatabaseUnavailable";

    // What is a record's fault.

    /** Errors in which the written values, names from records among them, are at fault. */
    static final Set<String> DATA_CLASSES =
            Set.of("Neo.ClientError.Statement.", "Neo.ClientError.Schema.", "Neo.ClientError.Transaction.");

    /** A value that the server cannot read, such as a time zone that it has not heard of. */
    static final String UNREADABLE = "Neo.ClientError.Request.Invalid";

    /** A constraint or index took a value that it cannot hold, such as a text too long for an index. */
    static final String EXECUTION_FAILED = "Neo.DatabaseError.Statement.ExecutionFailed";

    /** A constraint does not allow what was written. Creating a constraint, the data that is there does not allow it. */
    static final String CONSTRAINT_VIOLATED = "Neo.ClientError.Schema.ConstraintValidationFailed";

    // What somebody has to change.

    /** Our own statements are valid on every supported server, so a server that cannot read them is not one. */
    static final String SYNTAX = "Neo.ClientError.Statement.SyntaxError";

    /** The server knows no database of this name; it has no GQL status on every server version that we talk to. */
    public static final String DATABASE_NOT_FOUND = "Neo.ClientError.Database.DatabaseNotFound";

    /** The user is known and lacks a right: to enter the database, to write, to change the schema. */
    public static final String FORBIDDEN = "Neo.ClientError.Security.Forbidden";

    /** A password that an administrator set for one use. */
    static final String PASSWORD_EXPIRED = "Neo.ClientError.Security.CredentialsExpired";

    // What only setting up a schema meets.

    /** Another task was faster, or a plain index is in the way: reading the schema again shows which. */
    public static final Set<String> ALREADY_THERE = Set.of(
            "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
            "Neo.ClientError.Schema.ConstraintAlreadyExists",
            "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists",
            "Neo.ClientError.Schema.IndexAlreadyExists",
            "Neo.ClientError.Schema.IndexWithNameAlreadyExists");

    /** Tasks that create at the same time took their locks crosswise. */
    public static final Set<String> SCHEMA_RACES = Set.of(
            "Neo.TransientError.Transaction.DeadlockDetected",
            "Neo.TransientError.Transaction.LockClientStopped",
            "Neo.TransientError.Schema.SchemaModifiedConcurrently");

    /** Another task dropped it first. */
    public static final Set<String> ALREADY_GONE = Set.of(
            "Neo.ClientError.Schema.ConstraintNotFound",
            "Neo.ClientError.Schema.IndexNotFound",
            "Neo.DatabaseError.Schema.ConstraintDropFailed",
            "Neo.DatabaseError.Schema.IndexDropFailed");

    /** The data does not satisfy the constraint. The server's message quotes a property's value. */
    public static final Set<String> CONSTRAINT_REFUSED_BY_DATA =
            Set.of("Neo.DatabaseError.Schema.ConstraintCreationFailed", CONSTRAINT_VIOLATED);

    /** The server has something against the statement itself: these, and those that begin so. */
    public static final Set<String> SCHEMA_REFUSED = Set.of(
            "Neo.ClientError.Statement.",
            "Neo.ClientError.Schema.",
            "Neo.DatabaseError.Schema.",
            EXECUTION_FAILED,
            "Neo.ClientError.General.InvalidArguments");

    private StatusCode() {}

    /** Nothing tells whether what was asked for, or the server's state, is at fault. */
    public static boolean isFaultOfServer(String code) {
        return code.startsWith("Neo.DatabaseError.");
    }

    static boolean isTransient(String code) {
        return code.startsWith("Neo.TransientError.");
    }

    static boolean isReadOnly(String code) {
        return code.contains("ReadOnly");
    }
}
