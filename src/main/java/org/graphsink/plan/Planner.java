package org.graphsink.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** @param families which nodes of different labels may be one */
    public static WritePlan plan(Iterable<? extends GraphChange> changes, LabelFamilies families) {
        if (!changes.iterator().hasNext()) {
            return WritePlan.NONE;
        }
        var planner = new Planner(families);
        changes.forEach(planner::add);
        planner.close();
        return new WritePlan(planner.steps);
    }

    private void add(GraphChange change) {
        if (!segment.accept(change)) {
            var opened = withEnds(change);
            if (opened.isPresent()) {
                segment.leave(lastPlaceholders);
            }
            close();
            segment = opened.orElse(segment);
            if (opened.isEmpty() && !segment.accept(change)) {
                throw new IllegalStateException("An empty segment refused " + change.getClass());
            }
        }
        if (isPlaceholder(change)) {
            lastPlaceholders.add((UpsertNode) change);
        } else {
            lastPlaceholders.clear();
        }
    }

    private void close() {
        steps.addAll(new SegmentSteps(segment).inOrder());
        segment = new OpenSegment(families);
    }

    /**
     * A segment with the change and with the placeholders that are there for the next relationship: they are not to go with
     * another relationship before that one is written.
     *
     * @return empty where they cannot share a segment
     */
    private Optional<OpenSegment> withEnds(GraphChange change) {
        if (!(change instanceof UpsertRelationship) && !isPlaceholder(change)) {
            return Optional.empty();
        }
        var opened = new OpenSegment(families);
        for (var placeholder : lastPlaceholders) {
            if (!opened.accept(placeholder)) {
                return Optional.empty();
            }
        }
        return opened.accept(change) ? Optional.of(opened) : Optional.empty();
    }

    private static boolean isPlaceholder(GraphChange change) {
        return change instanceof UpsertNode node && node.missing() == MissingNode.CREATE_PLACEHOLDER;
    }
}
