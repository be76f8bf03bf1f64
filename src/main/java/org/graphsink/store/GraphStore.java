package org.graphsink.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.graphsink.cypher.CypherStatement;

/**
 * A database that takes batches, each with the offsets that it advances, on behalf of one task: the owner. It keeps of each
 * source partition the offset of the next record and who claimed it last; only that one can advance it. What goes wrong is an
 * answer, never an exception. Used by one thread.
 */
public interface GraphStore {

    /** Whether offsets are kept. A store that keeps none fences nobody, and a poll may be written to it twice. */
    boolean keepsOffsets();

    /**
     * Makes the task the owner of partitions, so that no other can write for them any more. A batch that a former owner has
     * begun is not committed after that.
     */
    ClaimOutcome claim(Collection<SourcePartition> partitions, Deadline deadline);

    /** Tries once to write the batch. A failure leaves nothing of it, but for an answer that was lost. */
    WriteOutcome write(Batch batch, Deadline deadline);

    /**
     * Runs a statement that does a part of its work each time and returns, as {@code changed}, how much that was: once, in a
     * transaction that advances no offset, but is the owner's alone like any other.
     *
     * @param held the partitions whose owner the task has to be; how far they get is left out of account
     */
    PartOutcome part(CypherStatement statement, List<Advance> held, Deadline deadline);

    /**
     * Whether the database takes what holds nothing of a record; nothing of that is left.
     *
     * @return empty where it does, so that a record can be at fault; never a failure of {@link FailureKind#DATA}
     */
    Optional<Failed> probe(List<Advance> advances, Deadline deadline);
}
