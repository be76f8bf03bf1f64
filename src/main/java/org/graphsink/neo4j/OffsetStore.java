package org.graphsink.neo4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphsink.cypher.Identifier;
import org.graphsink.store.Advance;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.SourcePartition;
import org.graphsink.store.WriteOutcome;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumed offsets, kept in the database that the records go to: one node per connector and partition, {@code
 * (:__KafkaOffset {connector, topic, partition, offset, owner})}. The offset is that of the next record. The owner is the
 * task that claimed the partition last; only the owner can advance it.
 */
public final class OffsetStore {

    private static final Logger LOG = LoggerFactory.getLogger(OffsetStore.class);
    private static final String EACH = "UNWIND range(0, size($topics) - 1) AS i\n";

    /** By which the open transactions of a task are known to its successor. */
    static final String OWNER = "graphsinkOwner";

    /** Longer than any transaction of a former owner that is still at work should need. */
    private static final TransactionConfig CLAIM =
            TransactionConfig.builder().withTimeout(Duration.ofSeconds(10)).build();

    private final String label;
    private final String node;
    private final String connector;
    private final String owner;

    /**
     * @param label of the nodes
     * @param owner different for every task that was ever started
     */
    public OffsetStore(String label, String connector, String owner) {
        this.label = label;
        this.node = "(o:" + Identifier.quote(label)
                + " {connector: $connector, topic: $topics[i], partition: $partitions[i]})\n";
        this.connector = connector;
        this.owner = owner;
    }

    /**
     * Makes this task the owner of partitions, so that no other can write for them any more. A transaction that a former
     * owner left open, because its machine stands still or is gone without a word, is ended.
     *
     * @return the stored offset of each; empty where none is stored
     */
    Map<SourcePartition, OptionalLong> claim(
            Neo4jConnection connection, Collection<SourcePartition> partitions, Deadline deadline) {
        var ordered = ordered(partitions);
        try (var session = connection.session()) {
            return claim(session, ordered);
        } catch (Neo4jException e) {
            if (deadline.isOver() || !DriverFailures.of(e).kind().isPassing()) {
                throw e;
            }
        }
        try (var session = connection.session()) {
            endTransactionsOfFormerOwners(session, ordered);
            return claim(session, ordered);
        }
    }

    private Map<SourcePartition, OptionalLong> claim(Session session, List<SourcePartition> ordered) {
        var text = EACH + "MERGE " + node + "SET o.owner = $owner\nRETURN i, o.offset AS offset ORDER BY i";
        return session.executeWrite(
                tx -> {
                    var stored = new HashMap<SourcePartition, OptionalLong>();
                    for (var row :
                            tx.run(text, Values.value(parameters(ordered))).list()) {
                        var partition = ordered.get(row.get("i").asInt());
                        if (stored.put(partition, offset(row)) != null) {
                            throw new IllegalStateException("Several nodes of the label " + label
                                    + " hold the offset of " + partition + ": delete all but one, and let"
                                    + " neo4j.schema=create make their constraint");
                        }
                    }
                    return stored;
                },
                CLAIM);
    }

    private void endTransactionsOfFormerOwners(Session session, List<SourcePartition> ordered) {
        var owners = session.run(
                        EACH + "MATCH " + node + "WHERE o.owner <> $owner\nRETURN DISTINCT o.owner AS owner",
                        Values.value(parameters(ordered)))
                .list(row -> row.get("owner").asString());
        var open = session.run(
                        "SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData." + OWNER + " IN $owners\n"
                                + "RETURN transactionId",
                        Map.of("owners", owners))
                .list(row -> row.get("transactionId").asString());
        if (!open.isEmpty()) {
            LOG.warn("A former owner of {} has left a transaction open; it is ended", ordered);
            session.run("TERMINATE TRANSACTIONS $open", Map.of("open", open)).consume();
        }
    }

    /**
     * Advances offsets inside the transaction that writes their records.
     *
     * @return empty where the offsets were as expected; else why the transaction must not be committed
     */
    Optional<WriteOutcome> advance(QueryRunner tx, List<Advance> advances) {
        return advance(tx, advances, true);
    }

    /**
     * Makes sure inside a transaction that this task owns partitions, and goes on to own them until the commit.
     *
     * @return empty where it does
     */
    Optional<Failed> hold(QueryRunner tx, List<Advance> held) {
        return advance(tx, held, false).filter(Failed.class::isInstance).map(Failed.class::cast);
    }

