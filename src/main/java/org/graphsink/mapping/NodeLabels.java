package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.Pattern;
import org.graphsink.pattern.RelationshipPattern;

/**
 * The labels that patterns give to nodes. Labels that only the records know are left out: a pattern can list them, as in
 * {@code :$(kind|Book,Film)}.
 *
 * @param found those that nodes are found by
 * @param together those that one node may have, once for each node pattern and each of its first labels
 */
public record NodeLabels(Set<String> found, List<Set<String>> together) {

    public static NodeLabels of(Iterable<? extends Pattern> patterns) {
        var labels = new NodeLabels(new HashSet<>(), new ArrayList<>());
        nodes(patterns).forEach(labels::add);
        return labels;
    }

    /** All labels that the patterns name. */
    public static Set<String> listed(Iterable<? extends Pattern> patterns) {
        var listed = new HashSet<String>();
        for (var node : nodes(patterns)) {
            listed.addAll(SharedNodes.known(node.label()));
            listed.addAll(further(node));
        }
        return listed;
    }

    private static List<NodePattern> nodes(Iterable<? extends Pattern> patterns) {
        var nodes = new ArrayList<NodePattern>();
        for (var pattern : patterns) {
            if (pattern instanceof NodePattern node) {
                nodes.add(node);
            } else if (pattern instanceof RelationshipPattern relationship) {
                nodes.add(relationship.start());
                nodes.add(relationship.end());
            }
        }
        return nodes;
    }

    private static Set<String> further(NodePattern node) {
        var further = new HashSet<String>();
        node.furtherLabels().forEach(name -> further.addAll(SharedNodes.known(name)));
        return further;
    }

    private void add(NodePattern node) {
        var further = further(node);
        for (String first : SharedNodes.known(node.label())) {
            found.add(first);
            var one = new HashSet<>(further);
            one.add(first);
            together.add(one);
        }
    }
}
