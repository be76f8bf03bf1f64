package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.graphsink.graph.Heir;
import org.graphsink.graph.Key;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.plan.PendingRemovals.Pruned;
import org.graphsink.plan.StepKind.Inheritance;
import org.graphsink.plan.StepKind.NodeDeletion;
import org.graphsink.plan.StepKind.NodeRekey;
import org.graphsink.plan.StepKind.NodeUpsert;
import org.graphsink.plan.StepKind.Pruning;
import org.graphsink.plan.StepKind.RelationshipDeletion;
import org.graphsink.plan.StepKind.RelationshipMove;
import org.graphsink.plan.StepKind.RelationshipUpsert;
import org.graphsink.plan.WriteStep.Move;
import org.graphsink.plan.WriteStep.NodeRow;
import org.graphsink.plan.WriteStep.Prune;
import org.graphsink.plan.WriteStep.Rekey;
import org.graphsink.plan.WriteStep.RelationshipRow;

/** The writes of a closed segment: rows of one kind together, in key order, kinds in an order of their own. */
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
        steps.addAll(segment.emptied());
        setAside();
        move();
        prune();
        deleteRelationships();
        deleteNodes();
        rekey();
        upsertNodes();
        upsertRelationships();
        takeBack();
        return steps;
    }

    private void move() {
        var groups = new Groups<RelationshipMove, Move>();
        segment.removals()
                .moves()
                .forEach((from, heir) -> groups.add(
                        new RelationshipMove(from.shape(), Inheritance.of(heir)), new Move(from, heir.relationship())));
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.comparing(Move::from, BY_ENDS));
            steps.add(new WriteStep.MoveRelationships(kind, rows));
        });
    }

    private void setAside() {
        var leaving = segment.moves().leaving();
        if (!leaving.isEmpty()) {
            steps.add(new WriteStep.SetNodesAside(List.copyOf(leaving)));
        }
    }

    private void takeBack() {
        var arriving = segment.moves().arriving();
        if (!arriving.isEmpty()) {
            steps.add(new WriteStep.TakeNodesBack(List.copyOf(arriving)));
        }
    }

    private void prune() {
        var groups = new Groups<Pruning, Prune>();
        segment.removals()
                .prunes()
                .forEach((scope, pruned) -> groups.add(
                        kind(scope, pruned),
                        new Prune(
                                scope, List.copyOf(pruned.keep()), pruned.heir().map(Heir::relationship))));
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.comparing((Prune row) -> row.scope().start())
                    .thenComparing(row -> row.scope().end())
                    .thenComparing(row -> row.scope().key()));
            steps.add(new WriteStep.PruneRelationships(kind, rows));
        });
    }

    private static Pruning kind(RelationshipScope scope, Pruned pruned) {
        var keep = pruned.keep();
        var keptKey = scope.key().isEmpty() && !keep.isEmpty()
                ? keep.iterator().next().shape().key()
                : List.<String>of();
        return new Pruning(
                scope.shape(),
                !scope.start().isEmpty(),
                !scope.end().isEmpty(),
                keptKey,
                pruned.heir().map(Inheritance::of));
    }

    private void deleteRelationships() {
        var groups = new Groups<RelationshipDeletion, RelationshipIdentity>();
        for (var pending : segment.relationships()) {
            if (pending.isDeleted()) {
                groups.add(new RelationshipDeletion(pending.relationship().shape()), pending.relationship());
            }
        }
        groups.forEach((kind, rows) -> {
            rows.sort(BY_ENDS);
            steps.add(new WriteStep.DeleteRelationships(kind, rows));
        });
    }

    private void deleteNodes() {
        var groups = new Groups<NodeDeletion, Key>();
        for (var pending : segment.nodes()) {
            for (var claims : pending.deletions()) {
                groups.add(
                        new NodeDeletion(pending.node().shape(), claims),
                        pending.node().key());
            }
        }
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.naturalOrder());
            steps.add(new WriteStep.DeleteNodes(kind, rows));
        });
    }

    private void rekey() {
        var groups = new Groups<NodeRekey, Rekey>();
        for (var change : segment.rekeys()) {
            groups.add(
                    new NodeRekey(change.from().shape(), change.to().shape()),
                    new Rekey(change.from().key(), change.to().key()));
        }
        groups.forEach((kind, rows) -> {
            rows.sort(Comparator.comparing(Rekey::from));
            steps.add(new WriteStep.RekeyNodes(kind, rows));
        });
    }

    private void upsertNodes() {
        var groups = new Groups<NodeUpsert, NodeRow>();
        NodeUpsert kind = null;
        for (var pending : segment.nodes()) {
            if (pending.isUpserted() && !pending.isLeftToRelationships() && !pending.isNeededNoMore()) {
                kind = pending.kind(kind);
                groups.add(kind, new NodeRow(pending.node().key(), pending.properties()));
            }
        }
        groups.forEach((same, rows) -> {
            rows.sort(Comparator.comparing(NodeRow::key));
            PropertySets.split(rows, NodeRow::properties)
                    .forEach((properties, members) -> steps.add(new WriteStep.UpsertNodes(
                            same.of(properties, PropertySets.areEmptying(members, NodeRow::properties)), members)));
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
        var groups = new Groups<RelationshipUpsert, RelationshipRow>();
        RelationshipUpsert kind = null;
        for (var pending : segment.relationships()) {
            if (pending.isUpserted()) {
                kind = pending.kind(kind);
                groups.add(kind, new RelationshipRow(pending.relationship(), pending.properties()));
            }
        }
        groups.forEach((same, rows) -> {
            rows.sort(Comparator.comparing(RelationshipRow::relationship, byHub(rows)));
            PropertySets.split(rows, RelationshipRow::properties)
                    .forEach((properties, members) -> steps.add(new WriteStep.UpsertRelationships(
                            same.of(properties, PropertySets.areEmptying(members, RelationshipRow::properties)),
                            members)));
        });
    }
}
