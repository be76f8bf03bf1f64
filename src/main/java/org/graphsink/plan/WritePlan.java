package org.graphsink.plan;

import java.util.List;

/**
 * What one transaction writes: steps in the order in which they must run. Each step is one kind of write for rows of one
 * shape.
 */
public record WritePlan(List<WriteStep> steps) {
    /** Nothing is to be written. */
    static final WritePlan NONE = new WritePlan(List.of());

    public WritePlan {
        steps = List.copyOf(steps);
    }
}
