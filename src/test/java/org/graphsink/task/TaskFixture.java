package org.graphsink.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.record.RecordException;
import org.graphsink.source.Mapped;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.GraphStore;
import org.graphsink.support.TaskContext;

/**
 * A task over a {@link FakeDatabase}, whose statements are the ids of the records' values. A poll may take three minutes, and a
 * transaction is repeated for half a minute.
 */
final class TaskFixture {

    static final Duration WRITE_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration MAX_RETRY_TIME = Duration.ofSeconds(30);

    final TaskContext context;
    /** Labels that cannot have their constraints. */
    final Map<String, Failed> labels = new HashMap<>();

    /** Whether the records name labels. */
    boolean open;
    /** The labels of which the constraints were asked for. */
    final List<String> ensured = new ArrayList<>();

    Predicate<String> unplannable = text -> false;
    Predicate<String> unreadable = text -> false;
    /** Ids of records that empty a label. */
    Predicate<String> truncating = text -> false;

    final StartedTask task;

    private TaskFixture(GraphStore store, FakeTicker ticker, TaskContext context, OptionalInt batchSize) {
        this.context = context;
        var counters = new SinkCounters("shop");
        var errants = ErrantRecords.of(context, counters);
        var unexpected = new UnexpectedFailures();
        var assignment = new Assignment(store, context::offset);
        var writer = new PollWriter(
                new Transactions(store, assignment, this::statements, MAX_RETRY_TIME, counters),
                new Emptying(store, this::emptying),
                new OpenLabels(new Labels(), errants),
                errants,
                unexpected,
                batchSize);
        task = new StartedTask(
                WRITE_TIMEOUT,
                ticker,
                new GraphTarget(new Labels(), assignment, writer, () -> {}),
                new RecordMapper(this::changes, new UnmappedTopics(false), errants, unexpected),
                errants,
                new Outage(context, Optional.empty(), ticker),
                counters);
    }

    static TaskFixture over(GraphStore store, FakeTicker ticker) {
        return new TaskFixture(store, ticker, TaskContext.tolerant(), OptionalInt.empty());
    }

    static TaskFixture over(GraphStore store, FakeTicker ticker, TaskContext context) {
        return new TaskFixture(store, ticker, context, OptionalInt.empty());
    }

    static TaskFixture inBatches(GraphStore store, FakeTicker ticker, int batchSize) {
        return new TaskFixture(store, ticker, TaskContext.tolerant(), OptionalInt.of(batchSize));
    }

    private Mapped changes(SinkRecord record) {
        var value = (Map<?, ?>) record.value();
        var id = String.valueOf(value.get("id"));
        if (unreadable.test(id)) {
            throw new ClassCastException("secret " + id);
        }
        if (id.equals("null")) {
            throw new RecordException("The key property id is null");
        }
        var label = value.get("label") == null ? "Event" : value.get("label").toString();
        var node = NodeIdentity.of(label, Map.of("id", id));
        return Mapped.of(List.of(GraphChange.UpsertNode.ensure(node, MissingNode.CREATE)));
    }

    private Optional<List<CypherStatement>> emptying(List<GraphChange> changes, int most) {
        return truncating.test(((GraphChange.UpsertNode) changes.get(0))
                        .node()
                        .key()
                        .value(0)
                        .toString())
                ? Optional.of(
                        List.of(new CypherStatement("empty", Map.of("most", (long) most), MissingEndpoints.CREATE, 0)))
                : Optional.empty();
    }

    private List<CypherStatement> statements(List<GraphChange> changes) {
        var statements = new ArrayList<CypherStatement>();
        for (var change : changes) {
            var id = ((GraphChange.UpsertNode) change).node().key().value(0).toString();
            if (unplannable.test(id)) {
                throw new IllegalStateException("secret " + id);
            }
            statements.add(new CypherStatement(id, Map.of(), MissingEndpoints.CREATE, 1));
        }
        return statements;
    }

    /** Whether Connect would go on; else it delivers the same records again. */
    boolean puts(Collection<SinkRecord> records) {
        try {
            task.put(records);
            return true;
        } catch (RetriableException e) {
            return false;
        }
    }

    List<String> reported() {
        return context.reports.stream().map(TaskContext.Report::coordinates).toList();
    }

    List<String> messages() {
        return context.reports.stream()
                .map(report -> report.error().getMessage())
                .toList();
    }

    private final class Labels implements TargetSchema {

        @Override
        public Optional<Failed> prepare(Deadline deadline) {
            return Optional.empty();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public Optional<Failed> ensure(NodeShape shape, Deadline deadline) {
            ensured.add(shape.label());
            return Optional.ofNullable(labels.get(shape.label()));
        }
    }
}
