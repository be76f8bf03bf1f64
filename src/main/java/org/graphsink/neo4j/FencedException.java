package org.graphsink.neo4j;

import java.util.Collection;
import java.util.Set;
import org.graphsink.store.SourcePartition;

/** The stored offsets of partitions are no longer this task's to advance. Nothing was written. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<SourcePartition> taken;

    private FencedException(String message, Set<SourcePartition> taken) {
        super(message);
        this.taken = taken;
    }

    static FencedException taken(Collection<SourcePartition> partitions) {
        return new FencedException(
                "Another task has taken over " + partitions
                        + "; nothing was written. If two connectors of the same name write to this database, rename one of them",
                Set.copyOf(partitions));
    }

    static FencedException gone(Collection<SourcePartition> partitions) {
        return new FencedException(
                "The stored offsets of " + partitions
                        + " are no longer in the database; nothing was written. To move offsets, stop the connector and change"
                        + " them through its REST interface. A task that is restarted goes on at the consumer's offsets",
                Set.of());
    }

    /** The partitions that another task has claimed; empty where it is something else. */
    public Set<SourcePartition> taken() {
        return taken;
    }
}
