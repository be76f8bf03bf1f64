package org.graphsink.plan;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.MissingNode;

/**
 * Turns a sequence of changes into few writes that leave the graph as the changes one by one would.
 *
 * <p>Changes are gathered in segments. Within a segment they are coalesced per entity and written in a fixed order; a new
 * segment opens only where that order would change the result.
 */
public final class Planner {

    private final LabelFamilies families;
    private final List<WriteStep> steps = new ArrayList<>();
    private final List<UpsertNode> lastPlaceholders = new ArrayList<>();
    private OpenSegment segment;

    private Planner(LabelFamilies families) {
        this.families = families;
        this.segment = new OpenSegment(families);
    }

    public static WritePlan plan(Iterable<? extends GraphChange> changes) {
        return plan(changes, LabelFamilies.UNKNOWN);
    }

    /** @param families which nodes of different labels may be one */
    public static WritePlan plan(Iterable<? extends GraphChange> changes, LabelFamilies families) {
        var planner = new Planner(families);
        changes.forEach(planner::add);
        planner.close();
        return new WritePlan(planner.steps);
    }

    private void add(GraphChange change) {
        if (!segment.accept(change)) {
            close();
            if (!openWithEnds(change) && !segment.accept(change)) {
                throw new IllegalStateException("An empty segment refused " + change.getClass());
            }
        }
        if (change instanceof UpsertNode node && node.missing() == MissingNode.CREATE_PLACEHOLDER) {
            lastPlaceholders.add(node);
        } else {
            lastPlaceholders.clear();
        }
    }

    private void close() {
        steps.addAll(new SegmentSteps(segment).inOrder());
        segment = new OpenSegment(families);
    }

    /**
     * Opens the segment with a relationship and once more with the placeholders that are there for it: they are not to go
     * with another relationship before this one is written.
     */
    private boolean openWithEnds(GraphChange change) {
        if (!(change instanceof UpsertRelationship upsert)) {
            return false;
        }
        var opened = new OpenSegment(families);
        for (var node : lastPlaceholders) {
            if (upsert.relationship().isAt(node.node()) && !opened.accept(node)) {
                return false;
            }
        }
        if (opened.accept(change)) {
            segment = opened;
            return true;
        }
        return false;
    }
}
