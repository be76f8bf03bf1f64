package org.graphsink.neo4j;

import java.util.Map;
import org.graphsink.store.SourcePartition;

/**
 * What a write came to.
 *
 * @param advanced empty where everything was written; else the offsets that were found stored already, because an earlier
 *     attempt had been committed: nothing was written now, and records below these offsets need not be
 * @param skippedRelationships relationships left out because an end node is missing
 */
public record WriteResult(Map<SourcePartition, Long> advanced, long skippedRelationships) {
    public boolean isWritten() {
        return advanced.isEmpty();
    }
}
