package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.GraphChange.EmptyRelationshipType;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.plan.WriteStep.NodeRow;
import org.graphsink.plan.WriteStep.Prune;
import org.graphsink.plan.WriteStep.Rekey;
import org.graphsink.plan.WriteStep.RelationshipRow;
import org.graphsink.plan.WriteStep.RelationshipShape;
import org.graphsink.plan.WriteStep.ScopeShape;

/** The writes of a closed segment: rows of one shape together, in key order, shapes in an order of their own. */
final class SegmentSteps {

    private static final Comparator<RelationshipIdentity> BY_ENDS = Comparator.comparing(
                    (RelationshipIdentity relationship) -> relationship.start().key())
            .thenComparing(relationship -> relationship.end().key())
            .thenComparing(RelationshipIdentity::key);

    private final OpenSegment segment;
    private final List<WriteStep> steps = new ArrayList<>();

    SegmentSteps(OpenSegment segment) {
        this.segment = segment;
    }

    List<WriteStep> inOrder() {
        empty();
        prune();
        deleteRelationships();
        deleteNodes();
        rekey();
        upsertNodes();
        upsertRelationships();
        return steps;
    }

    private void empty() {
        for (var change : segment.emptied()) {
            if (change instanceof EmptyLabel label) {
                steps.add(new WriteStep.EmptyLabel(label.shape(), label.claims()));
            } else if (change instanceof EmptyRelationshipType type) {
                steps.add(new WriteStep.EmptyRelationshipType(type.type(), type.startLabel(), type.endLabel()));
            }
        }
    }

    private void prune() {
        var groups = new Groups<ScopeShape, Prune>();
        segment.prunes().forEach((scope, keep) -> groups.add(shape(scope, keep), new Prune(scope, List.copyOf(keep))));
        groups.forEach((shape, rows) -> {
            rows.sort(Comparator.comparing((Prune row) -> row.scope().start().key())
                    .thenComparing(row -> row.scope().end().key())
                    .thenComparing(row -> row.scope().key()));
            steps.add(new WriteStep.PruneRelationships(shape, rows));
        });
    }

    private static ScopeShape shape(RelationshipScope scope, Set<RelationshipIdentity> keep) {
        var keptKey = scope.key().isEmpty() && !keep.isEmpty()
                ? keep.iterator().next().key().properties()
                : List.<String>of();
        return new ScopeShape(
                scope.type(),
                scope.start().shape(),
                scope.start().isKnown(),
                scope.end().shape(),
                scope.end().isKnown(),
                scope.key().properties(),
                keptKey);
    }

    private void deleteRelationships() {
        var groups = new Groups<RelationshipShape, RelationshipIdentity>();
        for (var pending : segment.relationships()) {
            if (pending.isDeleted()) {
                groups.add(RelationshipShape.of(pending.relationship()), pending.relationship());
            }
        }
        groups.forEach((shape, rows) -> {
            rows.sort(BY_ENDS);
            steps.add(new WriteStep.DeleteRelationships(shape, rows));
        });
    }

    private void deleteNodes() {
        record Kind(NodeShape shape, Claims claims) {}
        var groups = new Groups<Kind, Key>();
        for (var pending : segment.nodes()) {
            for (var claims : pending.deletions()) {
                groups.add(
                        new Kind(pending.node().shape(), claims), pending.node().key());
            }
        }
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.naturalOrder());
            steps.add(new WriteStep.DeleteNodes(kind.shape(), kind.claims(), rows));
        });
    }

    private void rekey() {
        record Shapes(NodeShape from, NodeShape to) {}
        var groups = new Groups<Shapes, Rekey>();
        for (var change : segment.rekeys()) {
            groups.add(
                    new Shapes(change.from().shape(), change.to().shape()),
                    new Rekey(change.from().key(), change.to().key()));
        }
        groups.forEach((shapes, rows) -> {
            rows.sort(Comparator.comparing(Rekey::from));
            steps.add(new WriteStep.RekeyNodes(shapes.from(), shapes.to(), rows));
        });
    }

    private void upsertNodes() {
        record Kind(
                NodeShape shape, MissingNode missing, Set<String> added, Set<String> removed, PropertyWrite write) {}
        var groups = new Groups<Kind, NodeRow>();
        for (var pending : segment.nodes()) {
            if (pending.isUpserted()
                    && !segment.isLeftToRelationships(pending.node())
                    && !segment.isNeededNoMore(pending)) {
                groups.add(
                        new Kind(
                                pending.node().shape(),
                                pending.missing(),
                                pending.addedLabels(),
                                pending.removedLabels(),
                                pending.write()),
                        new NodeRow(pending.node().key(), pending.properties()));
            }
        }
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.comparing(NodeRow::key));
            PropertySets.split(rows, NodeRow::properties)
                    .forEach((properties, members) -> steps.add(new WriteStep.UpsertNodes(
                            kind.shape(),
                            kind.missing(),
                            kind.added(),
                            kind.removed(),
                            properties,
                            kind.write(),
                            members)));
        });
    }

    /**
     * Relationships are created under locks on both of their nodes. The end at which many rows meet is the one that other
     * tasks write at too, so its order is the one that prevents deadlocks.
     */
    private static Comparator<RelationshipIdentity> byHub(List<RelationshipRow> rows) {
        var starts = new HashSet<Key>();
        var ends = new HashSet<Key>();
        for (var row : rows) {
            starts.add(row.relationship().start().key());
            ends.add(row.relationship().end().key());
        }
        return ends.size() < starts.size()
                ? Comparator.comparing((RelationshipIdentity relationship) ->
                                relationship.end().key())
                        .thenComparing(BY_ENDS)
                : BY_ENDS;
    }

    private void upsertRelationships() {
        record Kind(
                RelationshipShape shape,
                MissingNode start,
                MissingNode end,
                PropertyWrite write,
                MissingEndpoints missing) {}
        var groups = new Groups<Kind, RelationshipRow>();
        for (var pending : segment.relationships()) {
            if (pending.isUpserted()) {
                var relationship = pending.relationship();
                groups.add(
                        new Kind(
                                RelationshipShape.of(relationship),
                                segment.missing(relationship.start()),
                                segment.missing(relationship.end()),
                                pending.write(),
                                pending.missing()),
                        new RelationshipRow(pending.relationship(), pending.properties()));
            }
        }
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.comparing(RelationshipRow::relationship, byHub(rows)));
            PropertySets.split(rows, RelationshipRow::properties)
                    .forEach((properties, members) -> steps.add(new WriteStep.UpsertRelationships(
                            kind.shape(),
                            kind.start(),
                            kind.end(),
                            properties,
                            kind.write(),
                            kind.missing(),
                            members)));
        });
    }
}
