package org.graphsink.mapping;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
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

    private final List<Boolean> shared;
    private final Set<String> unfollowed = new HashSet<>();

    /** @param shared for each relationship pattern, whether other topics have the like */
    Withdrawal(List<Boolean> shared) {
        this.shared = shared;
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
        var present = new LinkedHashSet<RelationshipIdentity>();
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
            var former = past.relationship(i);
            if (former == null) {
                prune(event, relationship, view, produced.get(i), present, changes);
            } else if (!present.contains(former)) {
                // An end may have been re-keyed since, of which the before image knows nothing. A key of its own
                // still finds the relationship, unless other topics use the like.
                if (shared.get(i) || !relationship.hasDeterminedKey(binding.recordKey())) {
                    changes.add(new DeleteRelationship(former));
                } else {
                    prune(event, relationship, view, produced.get(i), present, changes);
                }
            }
        }
    }

    private void prune(
            ChangeEvent.Upserted event,
            BoundRelationship relationship,
            View view,
            RelationshipIdentity now,
            Set<RelationshipIdentity> present,
            List<GraphChange> changes) {
        if (relationship.isDetermined()) {
            return;
        }
        var scopes = relationship.scopes(view, now);
        for (var scope : scopes) {
            changes.add(new PruneRelationships(scope, within(scope, present)));
        }
        if (scopes.isEmpty() && !event.before().exists() && !event.created() && unfollowed.add(relationship.text())) {
            LOG.warn(
                    "A relationship of {} in topic {} cannot follow its row when the row changes: the records have no before"
                            + " image, and the record key identifies neither the relationship by a key of its own nor one of"
                            + " its ends. Capture before images (REPLICA IDENTITY FULL), or give the relationship the record"
                            + " key as its key, as in -[:TYPE {!id}]->",
                    relationship.text(),
                    event.topic());
        }
    }

    private static Set<RelationshipIdentity> within(RelationshipScope scope, Set<RelationshipIdentity> present) {
        var within = new LinkedHashSet<RelationshipIdentity>();
        for (var identity : present) {
            if (scope.contains(identity)) {
                within.add(identity);
            }
        }
        return within;
    }
}
