package org.graphsink.mapping;

import java.util.List;
import org.graphsink.graph.RelationshipScope;

/**
 * What others make that is like one kind of relationship of a topic.
 *
 * @param topics the other topics that make relationships which cannot be told from these
 * @param toldByKey whether others are told from these by their keys alone
 */
record LikeRelationship(List<String> topics, boolean toldByKey) {

    boolean isShared() {
        return !topics.isEmpty();
    }

    /** Whether nothing but relationships of the one row may lie in the scope, so that what is not kept is its past. */
    boolean leavesToRow(RelationshipScope scope) {
        return !isShared() && !(toldByKey && scope.key().isEmpty());
    }
}
