package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;

/** Writes the steps of a plan as Cypher. Names are quoted, values are parameters. */
public final class CypherRenderer {

    private CypherRenderer() {}

    /** The statements of the plan in the order in which they must run. */
    public static List<CypherStatement> render(WritePlan plan) {
        var statements = new ArrayList<CypherStatement>();
        boolean written = false;
        for (WriteStep step : plan.steps()) {
            statements.addAll(render(step, written));
            written |= step instanceof WriteStep.UpsertNodes || step instanceof WriteStep.RekeyNodes;
        }
        return statements;
    }

    /** @param written whether earlier statements of the transaction have written nodes */
    private static List<CypherStatement> render(WriteStep step, boolean written) {
        if (step instanceof WriteStep.UpsertNodes upsert) {
            return NodeStatements.upsert(upsert);
        } else if (step instanceof WriteStep.UpsertRelationships upsert) {
            return List.of(RelationshipStatements.upsert(upsert));
        } else if (step instanceof WriteStep.DeleteNodes delete) {
            return List.of(NodeStatements.delete(delete, written));
        } else if (step instanceof WriteStep.DeleteRelationships delete) {
            return List.of(RelationshipStatements.delete(delete));
        } else if (step instanceof WriteStep.PruneRelationships prune) {
            return List.of(RelationshipStatements.prune(prune));
        } else if (step instanceof WriteStep.RekeyNodes rekey) {
            return NodeStatements.rekey(rekey, written);
        } else if (step instanceof WriteStep.EmptyLabel empty) {
            return List.of(NodeStatements.empty(empty, written));
        } else if (step instanceof WriteStep.EmptyRelationshipType empty) {
            return List.of(RelationshipStatements.empty(empty));
        }
        throw new IllegalStateException("No statement for " + step.getClass());
    }
}
