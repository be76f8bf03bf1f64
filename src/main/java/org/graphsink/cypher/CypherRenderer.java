package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.Placeholders;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;

/** Writes the steps of a plan as Cypher. Names are quoted, values are parameters. */
public final class CypherRenderer {

    private final NodeStatements nodes;
    private final NodeDeletions deletions;
    private final RelationshipStatements relationships;

    /** @param placeholders which nodes are deleted when their last relationship is */
    public CypherRenderer(Placeholders placeholders) {
        this.nodes = new NodeStatements(placeholders);
        this.deletions = new NodeDeletions(placeholders);
        this.relationships = new RelationshipStatements(placeholders);
    }

    /** The statements of the plan in the order in which they must run. */
    public List<CypherStatement> render(WritePlan plan) {
        var statements = new ArrayList<CypherStatement>();
        boolean written = false;
        for (WriteStep step : plan.steps()) {
            statements.addAll(render(step, written));
            written |= step instanceof WriteStep.UpsertNodes || step instanceof WriteStep.RekeyNodes;
        }
        return statements;
    }

    /** @param written whether earlier statements of the transaction have written nodes */
    private List<CypherStatement> render(WriteStep step, boolean written) {
        if (step instanceof WriteStep.UpsertNodes upsert) {
            return nodes.upsert(upsert);
        } else if (step instanceof WriteStep.UpsertRelationships upsert) {
            return List.of(relationships.upsert(upsert));
        } else if (step instanceof WriteStep.DeleteNodes delete) {
            return deletions.delete(delete, written);
        } else if (step instanceof WriteStep.DeleteRelationships delete) {
            return List.of(relationships.delete(delete));
        } else if (step instanceof WriteStep.PruneRelationships prune) {
            return List.of(relationships.prune(prune));
        } else if (step instanceof WriteStep.RekeyNodes rekey) {
            return nodes.rekey(rekey, written);
        } else if (step instanceof WriteStep.EmptyLabel empty) {
            return deletions.empty(empty, written);
        } else if (step instanceof WriteStep.EmptyRelationshipType empty) {
            return List.of(relationships.empty(empty));
        }
        throw new IllegalStateException("No statement for " + step.getClass());
    }
}
