package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.RelationshipKeys;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;

/**
 * Writes the steps of a plan as Cypher. Names are quoted, values are parameters. A renderer keeps the texts that it has made; it
 * is not for several threads.
 */
public final class CypherRenderer {

    private final Placeholders placeholders;
    private final NodeStatements nodes;
    private final NodeMoves moves;
    private final NodeDeletions deletions;
    private final RelationshipStatements relationships;
    private final RelationshipDeletions removedRelationships;

    /** For a graph whose relationships are told apart by type and ends. */
    public CypherRenderer(Placeholders placeholders) {
        this(placeholders, RelationshipKeys.NONE);
    }

    /**
     * @param placeholders which nodes are deleted when their last relationship is
     * @param keys how relationships are told apart that one node gives to another
     */
    public CypherRenderer(Placeholders placeholders, RelationshipKeys keys) {
        var texts = new Texts();
        this.placeholders = placeholders;
        var giving = new GivingClauses(keys);
        this.nodes = new NodeStatements(placeholders, giving, texts);
        this.moves = new NodeMoves(placeholders, giving);
        this.deletions = new NodeDeletions(placeholders, giving, texts);
        this.relationships = new RelationshipStatements(placeholders, texts);
        this.removedRelationships = new RelationshipDeletions(placeholders, texts);
    }

    /** The statements of the plan in the order in which they must run. */
    public List<CypherStatement> render(WritePlan plan) {
        var rendering = new Rendering();
        plan.steps().forEach(step -> rendering.statements.addAll(step.on(rendering)));
        return rendering.statements;
    }

    /**
     * The same emptying of labels and relationship types as {@link #render} gives, for more nodes and relationships than one
     * transaction can hold. Each statement is to be run in a transaction of its own, again and again until it returns 0 as
     * {@code changed}, which is how many nodes or relationships it took; then the next. All of them can be begun anew at any
     * time. When the last is done, the statements of {@link #render} find nothing any more: they close the matter, together
     * with the offsets.
     *
     * @param most how many nodes or relationships one run takes
     * @return empty where the plan does anything else, or nothing: then it cannot be written in batches
     */
    public Optional<List<CypherStatement>> renderEmptyingInBatches(WritePlan plan, int most) {
        var batches = new EmptyingBatches(placeholders, deletions, most);
        var statements = new ArrayList<CypherStatement>();
        for (var step : plan.steps()) {
            if (step instanceof WriteStep.EmptyLabel empty) {
                statements.addAll(batches.of(empty.kind()));
            } else if (step instanceof WriteStep.EmptyRelationshipType empty) {
                statements.addAll(batches.of(empty.kind()));
            } else {
                return Optional.empty();
            }
        }
        return statements.isEmpty() ? Optional.empty() : Optional.of(statements);
    }

    /** Steps one after the other: what earlier statements of the transaction have written, later ones delete in another way. */
    private final class Rendering implements WriteStep.Cases<List<CypherStatement>> {

        private final List<CypherStatement> statements = new ArrayList<>();
        private boolean written;

        @Override
        public List<CypherStatement> on(WriteStep.UpsertNodes step) {
            written = true;
            return nodes.upsert(step);
        }

        @Override
        public List<CypherStatement> on(WriteStep.RekeyNodes step) {
            var rekeyed = nodes.rekey(step, written);
            written = true;
            return rekeyed;
        }

        @Override
        public List<CypherStatement> on(WriteStep.CarryProperties step) {
            written = true;
            return List.of(nodes.carry(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.SetNodesAside step) {
            return moves.setAside(step);
        }

        @Override
        public List<CypherStatement> on(WriteStep.TakeNodesBack step) {
            written = true;
            return moves.takeBack(step);
        }

        @Override
        public List<CypherStatement> on(WriteStep.UpsertRelationships step) {
            return List.of(relationships.upsert(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.DeleteNodes step) {
            return deletions.delete(step, written);
        }

        @Override
        public List<CypherStatement> on(WriteStep.DeleteRelationships step) {
            return List.of(removedRelationships.delete(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.MoveRelationships step) {
            return List.of(removedRelationships.move(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.PruneRelationships step) {
            return List.of(removedRelationships.prune(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.EmptyLabel step) {
            return deletions.empty(step, written);
        }

        @Override
        public List<CypherStatement> on(WriteStep.EmptyRelationshipType step) {
            return List.of(removedRelationships.empty(step));
        }
    }
}
