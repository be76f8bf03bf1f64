package org.graphsink.mapping;

import java.util.List;
import java.util.TreeSet;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.NodeShape;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.TopicPatterns;

/** What becomes of the nodes of rows that are gone: as much goes as was the row's own. */
final class GoneNodes {

    private final TopicPatterns patterns;
    private final OtherRows others;

    GoneNodes(TopicPatterns patterns, OtherRows others) {
        this.patterns = patterns;
        this.others = others;
    }

    /** @param index which of the topic's nodes it is */
    Claims claims(int index, BoundNode node, String label, Past past) {
        return others.claims(first(index), node.shape(label), labels(index, node, past));
    }

    /** Whether the row may be without the node, as one of several writers. */
    boolean mayBeNowhere(BoundNode node) {
        return node.label().possible().stream().anyMatch(others::haveMarks);
    }

    /** Two patterns may mean one node. */
    private int first(int index) {
        return patterns.nodeOf(patterns.nodes().get(index)).orElse(index);
    }

    /** What of the node goes with its row to the row's new key. */
    Carried carried(int index, BoundNode node, String label, Past past) {
        return others.carried(label, labels(index, node, past));
    }

    private static List<String> labels(int index, BoundNode node, Past past) {
        var labels = new TreeSet<>(past.furtherLabels(index, node));
        node.furtherLabels().names().forEach(name -> name.fixed().ifPresent(labels::add));
        return List.copyOf(labels);
    }

    /**
     * The deletion of all nodes of a label.
     *
     * @param index which of the topic's nodes they are
     * @param label one of those that its pattern can give
     */
    EmptyLabel all(int index, String label) {
        var node = patterns.nodes().get(index);
        var labels = new TreeSet<String>();
        node.furtherLabels().forEach(further -> labels.addAll(further.possible()));
        var shape = new NodeShape(
                label, node.key().stream().map(Selector.Key::property).toList());
        return new EmptyLabel(shape, others.claims(first(index), shape, List.copyOf(labels)));
    }
}
