package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
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
                check(row.properties(), upsert.properties().orElse(null));
                changes.add(new GraphChange.UpsertNode(
                        node(upsert.shape(), row.key()),
                        upsert.missing(),
                        upsert.addedLabels(),
                        upsert.removedLabels(),
                        row.properties(),
                        upsert.write()));
            }
        } else if (step instanceof WriteStep.UpsertRelationships upsert) {
            for (var row : upsert.rows()) {
                check(row.properties(), upsert.properties().orElse(null));
                var relationship = relationship(upsert.shape(), row.relationship());
                changes.add(GraphChange.UpsertNode.ensure(relationship.start(), upsert.start()));
                changes.add(GraphChange.UpsertNode.ensure(relationship.end(), upsert.end()));
                changes.add(new GraphChange.UpsertRelationship(
                        relationship, row.properties(), upsert.write(), upsert.missing()));
            }
        } else if (step instanceof WriteStep.DeleteNodes delete) {
            delete.rows()
                    .forEach(
                            key -> changes.add(new GraphChange.DeleteNode(node(delete.shape(), key), delete.claims())));
        } else if (step instanceof WriteStep.DeleteRelationships delete) {
            delete.rows()
                    .forEach(row -> changes.add(new GraphChange.DeleteRelationship(relationship(delete.shape(), row))));
        } else if (step instanceof WriteStep.RekeyNodes rekey) {
            rekey.rows()
                    .forEach(row -> changes.add(
                            new GraphChange.RekeyNode(node(rekey.from(), row.from()), node(rekey.to(), row.to()))));
        } else if (step instanceof WriteStep.PruneRelationships prune) {
            prune.rows().forEach(row -> changes.add(prune(prune.shape(), row)));
        } else if (step instanceof WriteStep.EmptyLabel empty) {
            changes.add(new GraphChange.EmptyLabel(empty.shape(), empty.claims()));
        } else if (step instanceof WriteStep.EmptyRelationshipType empty) {
            changes.add(new GraphChange.EmptyRelationshipType(empty.type(), empty.startLabel(), empty.endLabel()));
        } else {
            throw new IllegalStateException("Unknown step " + step.getClass());
        }
    }

    /** Relationships to keep are told apart by the ends that the scope leaves open and by the kept key. */
    private static GraphChange prune(WriteStep.ScopeShape shape, WriteStep.Prune row) {
        var scope = new RelationshipScope(
                shape.type(),
                new RelationshipScope.End(
                        shape.start(), part(shape.startKnown(), row.scope().start())),
                new RelationshipScope.End(
                        shape.end(), part(shape.endKnown(), row.scope().end())),
                key(shape.key(), row.scope().key()));
        Set<RelationshipIdentity> keep = new HashSet<>();
        for (var kept : row.keep()) {
            keep.add(new RelationshipIdentity(
                    shape.type(),
                    node(
                            shape.start(),
                            shape.startKnown()
                                    ? scope.start().key()
                                    : kept.start().key()),
                    node(
                            shape.end(),
                            shape.endKnown() ? scope.end().key() : kept.end().key()),
                    shape.keptKey().isEmpty() ? scope.key() : key(shape.keptKey(), kept.key())));
        }
        return new GraphChange.PruneRelationships(scope, keep);
    }

    private static Key part(boolean known, RelationshipScope.End end) {
        return known ? key(end.shape().key(), end.key()) : Key.NONE;
    }

    private static RelationshipIdentity relationship(
            WriteStep.RelationshipShape shape, RelationshipIdentity relationship) {
        return new RelationshipIdentity(
                shape.type(),
                node(shape.start(), relationship.start().key()),
                node(shape.end(), relationship.end().key()),
                key(shape.key(), relationship.key()));
    }

    private static NodeIdentity node(NodeShape shape, Key key) {
        return new NodeIdentity(shape.label(), key(shape.key(), key));
    }

    private static Key key(List<String> properties, Key key) {
        if (!key.properties().equals(properties)) {
            throw new AssertionError("A row with " + key + " in a step of " + properties);
        }
        var values = new Object[properties.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = key.value(i);
        }
        return Key.of(properties, values);
    }

    private static void check(Properties properties, List<String> columns) {
        if (columns != null && !columns.equals(properties.names())) {
            throw new AssertionError("A row of " + properties + " in a step of " + columns);
        }
    }
}
