package org.graphsink.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One change that a record asks of the graph. Changes are applied in the order in which they are given. */
public sealed interface GraphChange {

    /** Dispatches on the kind of the change; the compiler sees to it that every kind has its case. */
    <R> R on(Cases<R> cases);

    /** What is done with a change of each kind. */
    interface Cases<R> {
        R on(UpsertNode change);

        R on(DeleteNode change);

        R on(RekeyNode change);

        R on(CarryProperties change);

        R on(SetAsideNode change);

        R on(TakeBackNode change);

        R on(UpsertRelationship change);

        R on(DeleteRelationship change);

        R on(PruneRelationships change);

        R on(EmptyLabel change);

        R on(EmptyRelationshipType change);
    }

    /**
     * Writes properties and labels of a node.
     *
     * @param missing what becomes of it where there is none
     * @param addedLabels labels that the node gets besides the one that identifies it
     * @param removedLabels labels that it loses
     * @param write whether other properties stay
     * @param otherKeys the names of keys by which others refer to the node: what they made in its place, found by the values
     *     that are written, becomes the node, or gives what it has to it
     */
    record UpsertNode(
            NodeIdentity node,
            MissingNode missing,
            Set<String> addedLabels,
            Set<String> removedLabels,
            Properties properties,
            PropertyWrite write,
            List<List<String>> otherKeys)
            implements GraphChange {

        /** Where others refer to the node by its own key alone. */
        public UpsertNode(
                NodeIdentity node,
                MissingNode missing,
                Set<String> addedLabels,
                Set<String> removedLabels,
                Properties properties,
                PropertyWrite write) {
            this(node, missing, addedLabels, removedLabels, properties, write, List.of());
        }

        /** A node that must exist and is otherwise left alone: the end of a relationship. */
        public static UpsertNode ensure(NodeIdentity node, MissingNode missing) {
            return new UpsertNode(node, missing, Set.of(), Set.of(), Properties.NONE, PropertyWrite.MERGE);
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Deletes the node and its relationships, as far as other rows have no claims; nothing happens where there is none. */
    record DeleteNode(NodeIdentity node, Claims claims) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Gives a node another identity and leaves its properties and relationships as they are. Where a node of the new
     * identity exists already, the old one is deleted.
     */
    record RekeyNode(NodeIdentity from, NodeIdentity to) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Writes properties that a node has to another as well, which is created where it is missing; nothing happens where the
     * first one is.
     */
    record CarryProperties(NodeIdentity from, NodeIdentity to, List<String> names) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Before the node of a row goes because the row gets another key: what no record tells of it is set aside for the node of
     * the new key, or given to that where it has come already. A placeholder has nothing of the kind.
     *
     * @param certain whether the row's node is known to be this one, so that there is nothing to wait for where it is missing
     */
    record SetAsideNode(NodeIdentity node, KeyMove move, boolean certain, Carried carried) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * After the node of a row has been written under its new key: it gets what was set aside of the old one, as far as it has
     * nothing in its place; or is noted down to get it when the other half of the change comes.
     *
     * @param told the properties that its record told, nulls among them; empty where nothing is to be left of the others
     */
    record TakeBackNode(NodeIdentity node, KeyMove move, Optional<List<String>> told) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Creates the relationship where it is missing, then writes properties.
     *
     * @param missing what becomes of it where an end node is missing; a change that creates them comes before this one
     */
    record UpsertRelationship(
            RelationshipIdentity relationship, Properties properties, PropertyWrite write, MissingEndpoints missing)
            implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Deletes one relationship, and placeholders that are left without any; nothing happens where there is none.
     *
     * @param heir what it has become, which gets its properties
     */
    record DeleteRelationship(RelationshipIdentity relationship, Optional<Heir> heir) implements GraphChange {

        public DeleteRelationship(RelationshipIdentity relationship) {
            this(relationship, Optional.empty());
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Deletes all relationships of a scope but those to keep, and placeholders that are left without any.
     *
     * @param heir what a relationship that goes has become, one to keep: it gets the properties where no other goes with it
     */
    record PruneRelationships(RelationshipScope scope, Set<RelationshipIdentity> keep, Optional<Heir> heir)
            implements GraphChange {

        public PruneRelationships(RelationshipScope scope, Set<RelationshipIdentity> keep) {
            this(scope, keep, Optional.empty());
        }

        public PruneRelationships {
            keep = Set.copyOf(keep);
            if (heir.isPresent() && !keep.contains(heir.get().relationship())) {
                throw new IllegalArgumentException("An heir that is not to be kept");
            }
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Deletes all nodes of a label with their relationships, as far as other rows have no claims. */
    record EmptyLabel(NodeShape shape, Claims claims) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Deletes all relationships of a type between two labels, and placeholders that are left without any. */
    record EmptyRelationshipType(String type, String startLabel, String endLabel) implements GraphChange {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
