package org.graphsink.cypher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.plan.StepKind;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.NodeRow;
import org.graphsink.plan.WriteStep.Prune;
import org.graphsink.plan.WriteStep.Rekey;
import org.graphsink.plan.WriteStep.RelationshipRow;
import org.graphsink.plan.WriteStep.UpsertNodes;
import org.graphsink.plan.WriteStep.UpsertRelationships;

/** Steps to render: customers by {@code id}, lines of orders by {@code line} and {@code order}. */
final class Rows {

    static final NodeShape CUSTOMER = new NodeShape("Customer", List.of("id"));
    static final NodeShape LINE = new NodeShape("Line", List.of("line", "order"));
    static final RelationshipShape GIVEN_BY = new RelationshipShape("GIVEN_BY", LINE, CUSTOMER, List.of());
    static final RelationshipShape RATED = new RelationshipShape("RATED", CUSTOMER, CUSTOMER, List.of("id"));

    private Rows() {}

    static CypherStatement render(WriteStep step) {
        var statements = new CypherRenderer(Placeholders.NONE).render(new WritePlan(List.of(step)));
        if (statements.size() != 1) {
            throw new IllegalStateException(statements.size() + " statements");
        }
        return statements.get(0);
    }

    static Key id(Object id) {
        return Key.of(id);
    }

    static Key line(Object line, Object order) {
        return Key.of(line, order);
    }

    static NodeIdentity customer(Object id) {
        return new NodeIdentity(CUSTOMER, id(id));
    }

    static NodeIdentity line(long line, long order) {
        return new NodeIdentity(LINE, line((Object) line, order));
    }

    static Properties properties(Object... namesAndValues) {
        var properties = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Properties.of(
                List.copyOf(properties.keySet()), properties.values().toArray());
    }

    static NodeRow row(Key key, Object... properties) {
        return new NodeRow(key, properties(properties));
    }

    static RelationshipRow row(RelationshipIdentity relationship, Object... properties) {
        return new RelationshipRow(relationship, properties(properties));
    }

    /** All rows have the properties of the first. */
    static UpsertNodes upsert(NodeShape shape, NodeRow... rows) {
        return upsert(shape, Set.of(), Set.of(), PropertyWrite.MERGE, rows);
    }

    static UpsertNodes upsert(
            NodeShape shape, Set<String> added, Set<String> removed, PropertyWrite write, NodeRow... rows) {
        return upsertNodes(
                shape,
                MissingNode.CREATE,
                added,
                removed,
                Optional.of(rows[0].properties().names()),
                write,
                List.of(rows));
    }

    static UpsertNodes upsertMaps(NodeShape shape, PropertyWrite write, NodeRow... rows) {
        return upsertNodes(shape, MissingNode.CREATE, Set.of(), Set.of(), Optional.empty(), write, List.of(rows));
    }

    /** A line of an order that a customer gave. */
    static RelationshipIdentity givenBy(long line, long order, long customer) {
        return new RelationshipIdentity(GIVEN_BY, line(line, order), customer(customer), Key.NONE);
    }

    static RelationshipIdentity rated(long id, long rater, long rated) {
        return new RelationshipIdentity(RATED, customer(rater), customer(rated), id(id));
    }

    static UpsertRelationships upsert(RelationshipShape shape, RelationshipRow... rows) {
        return upsert(shape, PropertyWrite.MERGE, MissingEndpoints.CREATE, rows);
    }

    static UpsertRelationships upsert(
            RelationshipShape shape, PropertyWrite write, MissingEndpoints missing, RelationshipRow... rows) {
        return upsertRelationships(
                shape,
                MissingNode.LEAVE,
                MissingNode.LEAVE,
                Optional.of(rows[0].properties().names()),
                write,
                missing,
                List.of(rows));
    }

    static UpsertNodes upsertNodes(
            NodeShape shape,
            MissingNode missing,
            Set<String> added,
            Set<String> removed,
            Optional<List<String>> properties,
            PropertyWrite write,
            List<NodeRow> rows) {
        return new UpsertNodes(new StepKind.NodeUpsert(shape, missing, added, removed, write, properties, false), rows);
    }

    static UpsertRelationships upsertRelationships(
            RelationshipShape shape,
            MissingNode start,
            MissingNode end,
            Optional<List<String>> properties,
            PropertyWrite write,
            MissingEndpoints missing,
            List<RelationshipRow> rows) {
        return new UpsertRelationships(
                new StepKind.RelationshipUpsert(shape, start, end, write, missing, properties, false), rows);
    }

    static WriteStep emptyLabel(NodeShape shape, Claims claims) {
        return new WriteStep.EmptyLabel(new StepKind.LabelEmptying(shape, claims));
    }

    static WriteStep emptyType(String type, String startLabel, String endLabel) {
        return new WriteStep.EmptyRelationshipType(new StepKind.TypeEmptying(type, startLabel, endLabel));
    }

    static WriteStep deleteNodes(NodeShape shape, Claims claims, Key... rows) {
        return new WriteStep.DeleteNodes(new StepKind.NodeDeletion(shape, claims), List.of(rows));
    }

    static WriteStep deleteRelationship(RelationshipIdentity relationship) {
        return new WriteStep.DeleteRelationships(
                new StepKind.RelationshipDeletion(relationship.shape()), List.of(relationship));
    }

    static WriteStep rekey(NodeShape from, NodeShape to, Rekey row) {
        return new WriteStep.RekeyNodes(new StepKind.NodeRekey(from, to), List.of(row));
    }

    /** @param keptKey the key properties of the relationships to keep */
    static WriteStep prune(List<String> keptKey, Prune... rows) {
        var scope = rows[0].scope();
        var kind = new StepKind.Pruning(
                scope.shape(), !scope.start().isEmpty(), !scope.end().isEmpty(), keptKey);
        return new WriteStep.PruneRelationships(kind, List.of(rows));
    }

    static Map<String, Object> parameters(Object... namesAndValues) {
        var parameters = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
