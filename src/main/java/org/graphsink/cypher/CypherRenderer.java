package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.Placeholders;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;

/**
 * Writes the steps of a plan as Cypher. Names are quoted, values are parameters. A renderer keeps the texts that it has made; it
 * is not for several threads.
 */
public final class CypherRenderer {

    private final NodeStatements nodes;
    private final NodeDeletions deletions;
    private final RelationshipStatements relationships;

    /** @param placeholders which nodes are deleted when their last relationship is */
    public CypherRenderer(Placeholders placeholders) {
        var texts = new Texts();
        this.nodes = new NodeStatements(placeholders, texts);
        this.deletions = new NodeDeletions(placeholders, texts);
        this.relationships = new RelationshipStatements(placeholders, texts);
    }

    /** The statements of the plan in the order in which they must run. */
    public List<CypherStatement> render(WritePlan plan) {
        var rendering = new Rendering();
        plan.steps().forEach(step -> rendering.statements.addAll(step.on(rendering)));
        return rendering.statements;
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
        public List<CypherStatement> on(WriteStep.UpsertRelationships step) {
            return List.of(relationships.upsert(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.DeleteNodes step) {
            return deletions.delete(step, written);
        }

        @Override
        public List<CypherStatement> on(WriteStep.DeleteRelationships step) {
            return List.of(relationships.delete(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.PruneRelationships step) {
            return List.of(relationships.prune(step));
        }

        @Override
        public List<CypherStatement> on(WriteStep.EmptyLabel step) {
            return deletions.empty(step, written);
        }

        @Override
        public List<CypherStatement> on(WriteStep.EmptyRelationshipType step) {
            return List.of(relationships.empty(step));
        }
    }
}
