package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.Heir;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.mapping.bound.Binding;
import org.graphsink.mapping.bound.BoundRelationship;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.ChangeEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relationships that a row had and has no more. They go before nodes are re-keyed, so that all of them are found under
 * the keys that they had.
 */
final class Withdrawal {

    private static final Logger LOG = LoggerFactory.getLogger(Withdrawal.class);

    private final List<LikeRelationship> likes;
    private final Function<NodeShape, MissingNode> endsOfHeirs;
    private final Set<String> unfollowed = new HashSet<>();
    private final Set<String> alike = new HashSet<>();

    /**
     * @param likes one for each relationship pattern
     * @param endsOfHeirs what becomes of the ends of what a relationship has become, where they are missing
     */
    Withdrawal(List<LikeRelationship> likes, Function<NodeShape, MissingNode> endsOfHeirs) {
        this.likes = likes;
        this.endsOfHeirs = endsOfHeirs;
    }

    /**
     * @param produced what the row has now, one per relationship pattern, null for none
     * @param rekeys the other keys that the nodes of the row may still have
     */
    void of(
            ChangeEvent.Upserted event,
            View view,
            Binding binding,
            Past past,
            List<RelationshipIdentity> produced,
            List<RekeyNode> rekeys,
            List<GraphChange> changes) {
        var present = new ArrayList<RelationshipIdentity>(produced.size());
        for (var identity : produced) {
            if (identity != null) {
                present.add(identity);
                rekeys.forEach(rekey -> present.add(identity.rekeyed(rekey.to(), rekey.from())));
            }
        }
        for (int i = 0; i < produced.size(); i++) {
            var relationship = binding.relationships().get(i);
            if (produced.get(i) == null && relationship.isUnavailable(view)) {
                continue;
            }
            if (produced.get(i) != null && relationship.mayBeOfManyRows(binding.recordKey())) {
                warnOfLikeRows(relationship, event.topic());
            }
            var former = past.relationship(i);
            boolean found = former == null || present.contains(former);
            // A row that is new has become of none.
            var now = event.created() ? null : produced.get(i);
            var heir = now == null ? Optional.<Heir>empty() : heir(atOldKeys(now, rekeys), likes.get(i));
            if (!found && heir.isPresent() && likes.get(i).besideOwn()) {
                changes.add(new DeleteRelationship(former, heir));
                found = true;
            }
            // The graph may differ from the before image: an update may have been skipped, an end re-keyed since.
            boolean followed = false;
            for (var scope : scopes(relationship, view, produced.get(i))) {
                if (!likes.get(i).leavesToRow(scope)) {
                    continue;
                }
                followed = true;
                var keep = within(scope, present);
                changes.add(new PruneRelationships(scope, keep, heirOf(keep, heir, likes.get(i))));
                found |= former != null && scope.contains(former);
            }
            if (!found) {
                changes.add(new DeleteRelationship(former, heir));
            }
            if (!followed && !event.before().exists() && !event.created() && !relationship.isDetermined()) {
                warn(relationship, likes.get(i), event.topic());
            }
        }
    }

    /** Relationships go before nodes get their new keys. */
    private static RelationshipIdentity atOldKeys(RelationshipIdentity now, List<RekeyNode> rekeys) {
        var old = now;
        for (var rekey : rekeys) {
            old = old.rekeyed(rekey.to(), rekey.from());
        }
        return old;
    }

    private Optional<Heir> heir(RelationshipIdentity relationship, LikeRelationship like) {
        return like.mayInherit()
                ? Optional.of(new Heir(
                        relationship,
                        endsOfHeirs.apply(relationship.start().shape()),
                        endsOfHeirs.apply(relationship.end().shape())))
                : Optional.empty();
    }

    /** Where nodes may have several old keys, what is kept at one of them has become of what was there. */
    private Optional<Heir> heirOf(Set<RelationshipIdentity> keep, Optional<Heir> heir, LikeRelationship like) {
        if (heir.isEmpty() || like.besideOwn() || keep.isEmpty()) {
            return Optional.empty();
        }
        return keep.size() == 1
                ? heir(keep.iterator().next(), like)
                : heir.filter(one -> keep.contains(one.relationship()));
    }

    private static List<RelationshipScope> scopes(BoundRelationship relationship, View view, RelationshipIdentity now) {
        return relationship.isDetermined() ? List.of() : relationship.scopes(view, now);
    }

    private void warnOfLikeRows(BoundRelationship relationship, String topic) {
        if (alike.add(relationship.text())) {
            LOG.warn(
                    "Rows of topic {} between the same nodes have one relationship of {}, because neither its ends nor a key of"
                            + " its own hold the record key: it goes with the first row that goes. Give the relationship the"
                            + " record key as its key, as in -[:TYPE {!id}]->, unless there is only one row between two nodes",
                    topic,
                    relationship.text());
        }
    }

    private void warn(BoundRelationship relationship, LikeRelationship like, String topic) {
        if (!unfollowed.add(relationship.text())) {
            return;
        }
        if (like.isShared()) {
            LOG.warn(
                    "A relationship of {} in topic {} cannot follow its row when the row changes: the records have no before"
                            + " image, and the topics {} make relationships that cannot be told from it. Capture before images"
                            + " (REPLICA IDENTITY FULL), or give each topic a type of its own, or the relationship a key that"
                            + " holds the topic, as in -[:TYPE {!source: __topic}]->",
                    relationship.text(),
                    topic,
                    like.topics());
        } else {
            LOG.warn(
                    "A relationship of {} in topic {} cannot follow its row when the row changes: the records have no before"
                            + " image, and the record key identifies neither the relationship by a key of its own nor one of"
                            + " its ends. Capture before images (REPLICA IDENTITY FULL), or give the relationship the record"
                            + " key as its key, as in -[:TYPE {!id}]->",
                    relationship.text(),
                    topic);
        }
    }

    private static Set<RelationshipIdentity> within(RelationshipScope scope, List<RelationshipIdentity> present) {
        var within = new ArrayList<RelationshipIdentity>(present.size());
        for (var identity : present) {
            if (scope.contains(identity)) {
                within.add(identity);
            }
        }
        return within.size() == 1 ? Set.of(within.get(0)) : new LinkedHashSet<>(within);
    }
}
