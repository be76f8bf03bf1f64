package org.graphsink.footprint;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A kind of relationship that a topic's records make.
 *
 * @param key the properties by which such relationships are found besides their ends, alphabetically; empty for none
 * @param properties that are written besides the key
 * @param ofTopic those of the key's properties that hold the name of the topic
 */
public record RelationshipFootprint(
        NameSet type, List<String> key, End start, End end, NameSet properties, Set<String> ofTopic) {

    /**
     * @param which of the topic's node patterns the end is, so that a row means its own node by it wherever that is the row's
     *     own; empty where it is none of them
     * @param own whether that may be the row's own node, so that no other row refers to a node by it
     */
    public record End(NodeFootprint node, OptionalInt which, boolean own) {}

    public RelationshipFootprint {
        key = List.copyOf(key);
        ofTopic = Set.copyOf(ofTopic);
    }

    /** Whether relationships of both kinds may be of one type, between nodes of the same labels. */
    boolean mayMeet(RelationshipFootprint other) {
        return type.mayMeet(other.type)
                && start.node.label().mayMeet(other.start.node.label())
                && end.node.label().mayMeet(other.end.node.label());
    }

    /** Whether a key tells relationships of the one kind from those of the other, where they may meet. */
    boolean isToldFrom(RelationshipFootprint other) {
        return !(key.isEmpty() && other.key.isEmpty()) && !mayBeFoundBy(other.key) && !other.mayBeFoundBy(key);
    }

    private boolean mayBeFoundBy(List<String> names) {
        return !names.isEmpty() && names.stream().allMatch(name -> key.contains(name) || properties.mayBe(name));
    }

    /** Whether the key of both holds the name of their topic, which is never the same. */
    boolean isToldByTopic(RelationshipFootprint otherTopics) {
        return !Collections.disjoint(ofTopic, otherTopics.ofTopic);
    }
}
