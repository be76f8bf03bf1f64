package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.mapping.bound.Binding;
import org.graphsink.mapping.bound.BoundRelationship;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.RecordException;

/** Which relationships a record has, and what it writes to one of them and at its ends. */
final class RelationshipProduction {

    private final MappingSettings settings;
    private final OtherRows others;
    private final NodeProduction nodes;

    RelationshipProduction(MappingSettings settings, OtherRows others, NodeProduction nodes) {
        this.settings = settings;
        this.others = others;
        this.nodes = nodes;
    }

    /**
     * One per relationship pattern, null where the row has none.
     *
     * @param row the row's own node; null where it has none
     */
    static List<RelationshipIdentity> identities(Binding binding, View view, NodeIdentity row) {
        var identities =
                new ArrayList<RelationshipIdentity>(binding.relationships().size());
        for (var relationship : binding.relationships()) {
            identities.add(identity(relationship, view, row));
        }
        return identities;
    }

    /** @return null where the record leaves a part of it null */
    static RelationshipIdentity identity(BoundRelationship relationship, View view, NodeIdentity row) {
        try {
            relationship.requireFields();
            return relationship.identity(view, row);
        } catch (RecordException e) {
            throw InPattern.at(relationship.text(), e);
        }
    }

    /**
     * Writes the ends and the relationship.
     *
     * @param index which of the patterns' relationships it is
     * @param lost the properties that the row has no more
     */
    void write(
            int index,
            BoundRelationship relationship,
            RelationshipIdentity identity,
            Properties lost,
            View view,
            List<GraphChange> changes) {
        try {
            var kind = others.relationship(index);
            nodes.ofEnd(relationship.start(), kind.start(), identity.start(), view)
                    .ifPresent(changes::add);
            nodes.ofEnd(relationship.end(), kind.end(), identity.end(), view).ifPresent(changes::add);
            changes.add(new UpsertRelationship(
                    identity,
                    lost.then(relationship.properties().read(view)),
                    settings.writeToRelationship(relationship.properties(), view),
                    settings.missingEndpoints()));
        } catch (RecordException e) {
            throw InPattern.at(relationship.text(), e);
        }
    }
}
