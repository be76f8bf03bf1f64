package org.graphsink.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/** One kind of write for rows of one shape: what becomes one statement. Rows are in key order. */
public sealed interface WriteStep {

    record EmptyLabel(NodeShape shape, Claims claims) implements WriteStep {}

    record EmptyRelationshipType(String type, String startLabel, String endLabel) implements WriteStep {}

    record PruneRelationships(ScopeShape shape, List<Prune> rows) implements WriteStep {}

    record DeleteRelationships(RelationshipShape shape, List<RelationshipIdentity> rows) implements WriteStep {}

    record DeleteNodes(NodeShape shape, Claims claims, List<Key> rows) implements WriteStep {}

    record RekeyNodes(NodeShape from, NodeShape to, List<Rekey> rows) implements WriteStep {}

    /**
     * @param missing what becomes of nodes that are missing
     * @param properties the names that every row has, in the order of its values; empty where rows differ in their
     *     names too much for a statement per set of names
     */
    record UpsertNodes(
            NodeShape shape,
            MissingNode missing,
            Set<String> addedLabels,
            Set<String> removedLabels,
            Optional<List<String>> properties,
            PropertyWrite write,
            List<NodeRow> rows)
            implements WriteStep {}

    /**
     * @param start what becomes of start nodes that are missing; where they are created, it is with nothing but their keys
     * @param end the same for end nodes
     * @param missing what becomes of relationships whose ends are not created
     * @param properties as in {@link UpsertNodes}
     */
    record UpsertRelationships(
            RelationshipShape shape,
            MissingNode start,
            MissingNode end,
            Optional<List<String>> properties,
            PropertyWrite write,
            MissingEndpoints missing,
            List<RelationshipRow> rows)
            implements WriteStep {}

    /** @param keep the relationships of the scope that stay */
    record Prune(RelationshipScope scope, List<RelationshipIdentity> keep) {}

    record Rekey(Key from, Key to) {}

    record NodeRow(Key key, Properties properties) {}

    record RelationshipRow(RelationshipIdentity relationship, Properties properties) {}

    /** How relationships are identified: rows of one shape are written by one statement. */
    record RelationshipShape(String type, NodeShape start, NodeShape end, List<String> key) {
        static RelationshipShape of(RelationshipIdentity relationship) {
            return new RelationshipShape(
                    relationship.type(),
                    relationship.start().shape(),
                    relationship.end().shape(),
                    relationship.key().properties());
        }
    }

    /**
     * Which parts of a scope are known.
     *
     * @param keptKey the relationship key properties by which relationships to keep are told apart; only where the
     *     scope does not give the key itself
     */
    record ScopeShape(
            String type,
            NodeShape start,
            boolean startKnown,
            NodeShape end,
            boolean endKnown,
            List<String> key,
            List<String> keptKey) {}
}
