package org.graphsink.mapping;

import java.util.List;
import org.graphsink.graph.RelationshipScope;

/**
 * What others make that is like one kind of relationship of a topic.
 *
 * @param topics the other topics that make relationships which cannot be told from these
 * @param toldByKey whether others are told from these by their keys alone
 * @param keyed whether these have a key
 * @param besideOwn whether another pattern of the topic makes relationships that may lie beside these
 */
record LikeRelationship(List<String> topics, boolean toldByKey, boolean keyed, boolean besideOwn) {

    boolean isShared() {
        return !topics.isEmpty();
    }

    /** Whether one that moves can be told from others where it comes to. */
    boolean mayInherit() {
        return keyed || !toldByKey;
    }

    /** Whether nothing but relationships of the one row may lie in the scope, so that what is not kept is its past. */
    boolean leavesToRow(RelationshipScope scope) {
        return !isShared() && !(toldByKey && keyed && scope.key().isEmpty());
    }
}
