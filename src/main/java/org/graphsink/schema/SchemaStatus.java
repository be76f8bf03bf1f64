package org.graphsink.schema;

import java.util.Set;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The status codes that setting up a schema relies on. Whatever is not named here (an outage, a wrong password, a
 * missing database) is left to the task as the driver threw it. Servers before 2026 give most schema errors one GQLSTATUS,
 * so that only the older codes tell them apart.
 *
 * @see <a href="https://neo4j.com/docs/status-codes/current/errors/all-errors/">Neo4j status codes</a>
 */
final class SchemaStatus {

    /** Another task was faster, or a plain index is in the way: reading the schema again shows which. */
    private static final Set<String> ALREADY_THERE = Set.of(
            "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
            "Neo.ClientError.Schema.ConstraintAlreadyExists",
            "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists",
            "Neo.ClientError.Schema.IndexAlreadyExists",
            "Neo.ClientError.Schema.IndexWithNameAlreadyExists");

    /** Tasks that create at the same time took their locks crosswise. */
    private static final Set<String> RACES = Set.of(
            "Neo.TransientError.Transaction.DeadlockDetected",
            "Neo.TransientError.Transaction.LockClientStopped",
            "Neo.TransientError.Schema.SchemaModifiedConcurrently");

    /** Another task dropped it first. */
    private static final Set<String> ALREADY_GONE = Set.of(
            "Neo.ClientError.Schema.ConstraintNotFound",
            "Neo.ClientError.Schema.IndexNotFound",
            "Neo.DatabaseError.Schema.ConstraintDropFailed",
            "Neo.DatabaseError.Schema.IndexDropFailed");

    /** The data does not satisfy the constraint. The server's message quotes a property's value. */
    private static final Set<String> REFUSED_BY_DATA = Set.of(
            "Neo.DatabaseError.Schema.ConstraintCreationFailed", "Neo.ClientError.Schema.ConstraintValidationFailed");

    private static final String FORBIDDEN = "Neo.ClientError.Security.Forbidden";

    private SchemaStatus() {}

    static boolean isAlreadyThere(Neo4jException e) {
        return ALREADY_THERE.contains(code(e));
    }

    static boolean isRace(Neo4jException e) {
        return RACES.contains(code(e));
    }

    static boolean isAlreadyGone(Neo4jException e) {
        return ALREADY_GONE.contains(code(e));
    }

    static boolean isRefusedByData(Neo4jException e) {
        return REFUSED_BY_DATA.contains(code(e));
    }

    static boolean isForbidden(Neo4jException e) {
        return FORBIDDEN.equals(code(e));
    }

    /** The server has something against the statement itself. */
    static boolean isRefusedByServer(Neo4jException e) {
        String code = code(e);
        return code.startsWith("Neo.ClientError.Statement.")
                || code.startsWith("Neo.ClientError.Schema.")
                || code.startsWith("Neo.DatabaseError.Schema.")
                || code.equals("Neo.DatabaseError.Statement.ExecutionFailed")
                || code.equals("Neo.ClientError.General.InvalidArguments");
    }

    /** Nothing tells whether what was asked for, or the server's state, is at fault. */
    static boolean isFaultOfServer(Neo4jException e) {
        return code(e).startsWith("Neo.DatabaseError.");
    }

    private static String code(Neo4jException e) {
        return e.code() == null ? "" : e.code();
    }
}
