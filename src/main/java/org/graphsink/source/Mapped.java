package org.graphsink.source;

import java.util.List;
import org.graphsink.graph.GraphChange;

/** What one record became. */
public sealed interface Mapped {

    Mapped UNMAPPED = new Unmapped();

    /** In the order in which they apply; empty for a record that has nothing to write. */
    List<GraphChange> changes();

    static Mapped of(List<GraphChange> changes) {
        return of(changes, 0);
    }

    /** @param leftOut how many things that it could have made the record lacks the key for */
    static Mapped of(List<GraphChange> changes, int leftOut) {
        return new Changes(changes, leftOut);
    }

    static Mapped skipped(String reason) {
        return new Skipped(reason);
    }

    /**
     * A record of a kind that says something about the graph, though perhaps nothing new.
     *
     * @param leftOut how many things that it could have made the record lacks the key for
     */
    record Changes(List<GraphChange> changes, int leftOut) implements Mapped {}

    /**
     * A record that has nothing to write.
     *
     * @param reason why, for those who count such records
     */
    record Skipped(String reason) implements Mapped {
        @Override
        public List<GraphChange> changes() {
            return List.of();
        }
    }

    /** A record of a topic for which there is no mapping, and of no kind that would have none. */
    record Unmapped() implements Mapped {
        @Override
        public List<GraphChange> changes() {
            return List.of();
        }
    }
}
