package org.graphsink.neo4j;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.store.SourcePartition;
import org.neo4j.driver.Query;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** Writes statements and offsets in one transaction: all of them or nothing. */
public final class GraphWriter {

    private final Neo4jConnection connection;
    private final Optional<OffsetStore> offsets;
    private final Duration maxRetryTime;
    private final TransactionConfig transaction;

    /**
     * @param maxRetryTime how long a transaction is repeated that failed for a reason that passes
     * @param offsets empty to store none: then a poll may be written twice, though with the same result
     * @param timeout after which the server ends a transaction; empty for the server's own
     */
    public GraphWriter(
            Neo4jConnection connection,
            Duration maxRetryTime,
            Optional<OffsetStore> offsets,
            Optional<Duration> timeout) {
        this.connection = connection;
        this.maxRetryTime = maxRetryTime;
        this.offsets = offsets;
        var config = TransactionConfig.builder();
        offsets.ifPresent(store -> config.withMetadata(store.metadata()));
        timeout.ifPresent(config::withTimeout);
        this.transaction = config.build();
    }

    /**
     * Runs the statements in order and advances the offsets. The transaction is repeated where the failure is a passing
     * one.
     *
     * @param expected the offsets that were stored before
     * @param next the offsets after the records that the statements came from
     * @throws FencedException where another task has taken over one of the partitions
     * @throws MissingEndpointException where a relationship that may not lack an end node does
     * @throws org.neo4j.driver.exceptions.Neo4jException see {@link FailureKind}
     */
    public WriteResult write(
            List<CypherStatement> statements, Map<SourcePartition, Long> expected, Map<SourcePartition, Long> next) {
        var repetition = new Repetition(maxRetryTime);
        while (true) {
            // Not the driver's managed transaction: that waits a second after a deadlock, and repeats for as long as it
            // may a transaction whose commit needs more memory than there is.
            try (var session = connection.session();
                    var tx = session.beginTransaction(transaction)) {
                var result = attempt(tx, statements, expected, next);
                if (result.isWritten()) {
                    tx.commit();
                }
                return result;
            } catch (Neo4jException e) {
                repetition.waitAfter(e);
            }
        }
    }

    private WriteResult attempt(
            Transaction tx,
            List<CypherStatement> statements,
            Map<SourcePartition, Long> expected,
            Map<SourcePartition, Long> next) {
        if (offsets.isPresent() && !next.isEmpty()) {
            var advanced = offsets.get().advance(tx, expected, next);
            if (!advanced.isEmpty()) {
                return new WriteResult(advanced, 0);
            }
        }
        long skipped = 0;
        for (var statement : statements) {
            skipped += run(tx, statement);
        }
        return new WriteResult(Map.of(), skipped);
    }

    private static long run(QueryRunner tx, CypherStatement statement) {
        var result = tx.run(new Query(statement.text(), DriverValues.parameters(statement.parameters())));
        if (statement.missing() == MissingEndpoints.CREATE) {
            result.consume();
            return 0;
        }
        long missing = statement.rows() - result.single().get("written").asLong();
        if (missing > 0 && statement.missing() == MissingEndpoints.FAIL) {
            throw new MissingEndpointException(missing);
        }
        return missing;
    }

    /**
     * Returns where the database takes a transaction that holds nothing of a record, and leaves nothing of it: one that
     * advances the offsets, or without such a node that comes and goes.
     *
     * @throws ServerFaultException where it does not, so that no record can be at fault
     */
    public void probe(Map<SourcePartition, Long> expected, Map<SourcePartition, Long> next) {
        try (var session = connection.session();
                var tx = session.beginTransaction(transaction)) {
            if (offsets.isPresent()) {
                offsets.get().advance(tx, expected, next);
            } else {
                tx.run("CREATE (n) DELETE n").consume();
            }
            tx.rollback();
        } catch (Neo4jException e) {
            var kind = FailureKind.of(e);
            // A role may be allowed certain labels only.
            if (kind != FailureKind.FATAL || offsets.isPresent()) {
                throw withoutRecord(e);
            }
        }
    }

    /** What the failure of a transaction is that held nothing of a record: never one of the data. */
    public RuntimeException withoutRecord(RuntimeException failure) {
        return failure instanceof Neo4jException neo4j && FailureKind.of(neo4j) == FailureKind.DATA
                ? new ServerFaultException(neo4j)
                : failure;
    }
}
