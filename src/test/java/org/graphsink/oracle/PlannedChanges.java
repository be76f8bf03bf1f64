package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.Heir;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.plan.StepKind;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;

/**
 * The rows of a plan read back as changes, in the order in which the plan writes them. Only what the statement of a step is
 * made of counts: the shape of the step and the values of the row.
 */
final class PlannedChanges {

    private final List<GraphChange> changes = new ArrayList<>();

    private PlannedChanges() {}

    static List<GraphChange> of(WritePlan plan) {
        var read = new PlannedChanges();
        plan.steps().forEach(read::add);
        return read.changes;
    }

    private void add(WriteStep step) {
        if (step instanceof WriteStep.UpsertNodes upsert) {
            for (var row : upsert.rows()) {
                check(row.properties(), upsert.kind().properties().orElse(null));
                changes.add(new GraphChange.UpsertNode(
                        node(upsert.kind().shape(), row.key()),
                        upsert.kind().missing(),
                        upsert.kind().addedLabels(),
                        upsert.kind().removedLabels(),
                        row.properties(),
                        upsert.kind().write(),
                        upsert.kind().otherKeys()));
            }
        } else if (step instanceof WriteStep.UpsertRelationships upsert) {
            for (var row : upsert.rows()) {
                check(row.properties(), upsert.kind().properties().orElse(null));
                var relationship = relationship(upsert.kind().shape(), row.relationship());
                changes.add(GraphChange.UpsertNode.ensure(
                        relationship.start(), upsert.kind().start()));
                changes.add(GraphChange.UpsertNode.ensure(
                        relationship.end(), upsert.kind().end()));
                changes.add(new GraphChange.UpsertRelationship(
                        relationship,
                        row.properties(),
                        upsert.kind().write(),
                        upsert.kind().missing()));
            }
        } else if (step instanceof WriteStep.DeleteNodes delete) {
            delete.rows()
                    .forEach(key -> changes.add(new GraphChange.DeleteNode(
                            node(delete.kind().shape(), key), delete.kind().claims())));
        } else if (step instanceof WriteStep.DeleteRelationships delete) {
            delete.rows()
                    .forEach(row -> changes.add(new GraphChange.DeleteRelationship(
                            relationship(delete.kind().shape(), row))));
        } else if (step instanceof WriteStep.MoveRelationships move) {
            move.rows()
                    .forEach(row -> changes.add(new GraphChange.DeleteRelationship(
                            relationship(move.kind().from(), row.from()),
                            Optional.of(heir(move.kind().to(), row.to())))));
        } else if (step instanceof WriteStep.RekeyNodes rekey) {
            rekey.rows()
                    .forEach(row -> changes.add(new GraphChange.RekeyNode(
                            node(rekey.kind().from(), row.from()),
                            node(rekey.kind().to(), row.to()))));
        } else if (step instanceof WriteStep.CarryProperties carry) {
            carry.rows()
                    .forEach(row -> changes.add(new GraphChange.CarryProperties(
                            node(carry.kind().from(), row.from()),
                            node(carry.kind().to(), row.to()),
                            carry.kind().names())));
        } else if (step instanceof WriteStep.SetNodesAside aside) {
            changes.addAll(aside.rows());
        } else if (step instanceof WriteStep.TakeNodesBack back) {
            changes.addAll(back.rows());
        } else if (step instanceof WriteStep.PruneRelationships prune) {
            prune.rows().forEach(row -> changes.add(prune(prune.kind(), row)));
        } else if (step instanceof WriteStep.EmptyLabel empty) {
            changes.add(new GraphChange.EmptyLabel(
                    empty.kind().shape(), empty.kind().claims()));
        } else if (step instanceof WriteStep.EmptyRelationshipType empty) {
            changes.add(new GraphChange.EmptyRelationshipType(
                    empty.kind().type(), empty.kind().startLabel(), empty.kind().endLabel()));
        } else {
            throw new IllegalStateException("Unknown step " + step.getClass());
        }
    }

    /** Relationships to keep are told apart by the ends that the scope leaves open and by the kept key. */
    private static GraphChange prune(StepKind.Pruning kind, WriteStep.Prune row) {
        var scope = new RelationshipScope(
                kind.shape(),
                kind.startKnown() ? row.scope().start() : Key.NONE,
                kind.endKnown() ? row.scope().end() : Key.NONE,
                row.scope().key());
        var shape = kind.keptKey().isEmpty()
                ? kind.shape()
                : new RelationshipShape(
                        kind.shape().type(), kind.shape().start(), kind.shape().end(), kind.keptKey());
        Set<RelationshipIdentity> keep = new HashSet<>();
        for (var kept : row.keep()) {
            keep.add(new RelationshipIdentity(
                    shape,
                    scope.startNode()
                            .orElseGet(() -> node(shape.start(), kept.start().key())),
                    scope.endNode().orElseGet(() -> node(shape.end(), kept.end().key())),
                    kind.keptKey().isEmpty() ? scope.key() : kept.key()));
        }
        return new GraphChange.PruneRelationships(
                scope, keep, row.heir().map(heir -> heir(kind.heirs().orElseThrow(), heir)));
    }

    private static Heir heir(StepKind.Inheritance kind, RelationshipIdentity heir) {
        return new Heir(relationship(kind.shape(), heir), kind.start(), kind.end());
    }

    private static RelationshipIdentity relationship(RelationshipShape shape, RelationshipIdentity relationship) {
        return new RelationshipIdentity(
                shape,
                node(shape.start(), relationship.start().key()),
                node(shape.end(), relationship.end().key()),
                relationship.key());
    }

    private static NodeIdentity node(NodeShape shape, Key key) {
        return new NodeIdentity(shape, key);
    }

    private static void check(Properties properties, List<String> columns) {
        if (columns != null && !columns.equals(properties.names())) {
            throw new AssertionError("A row of " + properties + " in a step of " + columns);
        }
    }
}
