package org.graphsink.footprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.graphsink.graph.Reference;

/** The relationships that records of any topic make at nodes of a label. */
final class References {

    private static final List<Reference> ANY =
            List.of(new Reference(Optional.empty(), false), new Reference(Optional.empty(), true));

    private final Map<String, Footprint> topics;

    References(Map<String, Footprint> topics) {
        this.topics = topics;
    }

    /** @param counts whether the relationships of a topic with such an end do */
    List<Reference> of(BiPredicate<String, RelationshipFootprint.End> counts, String label) {
        if (topics.values().stream().anyMatch(Footprint::anything)) {
            return ANY;
        }
        var found = new TreeSet<Reference>();
        topics.forEach((name, footprint) -> footprint.relationships().forEach(relationship -> {
            if (relationship.start().node().label().mayBe(label) && counts.test(name, relationship.start())) {
                add(relationship.type(), false, found);
            }
            if (relationship.end().node().label().mayBe(label) && counts.test(name, relationship.end())) {
                add(relationship.type(), true, found);
            }
        }));
        return List.copyOf(found);
    }

    private static void add(NameSet types, boolean incoming, Set<Reference> found) {
        types.listed().forEach(type -> found.add(new Reference(Optional.of(type), incoming)));
        if (types.any()) {
            found.add(new Reference(Optional.empty(), incoming));
        }
    }
}
