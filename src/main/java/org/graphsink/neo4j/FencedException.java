package org.graphsink.neo4j;

import java.util.Collection;

/** Another task has taken over partitions that this one still writes for. Nothing was written. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException(Collection<SourcePartition> partitions) {
        super(
                "Another task has taken over " + partitions
                        + "; nothing was written. If two connectors of the same name write to this database, rename one of them");
    }
}
