package org.graphsink.store;

import java.util.Map;
import java.util.OptionalLong;

/** What claiming partitions came to. */
public sealed interface ClaimOutcome permits ClaimOutcome.Claimed, Failed {

    /** @param stored the stored offset of each partition that was claimed; empty where none is stored */
    record Claimed(Map<SourcePartition, OptionalLong> stored) implements ClaimOutcome {
        public Claimed {
            stored = Map.copyOf(stored);
        }
    }
}
