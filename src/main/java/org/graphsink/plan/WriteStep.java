package org.graphsink.plan;

import java.util.List;
import org.graphsink.graph.Key;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/** One kind of write for rows of one shape: what becomes one statement. Rows are in key order. */
public sealed interface WriteStep {

    /** What the rows have in common. */
    StepKind kind();

    record EmptyLabel(StepKind.LabelEmptying kind) implements WriteStep {}

    record EmptyRelationshipType(StepKind.TypeEmptying kind) implements WriteStep {}

    record PruneRelationships(StepKind.Pruning kind, List<Prune> rows) implements WriteStep {}

    record DeleteRelationships(StepKind.RelationshipDeletion kind, List<RelationshipIdentity> rows)
            implements WriteStep {}

    record DeleteNodes(StepKind.NodeDeletion kind, List<Key> rows) implements WriteStep {}

    record RekeyNodes(StepKind.NodeRekey kind, List<Rekey> rows) implements WriteStep {}

    record UpsertNodes(StepKind.NodeUpsert kind, List<NodeRow> rows) implements WriteStep {}

    record UpsertRelationships(StepKind.RelationshipUpsert kind, List<RelationshipRow> rows) implements WriteStep {}

    /** @param keep the relationships of the scope that stay */
    record Prune(RelationshipScope scope, List<RelationshipIdentity> keep) {}

    record Rekey(Key from, Key to) {}

    record NodeRow(Key key, Properties properties) {}

    record RelationshipRow(RelationshipIdentity relationship, Properties properties) {}
}
