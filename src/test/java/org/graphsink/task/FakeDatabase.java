package org.graphsink.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.graphsink.cypher.CypherStatement;
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

/**
 * A database in memory, with as many tasks as a test needs. It keeps offsets with their owners and what statements were
 * committed, and fails as it is told.
 */
final class FakeDatabase {

    static final Failed AWAY = Failed.of(FailureKind.OUTAGE, "Connection refused");
    static final Failed TERMINATED =
            Failed.ofServer(FailureKind.INTERRUPTED, "Terminated", "Neo4j answered Terminated");

    static final Failed WRONG_PASSWORD = Failed.of(FailureKind.FATAL, "Neo4j refuses the authentication");

    private record Stored(String owner, OptionalLong offset) {}

    private final FakeTicker ticker;
    private final Map<SourcePartition, Stored> stored = new HashMap<>();

    /** The texts of the statements, as they were committed. */
    final List<String> written = new ArrayList<>();

    /** How many statements each transaction had, whatever became of it. */
    final List<Integer> transactions = new ArrayList<>();

    int probes;
    private final Deque<Optional<Failed>> answers = new ArrayDeque<>();
    private boolean answersLost;
    private Optional<Failed> state = Optional.empty();
    private Predicate<String> refused = text -> false;
    private Predicate<String> interrupted = text -> false;
    private Predicate<String> locked = text -> false;
    private int room = Integer.MAX_VALUE;
    private FailureKind tooMuch = FailureKind.TOO_LARGE;
    private Duration perStatement = Duration.ZERO;

    private Runnable afterTransaction = () -> {};

    /** How many nodes a label has, which is too many for one transaction while there are any. */
    long large;

    /** How many of them one transaction can hold. */
    long part = Long.MAX_VALUE;

    Duration perPart = Duration.ZERO;

    FakeDatabase(FakeTicker ticker) {
        this.ticker = ticker;
    }

    /** Every request fails so, until it is well again. */
    void is(Failed failed) {
        state = Optional.of(failed);
    }

    void isWell() {
        state = Optional.empty();
    }

    /** The next transactions fail so; those for which that is empty do not. */
    void answers(List<Optional<Failed>> next) {
        answers.addAll(next);
    }

    /** The next transaction is committed, but nobody is told. */
    void loseAnswer() {
        answersLost = true;
    }

    void refuses(Predicate<String> texts) {
        refused = texts;
    }

    void interrupts(Predicate<String> texts) {
        interrupted = texts;
    }

    /** Others hold locks on what the statements write. */
    void isLocked(Predicate<String> texts) {
        locked = texts;
    }

    /** So many statements have room in a transaction. */
    void hasRoomFor(int statements, FailureKind failure) {
        room = statements;
        tooMuch = failure;
    }

    /** Happens after each transaction. */
    void onTransaction(Runnable event) {
        afterTransaction = event;
    }

    void takes(Duration time) {
        perStatement = time;
    }

    void store(SourcePartition partition, String owner, long offset) {
        stored.put(partition, new Stored(owner, OptionalLong.of(offset)));
    }

    /** To an earlier state, under the same owner. */
    void putBack(SourcePartition partition, long offset) {
        store(partition, stored.get(partition).owner(), offset);
    }

    void forget(SourcePartition partition) {
        stored.remove(partition);
    }

    OptionalLong offset(SourcePartition partition) {
        var node = stored.get(partition);
        return node == null ? OptionalLong.empty() : node.offset();
    }

    /** As a task sees it. */
    GraphStore of(String owner) {
        return new Store(owner);
    }

    GraphStore withoutOffsets() {
        return new Store(null);
    }

    private final class Store implements GraphStore {

        private final String owner;

        Store(String owner) {
            this.owner = owner;
        }

        @Override
        public boolean keepsOffsets() {
            return owner != null;
        }

        @Override
        public ClaimOutcome claim(Collection<SourcePartition> partitions, Deadline deadline) {
            if (state.isPresent()) {
                return state.get();
            }
            var offsets = new HashMap<SourcePartition, OptionalLong>();
            for (var partition : partitions) {
                var offset = offset(partition);
                stored.put(partition, new Stored(owner, offset));
                offsets.put(partition, offset);
            }
            return new ClaimOutcome.Claimed(offsets);
        }

        @Override
        public WriteOutcome write(Batch batch, Deadline deadline) {
            transactions.add(batch.statements().size());
            if (state.isPresent()) {
                return state.get();
            }
            if (!answers.isEmpty()) {
                var answer = answers.poll();
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            var offsets = advanced(batch.advances());
            if (offsets.isPresent()) {
                return offsets.get();
            }
            var texts = batch.statements().stream().map(CypherStatement::text).toList();
            var failed = run(texts, deadline);
            afterTransaction.run();
            if (failed.isPresent()) {
                return failed.get();
            }
            written.addAll(texts);
            if (keepsOffsets()) {
                batch.advances().forEach(advance -> store(advance.partition(), owner, advance.next()));
            }
            if (answersLost) {
                answersLost = false;
                return AWAY;
            }
            return new WriteOutcome.Written(0);
        }

        private Optional<Failed> run(List<String> texts, Deadline deadline) {
            if (texts.size() > room || large > 0 && texts.contains("truncate")) {
                return Optional.of(Failed.of(tooMuch, "it needs more memory"));
            }
            for (var text : texts) {
                if (locked.test(text)) {
                    ticker.pass(deadline.left());
                    return Optional.of(Failed.locked(deadline.limit()));
                }
                ticker.pass(perStatement);
                if (deadline.isOver()) {
                    return Optional.of(Failed.outOfTime(deadline.limit()));
                }
                if (refused.test(text)) {
                    return Optional.of(Failed.ofServer(FailureKind.DATA, "Refused", "Neo4j answered Refused"));
                }
                if (interrupted.test(text)) {
                    return Optional.of(TERMINATED);
                }
            }
            return Optional.empty();
        }

        private Optional<WriteOutcome> advanced(List<Advance> advances) {
            if (!keepsOffsets()) {
                return Optional.empty();
            }
            var taken = new HashSet<SourcePartition>();
            var gone = new HashSet<SourcePartition>();
            var found = new HashMap<SourcePartition, Long>();
            for (var advance : advances) {
                var node = stored.get(advance.partition());
                if (node == null) {
                    gone.add(advance.partition());
                } else if (!node.owner().equals(owner)) {
                    taken.add(advance.partition());
                } else if (node.offset().isEmpty() && advance.expected().isPresent()) {
                    gone.add(advance.partition());
                } else if (!node.offset().equals(advance.expected())) {
                    found.put(advance.partition(), node.offset().getAsLong());
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

        @Override
        public PartOutcome part(CypherStatement statement, List<Advance> held, Deadline deadline) {
            if (state.isPresent()) {
                return state.get();
            }
            if (advanced(held).orElse(null) instanceof Failed fenced) {
                return fenced;
            }
            long most = (long) statement.parameters().get("most");
            if (most > part) {
                return Failed.of(FailureKind.TOO_LARGE, "it needs more memory");
            }
            ticker.pass(perPart);
            long changed = Math.min(most, large);
            large -= changed;
            return new PartOutcome.Done(changed);
        }

        @Override
        public Optional<Failed> probe(List<Advance> advances, Deadline deadline) {
            probes++;
            return state.map(Failed::withoutRecord);
        }
    }
}
