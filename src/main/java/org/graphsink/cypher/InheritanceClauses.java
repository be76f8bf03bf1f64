package org.graphsink.cypher;

import java.util.List;
import java.util.function.Function;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.plan.StepKind.Inheritance;

/** How a relationship that goes gives its properties to its heir: a relationship cannot get other ends. */
final class InheritanceClauses {

    private final PlaceholderClauses placeholders;

    InheritanceClauses(PlaceholderClauses placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Deletes the relationships {@code r} of {@code a} and {@code b} that have been matched for each row, and gives the
     * properties to the row's heir where there is one of them alone: of several, none is known to have become the heir.
     */
    String bequeath(Inheritance to, String startLabel, String endLabel) {
        var shape = to.shape();
        boolean left = placeholders.arePossible(startLabel) || placeholders.arePossible(endLabel);
        var text = new StringBuilder("\nWITH i, collect(DISTINCT r) AS gone")
                .append(left ? ", collect(a) + collect(b) AS ends" : "");
        var made = new StringBuilder();
        var condition = new StringBuilder("size(gone) = 1");
        end("c", to.start(), shape.start(), "hs", text, made, condition);
        end("d", to.end(), shape.end(), "he", text, made, condition);
        made.append(" MERGE (c)-[h:")
                .append(Identifier.quote(shape.type()))
                .append(Columns.keyMap(shape.key(), "hk"))
                .append("]->(d) SET h += properties(r)");
        for (int i = 0; i < shape.key().size(); i++) {
            made.append(", h.").append(Identifier.quote(shape.key().get(i))).append(" = ");
            made.append(Columns.at("hk", i));
        }
        text.append("\nFOREACH (r IN CASE WHEN ")
                .append(condition)
                .append(" THEN gone ELSE [] END |")
                .append(made)
                .append(")\nFOREACH (r IN gone | DELETE r)");
        return text + (left ? placeholders.deleteLeft("ends") : "");
    }

    private void end(
            String variable,
            MissingNode missing,
            NodeShape shape,
            String prefix,
            StringBuilder before,
            StringBuilder made,
            StringBuilder condition) {
        var node = NodeStatements.node(variable, shape, prefix);
        if (missing == MissingNode.LEAVE) {
            before.append("\nOPTIONAL MATCH ").append(node);
            condition.append(" AND ").append(variable).append(" IS NOT NULL");
            return;
        }
        made.append(" MERGE ").append(node);
        if (missing == MissingNode.CREATE_PLACEHOLDER) {
            made.append(placeholders.onCreate(variable));
        }
    }

    /** The columns that tell the heirs. */
    static <R> Columns columns(Columns columns, Inheritance to, List<R> rows, Function<R, RelationshipIdentity> heir) {
        var shape = to.shape();
        return columns.add(
                        "hs",
                        shape.start().key().size(),
                        rows,
                        (row, i) -> heir.apply(row).start().key().value(i))
                .add(
                        "he",
                        shape.end().key().size(),
                        rows,
                        (row, i) -> heir.apply(row).end().key().value(i))
                .add(
                        "hk",
                        shape.key().size(),
                        rows,
                        (row, i) -> heir.apply(row).key().value(i));
    }
}
