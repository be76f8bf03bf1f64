package org.graphsink.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Why nothing was written.
 *
 * @param code the server's status code; empty where the failure is none of the server's
 * @param advice one or two sentences without a capital letter of their own where they begin with "it", without a value of
 *     any record: what is wrong and what to change
 * @param taken the partitions that another task has claimed; empty for every other failure
 * @param cause only where no message of it can quote what was to be written, but for {@link FailureKind#UNEXPECTED}, of which
 *     only the trace may be told
 */
public record Failed(
        FailureKind kind, String code, String advice, Set<SourcePartition> taken, Optional<Throwable> cause)
        implements WriteOutcome, ClaimOutcome, PartOutcome {

    public Failed {
        taken = Set.copyOf(taken);
    }

    public static Failed of(FailureKind kind, String advice) {
        return new Failed(kind, "", advice, Set.of(), Optional.empty());
    }

    public static Failed of(FailureKind kind, String advice, Throwable cause) {
        return new Failed(kind, "", advice, Set.of(), Optional.of(cause));
    }

    public static Failed ofServer(FailureKind kind, String code, String advice) {
        return new Failed(kind, code, advice, Set.of(), Optional.empty());
    }

    /** Time is up, for a reason that is not known. */
    public static Failed outOfTime(Duration limit) {
        return of(
                FailureKind.OUT_OF_TIME,
                "it has not done so within the " + seconds(limit)
                        + " of neo4j.write-timeout; a lock that another transaction holds, or a server that does not answer,"
                        + " can be the reason");
    }

    /** Time is up, and was spent on waiting for a lock. */
    public static Failed locked(Duration limit) {
        return of(
                FailureKind.LOCKED,
                "it has not done so within the " + seconds(limit)
                        + " of neo4j.write-timeout, for it waits for a lock that another transaction holds; SHOW TRANSACTIONS"
                        + " names that one");
    }

    public static Failed taken(Collection<SourcePartition> partitions) {
        return new Failed(
                FailureKind.FENCED,
                "",
                "Another task has taken over " + partitions
                        + "; nothing was written. If two connectors of the same name write to this database, rename one of them",
                Set.copyOf(partitions),
                Optional.empty());
    }

    /** Nobody has taken the partitions over: what this task had stored of them has been deleted, mostly with all the rest. */
    public static Failed gone(Collection<SourcePartition> partitions) {
        return of(
                FailureKind.FATAL,
                "the stored offsets of " + partitions
                        + " are no longer in the database. Was it emptied? To load everything again, stop the connector, delete"
                        + " its offsets through the REST interface of Connect (DELETE /connectors/<name>/offsets) and resume"
                        + " it; a task that is merely restarted writes only what comes after the consumer's offsets");
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }

    /** The failure of a transaction that held nothing of a record: never one of the data. */
    public Failed withoutRecord() {
        return kind == FailureKind.DATA
                ? ofServer(
                        FailureKind.OUTAGE,
                        code,
                        "Neo4j refuses every transaction (" + code
                                + "); see the server's log, and the constraints on the label of neo4j.eos-offset-label")
                : this;
    }

    /** The failure of a transaction that was seen to wait for a lock. */
    public Failed whileLocked(Duration limit) {
        return switch (kind) {
            case OUT_OF_TIME -> locked(limit);
            case TOO_MUCH_NOW ->
                ofServer(
                        FailureKind.LOCKED,
                        code,
                        advice
                                + "; it waited for a lock that another transaction holds, which SHOW TRANSACTIONS names");
            default -> this;
        };
    }
}
