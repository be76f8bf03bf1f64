package org.graphsink.support;

import java.util.List;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.plan.LabelFamilies;
import org.graphsink.plan.Planner;
import org.graphsink.plan.WritePlan;

/** Plans where nothing is known of labels but what the changes show: one that a change adds may be any node's. */
public final class UnknownFamilies {

    public static final LabelFamilies FAMILIES =
            LabelFamilies.of(Set.of(), List.of()).andOthers();

    private UnknownFamilies() {}

    public static WritePlan plan(Iterable<? extends GraphChange> changes) {
        return Planner.plan(changes, FAMILIES);
    }
}