    private Optional<WriteOutcome> advance(QueryRunner tx, List<Advance> advances, boolean advancing) {
        var ordered = ordered(advances, Advance::partition);
        // The first SET locks the node, so that what is read after it cannot change before the commit.
        var text = EACH + "MATCH " + node
                + "SET o.locked = true\nWITH o, i, o.offset AS offset, o.owner AS owner\n"
                + "REMOVE o.locked\nSET o.offset = CASE WHEN owner = $owner AND $advancing THEN $next[i] ELSE o.offset END\n"
                + "RETURN i, offset, owner ORDER BY i";
        var parameters = parameters(ordered.stream().map(Advance::partition).toList());
        parameters.put("next", Values.value(ordered.stream().map(Advance::next).toList()));
        parameters.put("advancing", Values.value(advancing));
        var found = new HashMap<SourcePartition, Long>();
        var gone = new LinkedHashSet<SourcePartition>();
        ordered.forEach(advance -> gone.add(advance.partition()));
        var taken = new LinkedHashSet<SourcePartition>();
        for (var row : tx.run(text, Values.value(parameters)).list()) {
            var advance = ordered.get(row.get("i").asInt());
            var partition = advance.partition();
            gone.remove(partition);
            if (!owner.equals(row.get("owner").asString(null))) {
                taken.add(partition);
            }
            var stored = offset(row);
            if (stored.isEmpty() && advance.expected().isPresent()) {
                gone.add(partition);
            } else if (stored.isPresent()
                    && stored.getAsLong() != advance.expected().orElse(-1)) {
                found.put(partition, stored.getAsLong());
            }
        }
        if (!taken.isEmpty()) {
            return Optional.of(Failed.taken(taken));
        }
        if (!gone.isEmpty()) {
            return Optional.of(Failed.gone(gone));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new WriteOutcome.Advanced(found));
    }

    /**
     * Sets or forgets stored offsets on behalf of an operator, while no task of the connector runs. A task that runs all
     * the same loses its claim.
     *
     * @param offsets empty ones are forgotten
     */
    public void alter(Neo4jConnection connection, Map<SourcePartition, OptionalLong> offsets) {
        var ordered = ordered(offsets.keySet());
        var parameters = parameters(ordered);
        parameters.put(
                "next",
                Values.value(ordered.stream()
                        .map(offsets::get)
                        .map(offset -> offset.isPresent() ? offset.getAsLong() : null)
                        .toList()));
        var forget = EACH + "WITH i WHERE $next[i] IS NULL\nMATCH " + node + "DELETE o";
        var set = EACH + "WITH i WHERE $next[i] IS NOT NULL\nMERGE " + node + "SET o.offset = $next[i], o.owner = null";
        try (var session = connection.session()) {
            session.executeWriteWithoutResult(tx -> {
                tx.run(forget, Values.value(parameters)).consume();
                tx.run(set, Values.value(parameters)).consume();
            });
        }
    }

    /** Forgets every stored offset of the connector. */
    public void forgetAll(Neo4jConnection connection) {
        var text = "MATCH (o:" + Identifier.quote(label) + " {connector: $connector})\nDELETE o";
        try (var session = connection.session()) {
            session.executeWriteWithoutResult(
                    tx -> tx.run(text, Map.of("connector", connector)).consume());
        }
    }

    private Map<String, Value> parameters(List<SourcePartition> partitions) {
        var parameters = new HashMap<String, Value>();
        parameters.put("connector", Values.value(connector));
        parameters.put("owner", Values.value(owner));
        parameters.put(
                "topics",
                Values.value(partitions.stream().map(SourcePartition::topic).toList()));
        parameters.put(
                "partitions",
                Values.value(partitions.stream().map(SourcePartition::partition).toList()));
        return parameters;
    }

    private static List<SourcePartition> ordered(Collection<SourcePartition> partitions) {
        return ordered(partitions, partition -> partition);
    }

    /** Sorted, so that concurrent tasks take the locks in the same order. */
    private static <T> List<T> ordered(Collection<T> all, Function<T, SourcePartition> partition) {
        var sorted = new TreeMap<String, T>();
        all.forEach(each -> sorted.put(partition.apply(each).toString(), each));
        return new ArrayList<>(sorted.values());
    }

    private static OptionalLong offset(Record row) {
        var offset = row.get("offset");
        return offset.isNull() ? OptionalLong.empty() : OptionalLong.of(offset.asLong());
    }
}
