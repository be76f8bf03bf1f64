package org.graphsink.footprint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the records of one topic may leave in the graph, as far as that is known before they come.
 *
 * @param own the nodes that go with a row of the topic, among them those of which only the record key will show it
 * @param shared nodes that its records make and that are nobody's own
 * @param relationships that its records make, with their ends
 * @param anything whether its records may write anything else besides
 */
public record Footprint(
        List<NodeFootprint> own,
        List<NodeFootprint> shared,
        List<RelationshipFootprint> relationships,
        boolean anything) {

    /** Of a topic of which nothing is known. */
    public static final Footprint ANYTHING = new Footprint(List.of(), List.of(), List.of(), true);

    public Footprint {
        own = List.copyOf(own);
        shared = List.copyOf(shared);
        relationships = List.copyOf(relationships);
    }

    /** All labels that are known. */
    public Set<String> labels() {
        var labels = new HashSet<String>();
        nodes().forEach(node -> {
            labels.addAll(node.label().listed());
            labels.addAll(node.furtherLabels().listed());
        });
        return labels;
    }

    /** Every kind of node, those at the ends of relationships among them. */
    public Stream<NodeFootprint> nodes() {
        return Stream.concat(made(), ends().map(RelationshipFootprint.End::node));
    }

    Stream<NodeFootprint> made() {
        return Stream.concat(own.stream(), shared.stream());
    }

    Stream<RelationshipFootprint.End> ends() {
        return relationships.stream().flatMap(relationship -> Stream.of(relationship.start(), relationship.end()));
    }

    /** What is written to nodes that are not a row's own: by shared patterns, and at the ends of relationships. */
    Stream<NodeFootprint> writtenByOthers() {
        return Stream.concat(
                shared.stream(),
                ends().filter(end -> !end.own() && end.which().isEmpty())
                        .map(RelationshipFootprint.End::node)
                        .filter(NodeFootprint::isWritten));
    }
}
