package org.graphsink.task;

import java.util.List;
import java.util.Optional;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.graph.GraphChange;
import org.graphsink.store.Advance;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.GraphStore;
import org.graphsink.store.PartOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties labels and relationship types that are too large for one transaction, in many. Interrupted, it is begun anew and
 * finds what is left. The offset is not advanced here: what writes the record as usual finds nothing left, and closes the matter.
 */
final class Emptying {

    private static final Logger LOG = LoggerFactory.getLogger(Emptying.class);

    /** Far below what fills the memory of a transaction, unless nodes are large. */
    private static final int MOST = 10_000;

    private final GraphStore store;
    private final InBatches batches;

    /** What empties labels and relationship types in parts of at most so many nodes or relationships; empty for other changes. */
    interface InBatches {
        Optional<List<CypherStatement>> statements(List<GraphChange> changes, int most);
    }

    Emptying(GraphStore store, InBatches batches) {
        this.store = store;
        this.batches = batches;
    }

    boolean isAskedBy(MappedRecord record) {
        return !record.changes().isEmpty()
                && batches.statements(record.changes(), MOST).isPresent();
    }

    /**
     * @param record asks for nothing else
     * @return empty where nothing is left; else why there is
     */
    Optional<Failed> empty(MappedRecord record, Deadline deadline) {
        LOG.info(
                "{} empties more than one transaction can hold; it is emptied in parts",
                FailureText.coordinates(record.record()));
        var held = List.of(
                new Advance(record.partition().source(), record.partition().expected(), record.offset() + 1));
        for (int most = MOST; ; most = most / 10) {
            var failed = empty(batches.statements(record.changes(), most).orElseThrow(), held, deadline);
            if (failed.isEmpty() || !failed.get().kind().isOfSize() || most == 1) {
                return failed;
            }
        }
    }

    private Optional<Failed> empty(List<CypherStatement> statements, List<Advance> held, Deadline deadline) {
        for (var statement : statements) {
            long changed;
            do {
                if (deadline.isOver()) {
                    return Optional.of(Failed.outOfTime(deadline.limit()));
                }
                var outcome = store.part(statement, held, deadline);
                if (outcome instanceof Failed failed) {
                    return Optional.of(failed);
                }
                changed = ((PartOutcome.Done) outcome).changed();
            } while (changed > 0);
        }
        return Optional.empty();
    }
}
