package org.graphsink.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.footprint.Footprints;
import org.graphsink.footprint.NodeFootprint;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.graph.KeyMove;

/**
 * The constraints and indexes that a configuration declares: one constraint per label and key of the nodes that its
 * topics make and refer to, a range index per relationship type and key, and the indexes of {@code neo4j.schema.*}.
 *
 * @param declarations constraints first; a kind and target is there once
 * @param openKeys the keys of nodes whose first label only the records know ({@code :$(field)} without a list
 *     of names); their constraints are made when the labels are met
 */
public record DeclaredSchema(List<Declaration> declarations, Set<List<String>> openKeys) {

    public DeclaredSchema {
        declarations = List.copyOf(declarations);
        openKeys = Set.copyOf(openKeys);
    }

    /** @throws SchemaException where two settings declare what cannot be both */
    public static DeclaredSchema of(Footprints footprints, SchemaSettings settings) {
        var builder = new Builder(settings.nodeKeys());
        footprints.nodes().forEach(builder::add);
        footprints.relationships().forEach(builder::add);
        return builder.build(settings);
    }

    /** This schema with the uniqueness constraint of one more key. */
    public DeclaredSchema with(LabelKey key) {
        var constraint = NodeConstraint.declared(key, false);
        var all = new ArrayList<Declaration>();
        all.add(constraint);
        declarations.stream()
                .filter(declaration -> !declaration.definition().equals(constraint.definition()))
                .forEach(all::add);
        return new DeclaredSchema(all, openKeys);
    }

    /** This schema with what a half of a changed key needs to find the other: an index, and a constraint to wait for it. */
    public DeclaredSchema withMoves() {
        var all = new ArrayList<>(with(new LabelKey(KeyMove.LOCK_LABEL, List.of(KeyMove.NAME))).declarations);
        all.add(PropertyIndex.range(Target.node(KeyMove.LABEL, List.of(KeyMove.NAME))));
        return new DeclaredSchema(all, openKeys);
    }

    private static final class Builder {

        private final boolean nodeKeys;
        private final Map<String, Declaration> constraints = new LinkedHashMap<>();
        private final Map<String, Declaration> relationshipIndexes = new LinkedHashMap<>();
        private final Set<List<String>> openKeys = new LinkedHashSet<>();

        Builder(boolean nodeKeys) {
            this.nodeKeys = nodeKeys;
        }

        void add(NodeFootprint node) {
            if (node.key().isEmpty()) {
                return;
            }
            if (node.label().any()) {
                openKeys.add(node.key());
            }
            for (String label : node.label().listed()) {
                var constraint = NodeConstraint.declared(new LabelKey(label, node.key()), nodeKeys);
                constraints.putIfAbsent(constraint.definition(), constraint);
            }
        }

        void add(RelationshipFootprint relationship) {
            if (relationship.key().isEmpty()) {
                return;
            }
            for (String type : relationship.type().listed()) {
                var index = PropertyIndex.range(Target.relationship(type, relationship.key()));
                relationshipIndexes.putIfAbsent(index.definition(), index);
            }
        }

        DeclaredSchema build(SchemaSettings settings) {
            refuseContradictions(settings);
            var all = new LinkedHashMap<>(constraints);
            var coveredByConstraints = new LinkedHashSet<Target>();
            constraints.values().forEach(constraint -> coveredByConstraints.add(constraint.target()));
            for (PropertyIndex index : settings.indexes()) {
                if (index.type() != IndexType.RANGE || !coveredByConstraints.contains(index.target())) {
                    all.putIfAbsent(index.definition(), index);
                }
            }
            relationshipIndexes.forEach(all::putIfAbsent);
            settings.vectorIndexes().forEach(index -> all.putIfAbsent(index.definition(), index));
            return new DeclaredSchema(List.copyOf(all.values()), openKeys);
        }

        private static void refuseContradictions(SchemaSettings settings) {
            var settingsByName = new HashMap<String, String>();
            settings.indexes().forEach(index -> settingsByName.put(index.name(), "neo4j.schema.index." + index.name()));
            var vectorsByTarget = new HashMap<Target, VectorIndex>();
            for (VectorIndex index : settings.vectorIndexes()) {
                String setting = "neo4j.schema.vector." + index.name();
                String other = settingsByName.put(index.name(), setting);
                if (other != null) {
                    throw new SchemaException(setting + " and " + other + " declare two indexes of the same name");
                }
                VectorIndex twin = vectorsByTarget.put(index.target(), index);
                if (twin != null && !twin.configuration().equals(index.configuration())) {
                    throw new SchemaException("neo4j.schema.vector." + twin.name() + " and " + setting
                            + " declare different vector indexes on " + index.target() + ": "
                            + twin.configuration() + " and " + index.configuration());
                }
            }
        }
    }
}
