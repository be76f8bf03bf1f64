package org.graphsink.mapping;

import java.util.List;
import org.graphsink.graph.GraphChange;

/**
 * What one record became.
 *
 * @param changes in the order in which they apply
 * @param skipped why there is none, where a record of its kind would usually have some; else null
 */
public record Mapped(List<GraphChange> changes, String skipped) {

    static Mapped of(List<GraphChange> changes) {
        return new Mapped(changes, null);
    }

    static Mapped skipped(String reason) {
        return new Mapped(List.of(), reason);
    }
}
