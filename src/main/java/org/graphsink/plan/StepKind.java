package org.graphsink.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Heir;
import org.graphsink.graph.ListOrder;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipShape;

/**
 * What the rows of a step have in common: all that the text of its statement depends on. Kinds of one type have an order,
 * component by component, in which all tasks write them: a label or type, then the names of keys, then how it is written.
 */
public sealed interface StepKind {

    /**
     * @param missing what becomes of nodes that are missing
     * @param properties the names that every row has, in the order of its values; empty where rows differ in their
     *     names too much for a statement per set of names
     * @param emptying whether rows empty names, see {@link org.graphsink.graph.Properties#emptied}
     * @param otherKeys as in {@link org.graphsink.graph.GraphChange.UpsertNode}
     */
    record NodeUpsert(
            NodeShape shape,
            MissingNode missing,
            Set<String> addedLabels,
            Set<String> removedLabels,
            PropertyWrite write,
            Optional<List<String>> properties,
            boolean emptying,
            List<List<String>> otherKeys)
            implements StepKind, Comparable<NodeUpsert> {

        private static final Comparator<NodeUpsert> ORDER = Comparator.comparing(NodeUpsert::shape)
                .thenComparing(NodeUpsert::missing)
                .thenComparing(kind -> sorted(kind.addedLabels()), ListOrder.OF_NAMES)
                .thenComparing(kind -> sorted(kind.removedLabels()), ListOrder.OF_NAMES)
                .thenComparing(NodeUpsert::write)
                .thenComparing(NodeUpsert::properties, PropertySets.ORDER)
                .thenComparing(NodeUpsert::emptying)
                .thenComparing(NodeUpsert::otherKeys, ListOrder.of(ListOrder.OF_NAMES));

        public NodeUpsert(
                NodeShape shape,
                MissingNode missing,
                Set<String> addedLabels,
                Set<String> removedLabels,
                PropertyWrite write,
                Optional<List<String>> properties,
                boolean emptying) {
            this(shape, missing, addedLabels, removedLabels, write, properties, emptying, List.of());
        }

        NodeUpsert of(Optional<List<String>> names, boolean emptying) {
            return new NodeUpsert(shape, missing, addedLabels, removedLabels, write, names, emptying, otherKeys);
        }

        @Override
        public int compareTo(NodeUpsert other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param start what becomes of start nodes that are missing; where they are created, it is with nothing but their keys
     * @param end the same for end nodes
     * @param missing what becomes of relationships whose ends are not created
     * @param properties as in {@link NodeUpsert}
     * @param emptying as there
     */
    record RelationshipUpsert(
            RelationshipShape shape,
            MissingNode start,
            MissingNode end,
            PropertyWrite write,
            MissingEndpoints missing,
            Optional<List<String>> properties,
            boolean emptying)
            implements StepKind, Comparable<RelationshipUpsert> {

        private static final Comparator<RelationshipUpsert> ORDER = Comparator.comparing(RelationshipUpsert::shape)
                .thenComparing(RelationshipUpsert::start)
                .thenComparing(RelationshipUpsert::end)
                .thenComparing(RelationshipUpsert::write)
                .thenComparing(RelationshipUpsert::missing)
                .thenComparing(RelationshipUpsert::properties, PropertySets.ORDER)
                .thenComparing(RelationshipUpsert::emptying);

        RelationshipUpsert of(Optional<List<String>> names, boolean emptying) {
            return new RelationshipUpsert(shape, start, end, write, missing, names, emptying);
        }

        @Override
        public int compareTo(RelationshipUpsert other) {
            return ORDER.compare(this, other);
        }
    }

    record NodeDeletion(NodeShape shape, Claims claims) implements StepKind, Comparable<NodeDeletion> {

        private static final Comparator<NodeDeletion> ORDER =
                Comparator.comparing(NodeDeletion::shape).thenComparing(NodeDeletion::claims);

        @Override
        public int compareTo(NodeDeletion other) {
            return ORDER.compare(this, other);
        }
    }

    record NodeRekey(NodeShape from, NodeShape to) implements StepKind, Comparable<NodeRekey> {

        private static final Comparator<NodeRekey> ORDER =
                Comparator.comparing(NodeRekey::from).thenComparing(NodeRekey::to);

        @Override
        public int compareTo(NodeRekey other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param names of the properties */
    record PropertyCarriage(NodeShape from, NodeShape to, List<String> names) implements StepKind {}

    record RelationshipDeletion(RelationshipShape shape) implements StepKind, Comparable<RelationshipDeletion> {
        @Override
        public int compareTo(RelationshipDeletion other) {
            return shape.compareTo(other.shape);
        }
    }

    /**
     * How heirs are made.
     *
     * @param shape that of the heirs
     * @param start what becomes of their start nodes that are missing
     * @param end the same for end nodes
     */
    record Inheritance(RelationshipShape shape, MissingNode start, MissingNode end) implements Comparable<Inheritance> {

        private static final Comparator<Inheritance> ORDER = Comparator.comparing(Inheritance::shape)
                .thenComparing(Inheritance::start)
                .thenComparing(Inheritance::end);

        static Inheritance of(Heir heir) {
            return new Inheritance(heir.relationship().shape(), heir.start(), heir.end());
        }

        @Override
        public int compareTo(Inheritance other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param from the shape of the relationships that move */
    record RelationshipMove(RelationshipShape from, Inheritance to) implements StepKind, Comparable<RelationshipMove> {

        private static final Comparator<RelationshipMove> ORDER =
                Comparator.comparing(RelationshipMove::from).thenComparing(RelationshipMove::to);

        @Override
        public int compareTo(RelationshipMove other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Which parts of the scopes are known.
     *
     * @param shape that of the scopes: without key where the relationships' own key is not known
     * @param keptKey the relationship key properties by which relationships to keep are told apart; only where the
     *     scope does not give the key itself
     * @param heirs how heirs of what goes are made; empty where there are none
     */
    record Pruning(
            RelationshipShape shape,
            boolean startKnown,
            boolean endKnown,
            List<String> keptKey,
            Optional<Inheritance> heirs)
            implements StepKind, Comparable<Pruning> {

        private static final Comparator<Pruning> ORDER = Comparator.comparing(Pruning::shape)
                .thenComparing(Pruning::startKnown)
                .thenComparing(Pruning::endKnown)
                .thenComparing(Pruning::keptKey, ListOrder.OF_NAMES)
                .thenComparing(kind -> kind.heirs().isPresent())
                .thenComparing(kind -> kind.heirs().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

        public Pruning(RelationshipShape shape, boolean startKnown, boolean endKnown, List<String> keptKey) {
            this(shape, startKnown, endKnown, keptKey, Optional.empty());
        }

        @Override
        public int compareTo(Pruning other) {
            return ORDER.compare(this, other);
        }
    }

    /** All nodes of a label, as far as other rows have no claims. There are no rows. */
    record LabelEmptying(NodeShape shape, Claims claims) implements StepKind {}

    /** All relationships of a type between two labels. There are no rows. */
    record TypeEmptying(String type, String startLabel, String endLabel) implements StepKind {}

    private static List<String> sorted(Collection<String> labels) {
        return labels.stream().sorted().toList();
    }
}
