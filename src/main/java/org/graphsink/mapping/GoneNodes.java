package org.graphsink.mapping;

import java.util.List;
import java.util.TreeSet;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.NodeShape;
import org.graphsink.mapping.bound.Bindings;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.mapping.bound.View;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.TopicPatterns;

/** What becomes of the nodes of rows that are gone: as much goes as was the row's own. */
final class GoneNodes {

    private final TopicPatterns patterns;
    private final Bindings bindings;
    private final OtherRows others;

    GoneNodes(TopicPatterns patterns, Bindings bindings, OtherRows others) {
        this.patterns = patterns;
        this.bindings = bindings;
        this.others = others;
    }

    /**
     * @param index which of the topic's nodes it is
     * @param columns the columns that the row had, where that is known
     */
    Claims claims(int index, BoundNode node, String label, Past past, View columns) {
        return others.claims(first(index), label, () -> properties(index, columns), () -> labels(index, node, past));
    }

    /** Two patterns may mean one node. */
    private int first(int index) {
        return patterns.nodeOf(patterns.nodes().get(index)).orElse(index);
    }

    private static List<String> labels(int index, BoundNode node, Past past) {
        var labels = new TreeSet<>(past.furtherLabels(index, node));
        node.furtherLabels().names().forEach(name -> name.fixed().ifPresent(labels::add));
        return List.copyOf(labels);
    }

    private List<String> properties(int index, View columns) {
        bindings.of(columns);
        return bindings.properties(index);
    }

    /** The deletion of all nodes of a label, one of those that the pattern of the rows' node can give. */
    EmptyLabel all(NodePattern own, String label) {
        var labels = new TreeSet<String>();
        own.furtherLabels().forEach(further -> labels.addAll(further.possible()));
        return new EmptyLabel(
                new NodeShape(
                        label, own.key().stream().map(Selector.Key::property).toList()),
                others.claims(0, label, () -> bindings.properties(0), () -> List.copyOf(labels)));
    }
}
