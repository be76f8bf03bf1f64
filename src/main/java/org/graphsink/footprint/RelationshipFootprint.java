package org.graphsink.footprint;

import java.util.List;
import java.util.OptionalInt;

/**
 * A kind of relationship that a topic's records make.
 *
 * @param key the properties by which such relationships are found besides their ends, alphabetically; empty for none
 * @param properties that are written besides the key
 */
public record RelationshipFootprint(NameSet type, List<String> key, End start, End end, NameSet properties) {

    /**
     * @param which of the topic's node patterns the end is, so that a row means its own node by it wherever that is the row's
     *     own; empty where it is none of them
     * @param own whether that may be the row's own node, so that no other row refers to a node by it
     */
    public record End(NodeFootprint node, OptionalInt which, boolean own) {}

    public RelationshipFootprint {
        key = List.copyOf(key);
    }

    /** Whether one relationship may be of both kinds. */
    boolean mayBe(RelationshipFootprint other) {
        return type.mayMeet(other.type)
                && start.node.label().mayMeet(other.start.node.label())
                && end.node.label().mayMeet(other.end.node.label());
    }
}
