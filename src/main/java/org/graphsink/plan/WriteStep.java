package org.graphsink.plan;

import java.util.List;
import java.util.Optional;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.Key;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/** One kind of write for rows of one shape: what becomes one statement. Rows are in key order, except for halves of changed keys. */
public sealed interface WriteStep {

    /** Dispatches on the type of the step; the compiler sees to it that every type has its case. */
    <R> R on(Cases<R> cases);

    /** What is done with a step of each type. */
    interface Cases<R> {
        R on(EmptyLabel step);

        R on(EmptyRelationshipType step);

        R on(CarryProperties step);

        R on(MoveRelationships step);

        R on(PruneRelationships step);

        R on(DeleteRelationships step);

        R on(DeleteNodes step);

        R on(RekeyNodes step);

        R on(SetNodesAside step);

        R on(TakeNodesBack step);

        R on(UpsertNodes step);

        R on(UpsertRelationships step);
    }

    record EmptyLabel(StepKind.LabelEmptying kind) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record EmptyRelationshipType(StepKind.TypeEmptying kind) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record CarryProperties(StepKind.PropertyCarriage kind, List<Rekey> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record MoveRelationships(StepKind.RelationshipMove kind, List<Move> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record PruneRelationships(StepKind.Pruning kind, List<Prune> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record DeleteRelationships(StepKind.RelationshipDeletion kind, List<RelationshipIdentity> rows)
            implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record DeleteNodes(StepKind.NodeDeletion kind, List<Key> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record RekeyNodes(StepKind.NodeRekey kind, List<Rekey> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Halves of all shapes, in the order in which they came: what one leaves may be what the next is given. */
    record SetNodesAside(List<SetAsideNode> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** As {@link SetNodesAside}. */
    record TakeNodesBack(List<TakeBackNode> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record UpsertNodes(StepKind.NodeUpsert kind, List<NodeRow> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    record UpsertRelationships(StepKind.RelationshipUpsert kind, List<RelationshipRow> rows) implements WriteStep {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** @param to what the relationship has become */
    record Move(RelationshipIdentity from, RelationshipIdentity to) {}

    /**
     * @param keep the relationships of the scope that stay
     * @param heir where the kind has one
     */
    record Prune(RelationshipScope scope, List<RelationshipIdentity> keep, Optional<RelationshipIdentity> heir) {

        public Prune(RelationshipScope scope, List<RelationshipIdentity> keep) {
            this(scope, keep, Optional.empty());
        }
    }

    record Rekey(Key from, Key to) {}

    record NodeRow(Key key, Properties properties) {}

    record RelationshipRow(RelationshipIdentity relationship, Properties properties) {}
}
