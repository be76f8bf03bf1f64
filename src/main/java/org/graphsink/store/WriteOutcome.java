package org.graphsink.store;

import java.util.Map;

/** What the attempt to write a batch came to. */
public sealed interface WriteOutcome permits WriteOutcome.Written, WriteOutcome.Advanced, Failed {

    /** @param skippedRelationships relationships left out because an end node is missing */
    record Written(long skippedRelationships) implements WriteOutcome {}

    /**
     * Nothing was written now: an earlier attempt of this task had been committed without its knowledge, or the database was
     * put back to an earlier state.
     *
     * @param stored the offsets found, where they are not those that the batch relies on; never empty
     */
    record Advanced(Map<SourcePartition, Long> stored) implements WriteOutcome {
        public Advanced {
            stored = Map.copyOf(stored);
        }
    }
}
