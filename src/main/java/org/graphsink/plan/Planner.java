package org.graphsink.plan;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.GraphChange;

/**
 * Turns a sequence of changes into few writes that leave the graph as the changes one by one would.
 *
 * <p>Changes are gathered in segments. Within a segment they are coalesced per entity and written in a fixed order; a new
 * segment opens only where that order would change the result.
 */
public final class Planner {

    private Planner() {}

    public static WritePlan plan(Iterable<? extends GraphChange> changes) {
        return plan(changes, LabelFamilies.UNKNOWN);
    }

    /** @param families which nodes of different labels may be one */
    public static WritePlan plan(Iterable<? extends GraphChange> changes, LabelFamilies families) {
        var steps = new ArrayList<WriteStep>();
        var segment = new OpenSegment(families);
        for (GraphChange change : changes) {
            if (!segment.accept(change)) {
                steps.addAll(steps(segment));
                segment = new OpenSegment(families);
                if (!segment.accept(change)) {
                    throw new IllegalStateException("An empty segment refused " + change.getClass());
                }
            }
        }
        steps.addAll(steps(segment));
        return new WritePlan(steps);
    }

    private static List<WriteStep> steps(OpenSegment segment) {
        return new SegmentSteps(segment).inOrder();
    }
}
