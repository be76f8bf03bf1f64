package org.graphsink.footprint;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;

/** Which nodes may be there as placeholders, in the place of a row's node to which others refer. */
final class StandIns {

    private final Footprints footprints;

    StandIns(Footprints footprints) {
        this.footprints = footprints;
    }

    /** @param label of placeholders */
    Placeholders of(String label) {
        var rows = labels(footprints.rows());
        var referred = labels(footprints.referred());
        boolean anything = footprints.haveAnything();
        Predicate<String> possible = name -> rows.mayBe(name) && (anything || referred.mayBe(name));
        var adjacent = anything ? NameSet.ANY : adjacent(possible);
        return new Placeholders(label, possible, adjacent::mayBe);
    }

    /** Whether a node that is found in this way may be one. */
    boolean mayBe(NodeShape shape) {
        return footprints.rows().anyMatch(row -> row.mayBeFoundBy(shape))
                && (footprints.haveAnything()
                        || footprints
                                .referred()
                                .anyMatch(end -> end.label().mayBe(shape.label())
                                        && end.key().equals(shape.key())));
    }

    /** The labels of nodes at the other end of whose relationships such nodes may be. */
    private NameSet adjacent(Predicate<String> nodes) {
        return footprints
                .relationships()
                .flatMap(relationship -> Stream.of(
                        beside(
                                nodes,
                                relationship.start().node().label(),
                                relationship.end().node().label()),
                        beside(
                                nodes,
                                relationship.end().node().label(),
                                relationship.start().node().label())))
                .reduce(NameSet.NONE, NameSet::and);
    }

    private static NameSet beside(Predicate<String> nodes, NameSet label, NameSet other) {
        return other.any() || other.listed().stream().anyMatch(nodes) ? label : NameSet.NONE;
    }

    private static NameSet labels(Stream<NodeFootprint> nodes) {
        return nodes.map(NodeFootprint::label).reduce(NameSet.NONE, NameSet::and);
    }
}
