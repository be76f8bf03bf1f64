package org.graphsink.neo4j;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.store.Advance;
import org.graphsink.store.Batch;
import org.graphsink.store.ClaimOutcome;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.store.GraphStore;
import org.graphsink.store.PartOutcome;
import org.graphsink.store.SourcePartition;
import org.graphsink.store.WriteOutcome;
import org.neo4j.driver.Query;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;

/** A Neo4j database: a batch is one transaction, with the offsets in it. */
public final class Neo4jGraphStore implements GraphStore {

    private final Neo4jConnection connection;
    private final String owner;
    private final Optional<OffsetStore> offsets;
    private final Optional<Duration> timeout;
    private final TransactionConfig transaction;
    private final AtomicBoolean looking = new AtomicBoolean();

    /**
     * @param owner different for every task that was ever started
     * @param offsetLabel the label of the nodes that hold the offsets; empty to keep none
     * @param timeout after which the server ends a transaction; empty for the server's own
     */
    public Neo4jGraphStore(
            Neo4jConnection connection,
            String connector,
            String owner,
            Optional<String> offsetLabel,
            Optional<Duration> timeout) {
        this.connection = connection;
        this.owner = owner;
        this.offsets = offsetLabel.map(label -> new OffsetStore(label, connector, owner));
        this.timeout = timeout;
        var config = TransactionConfig.builder().withMetadata(Map.of(OffsetStore.OWNER, owner));
        timeout.ifPresent(config::withTimeout);
        this.transaction = config.build();
    }

    @Override
    public boolean keepsOffsets() {
        return offsets.isPresent();
    }

    @Override
    public ClaimOutcome claim(Collection<SourcePartition> partitions, Deadline deadline) {
        if (offsets.isEmpty()) {
            var none = new HashMap<SourcePartition, OptionalLong>();
            partitions.forEach(partition -> none.put(partition, OptionalLong.empty()));
            return new ClaimOutcome.Claimed(none);
        }
        try {
            return new ClaimOutcome.Claimed(
                    connection.within(deadline, () -> offsets.get().claim(connection, partitions, deadline)));
        } catch (RuntimeException e) {
            return DriverFailures.of(e);
        }
    }

    @Override
    public WriteOutcome write(Batch batch, Deadline deadline) {
        List<Query> queries;
        try {
            queries = batch.statements().stream().map(Neo4jGraphStore::query).toList();
        } catch (RuntimeException e) {
            return Failed.of(
                    FailureKind.UNEXPECTED,
                    "it could not be sent (" + e.getClass().getName() + ")",
                    e);
        }
        if (queries.isEmpty() && (offsets.isEmpty() || batch.advances().isEmpty())) {
            return new WriteOutcome.Written(0);
        }
        try (var look = new LockLook(connection, owner, longest(deadline), looking)) {
            var outcome = answer(deadline, () -> transaction(batch, queries));
            return outcome instanceof Failed failed && look.sawLock() ? failed.whileLocked(deadline.limit()) : outcome;
        }
    }

    private Duration longest(Deadline deadline) {
        var left = deadline.left();
        return timeout.filter(end -> end.compareTo(left) < 0).orElse(left);
    }

    private static Query query(CypherStatement statement) {
        return new Query(statement.text(), DriverValues.parameters(statement.parameters()));
    }

    private WriteOutcome answer(Deadline deadline, Supplier<WriteOutcome> call) {
        try {
            return connection.within(deadline, call);
        } catch (RuntimeException e) {
            return DriverFailures.of(e);
        }
    }

    // Not the driver's managed transaction: that waits a second after a deadlock, and repeats for as long as it may a
    // transaction whose commit needs more memory than there is.
    private WriteOutcome transaction(Batch batch, List<Query> queries) {
        try (var session = connection.session();
                var tx = session.beginTransaction(transaction)) {
            var outcome = attempt(tx, batch, queries);
            if (outcome instanceof WriteOutcome.Written) {
                tx.commit();
            }
            return outcome;
        }
    }

    private WriteOutcome attempt(Transaction tx, Batch batch, List<Query> queries) {
        if (offsets.isPresent() && !batch.advances().isEmpty()) {
            var refused = offsets.get().advance(tx, batch.advances());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        long skipped = 0;
        for (int i = 0; i < queries.size(); i++) {
            var statement = batch.statements().get(i);
            long missing = missing(tx, queries.get(i), statement);
            if (missing > 0 && statement.missing() == MissingEndpoints.FAIL) {
                return Failed.of(
                        FailureKind.DATA,
                        missing
                                + " relationship(s) have no start or no end node (neo4j.relationships.missing-endpoints=fail)");
            }
            skipped += missing;
        }
        return new WriteOutcome.Written(skipped);
    }

    private static long missing(QueryRunner tx, Query query, CypherStatement statement) {
        var result = tx.run(query);
        if (statement.missing() == MissingEndpoints.CREATE) {
            result.consume();
            return 0;
        }
        return statement.rows() - result.single().get("written").asLong();
    }

    @Override
    public PartOutcome part(CypherStatement statement, List<Advance> held, Deadline deadline) {
        try {
            return connection.within(deadline, () -> part(statement, held));
        } catch (RuntimeException e) {
            return DriverFailures.of(e);
        }
    }

    private PartOutcome part(CypherStatement statement, List<Advance> held) {
        try (var session = connection.session();
                var tx = session.beginTransaction(transaction)) {
            var fenced = offsets.flatMap(store -> store.hold(tx, held));
            if (fenced.isPresent()) {
                return fenced.get();
            }
            long changed = tx.run(query(statement)).single().get("changed").asLong();
            tx.commit();
            return new PartOutcome.Done(changed);
        }
    }

    @Override
    public Optional<Failed> probe(List<Advance> advances, Deadline deadline) {
        if (answer(deadline, () -> trial(advances)) instanceof Failed failed
                // A role may be allowed certain labels only.
                && (failed.kind() != FailureKind.FATAL || offsets.isPresent())) {
            return Optional.of(failed.withoutRecord());
        }
        return Optional.empty();
    }

    /** Advances the offsets, or without such has a node come and go. */
    private WriteOutcome trial(List<Advance> advances) {
        try (var session = connection.session();
                var tx = session.beginTransaction(transaction)) {
            if (offsets.isPresent()) {
                offsets.get().advance(tx, advances);
            } else {
                tx.run("CREATE (n) DELETE n").consume();
            }
            tx.rollback();
            return new WriteOutcome.Written(0);
        }
    }
}
