package org.graphsink.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;

/** Changes of a shop whose orders have customers, to plan. */
final class ShopChanges {

    static final NodeShape CUSTOMER = new NodeShape("Customer", List.of("id"));
    static final NodeShape ORDER = new NodeShape("Order", List.of("id"));
    static final RelationshipShape PLACED_BY = new RelationshipShape("PLACED_BY", ORDER, CUSTOMER, List.of());
    static final RelationshipShape RATED = new RelationshipShape("RATED", ORDER, CUSTOMER, List.of("id"));

    private ShopChanges() {}

    static Key id(Object id) {
        return Key.of(id);
    }

    static NodeIdentity customer(Object id) {
        return new NodeIdentity(CUSTOMER, id(id));
    }

    static NodeIdentity order(Object id) {
        return new NodeIdentity(ORDER, id(id));
    }

    /** Names and values by turns. */
    static Properties properties(Object... namesAndValues) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Properties.of(
                List.copyOf(properties.keySet()), properties.values().toArray());
    }

    static UpsertNode upsert(NodeIdentity node, Object... properties) {
        return new UpsertNode(
                node, MissingNode.CREATE, Set.of(), Set.of(), properties(properties), PropertyWrite.MERGE);
    }

    static UpsertNode replace(NodeIdentity node, Object... properties) {
        return new UpsertNode(
                node, MissingNode.CREATE, Set.of(), Set.of(), properties(properties), PropertyWrite.REPLACE);
    }

    static UpsertNode labelled(NodeIdentity node, Set<String> added, Set<String> removed) {
        return new UpsertNode(node, MissingNode.CREATE, added, removed, Properties.NONE, PropertyWrite.MERGE);
    }

    static UpsertNode update(NodeIdentity node, Object... properties) {
        return new UpsertNode(node, MissingNode.LEAVE, Set.of(), Set.of(), properties(properties), PropertyWrite.MERGE);
    }

    static GraphChange delete(NodeIdentity node) {
        return new DeleteNode(node, Claims.NONE);
    }

    static GraphChange rekey(NodeIdentity from, NodeIdentity to) {
        return new RekeyNode(from, to);
    }

    static RelationshipIdentity placedBy(Object order, Object customer) {
        return new RelationshipIdentity(PLACED_BY, order(order), customer(customer), Key.NONE);
    }

    static RelationshipIdentity rated(Object id, Object order, Object customer) {
        return new RelationshipIdentity(RATED, order(order), customer(customer), id(id));
    }

    static UpsertRelationship upsert(RelationshipIdentity relationship, Object... properties) {
        return new UpsertRelationship(
                relationship, properties(properties), PropertyWrite.MERGE, MissingEndpoints.CREATE);
    }

    static UpsertRelationship upsert(RelationshipIdentity relationship, MissingEndpoints missing) {
        return new UpsertRelationship(relationship, Properties.NONE, PropertyWrite.MERGE, missing);
    }

    static UpsertRelationship replace(RelationshipIdentity relationship, Object... properties) {
        return new UpsertRelationship(
                relationship, properties(properties), PropertyWrite.REPLACE, MissingEndpoints.CREATE);
    }

    static GraphChange delete(RelationshipIdentity relationship) {
        return new DeleteRelationship(relationship);
    }

    /** The customers of an order. */
    static GraphChange pruneOrder(Object order, RelationshipIdentity... keep) {
        return new PruneRelationships(new RelationshipScope(PLACED_BY, id(order), Key.NONE, Key.NONE), Set.of(keep));
    }

    /** The rating of an id, whoever gave it for what. */
    static GraphChange pruneRating(Object id, RelationshipIdentity... keep) {
        return new PruneRelationships(new RelationshipScope(RATED, Key.NONE, Key.NONE, id(id)), Set.of(keep));
    }
}
