package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.NodeShape;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.Selector;

/** What becomes of the nodes of rows that are gone: as much goes as was the row's own. */
final class GoneNodes {

    private final Bindings bindings;
    private final OtherRows others;

    GoneNodes(Bindings bindings, OtherRows others) {
        this.bindings = bindings;
        this.others = others;
    }

    /** @param index which of the topic's nodes it is */
    Claims claims(int index, BoundNode node, String label, Past past) {
        var labels = new LinkedHashSet<>(past.furtherLabels(index, node));
        node.furtherLabels().forEach(name -> name.fixed().ifPresent(labels::add));
        return others.claims(label, bindings.properties(index), sorted(labels));
    }

    /** The deletion of all nodes of a label, one of those that the pattern of the rows' node can give. */
    EmptyLabel all(NodePattern own, String label) {
        var key = new TreeSet<String>();
        for (var selector : own.selectors()) {
            if (selector instanceof Selector.Key part) {
                key.add(part.property());
            }
        }
        var labels = new LinkedHashSet<String>();
        for (Name further : own.furtherLabels()) {
            labels.addAll(SharedNodes.known(further));
        }
        return new EmptyLabel(
                new NodeShape(label, List.copyOf(key)), others.claims(label, bindings.properties(0), sorted(labels)));
    }

    private static List<String> sorted(LinkedHashSet<String> labels) {
        return labels.size() < 2 ? List.copyOf(labels) : new ArrayList<>(new TreeSet<>(labels));
    }
}
