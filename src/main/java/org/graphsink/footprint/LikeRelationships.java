package org.graphsink.footprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which kinds of relationships can be taken for each other. */
final class LikeRelationships {

    private final Map<String, Footprint> topics;

    LikeRelationships(Map<String, Footprint> topics) {
        this.topics = topics;
    }

    List<String> alike(String topic, RelationshipFootprint relationship) {
        return topics.keySet().stream()
                .filter(other -> !other.equals(topic) && mayMake(topics.get(other), relationship))
                .sorted()
                .toList();
    }

    private boolean mayMake(Footprint other, RelationshipFootprint relationship) {
        return other.anything()
                || other.relationships().stream()
                        .anyMatch(kind -> mayMeet(kind, relationship)
                                && !kind.isToldFrom(relationship)
                                && !kind.isToldByTopic(relationship));
    }

    private boolean mayMeet(RelationshipFootprint one, RelationshipFootprint other) {
        return one.mayMeet(other)
                && mayBeOne(one.start().node(), other.start().node())
                && mayBeOne(one.end().node(), other.end().node());
    }

    /** A node found by one key is found by another one as well where its row writes the properties of both. */
    private boolean mayBeOne(NodeFootprint one, NodeFootprint other) {
        if (one.key().isEmpty() || other.key().isEmpty() || one.key().equals(other.key())) {
            return true;
        }
        var both = new HashSet<>(one.key());
        both.addAll(other.key());
        return topics.values().stream()
                .flatMap(Footprint::nodes)
                .anyMatch(node -> node.label().mayMeet(one.label())
                        && node.label().mayMeet(other.label())
                        && both.stream()
                                .allMatch(name -> node.key().contains(name)
                                        || node.properties().mayBe(name)));
    }

    List<List<String>> keysOfOthers(RelationshipFootprint relationship) {
        if (!relationship.key().isEmpty()) {
            return List.of();
        }
        var withoutKey = kinds().filter(kind -> kind.key().isEmpty() && mayMeet(kind, relationship))
                .toList();
        var keys = new TreeSet<List<String>>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)));
        kinds().filter(kind -> withoutKey.stream().anyMatch(plain -> mayMeet(kind, plain))
                        && withoutKey.stream().allMatch(kind::isToldFrom))
                .forEach(kind -> keys.add(kind.key()));
        return new ArrayList<>(keys);
    }

    boolean areToldByKey(RelationshipFootprint relationship) {
        return kinds().anyMatch(kind -> mayMeet(kind, relationship) && kind.isToldFrom(relationship));
    }

    private Stream<RelationshipFootprint> kinds() {
        return topics.values().stream().flatMap(topic -> topic.relationships().stream());
    }
}
