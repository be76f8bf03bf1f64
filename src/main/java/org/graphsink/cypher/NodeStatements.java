package org.graphsink.cypher;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.graphsink.graph.NodeShape;
import org.graphsink.plan.WriteStep;

/** Statements that write nodes. */
final class NodeStatements {

    private NodeStatements() {}

    /** No statement where nodes are neither created nor written to. */
    static List<CypherStatement> upsert(WriteStep.UpsertNodes step) {
        var key = step.shape().key();
        var text = new StringBuilder(Columns.unwind("k0"))
                .append(step.create() ? "MERGE " : "MATCH ")
                .append(node("n", step.shape(), "k"));
        var items = PropertyClauses.items("n", key, "k", step.properties(), step.write());
        // Replacing properties leaves labels alone, so the order of the items does not matter.
        if (!step.addedLabels().isEmpty()) {
            items = "n" + labels(step.addedLabels()) + (items.isEmpty() ? "" : ", " + items);
        }
        if (items.isEmpty() && step.removedLabels().isEmpty() && !step.create()) {
            return List.of();
        }
        if (!items.isEmpty()) {
            text.append("\nSET ").append(items);
        }
        if (!step.removedLabels().isEmpty()) {
            text.append("\nREMOVE n").append(labels(step.removedLabels()));
        }
        var columns = new Columns()
                .add("k", key.size(), step.rows(), (row, i) -> row.key().value(i));
        PropertyClauses.parameters(columns, step.properties(), step.rows(), WriteStep.NodeRow::properties);
        return List.of(columns.statement(text.toString()));
    }

    static CypherStatement delete(WriteStep.DeleteNodes step, boolean written) {
        var text = Columns.unwind("k0") + "MATCH " + node("n", step.shape(), "k") + delete(written);
        return new Columns()
                .addKeys("k", step.shape().key().size(), step.rows())
                .statement(text);
    }

    /**
     * A node that got its label or key in the same transaction keeps its place in the unique index when it is deleted, where
     * the next MERGE of that key finds it and writes into nothing (seen on Neo4j 5.26). It gives the place up with its
     * properties.
     */
    private static String delete(boolean written) {
        return (written ? "\nSET n = {}" : "") + "\nDETACH DELETE n";
    }

    /** First the nodes whose new identity is free, then those left over because it was taken. */
    static List<CypherStatement> rekey(WriteStep.RekeyNodes step, boolean written) {
        var from = step.from();
        var to = step.to();
        var text = new StringBuilder(Columns.unwind("f0"))
                .append("MATCH ")
                .append(node("n", from, "f"))
                .append("\nWHERE NOT EXISTS { MATCH ")
                .append(node("", to, "t"))
                .append(" }\nSET ");
        if (!from.label().equals(to.label())) {
            text.append("n:").append(Identifier.quote(to.label())).append(", ");
        }
        for (int i = 0; i < to.key().size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append("n.")
                    .append(Identifier.quote(to.key().get(i)));
            text.append(" = ").append(Columns.at("t", i));
        }
        if (!from.label().equals(to.label())) {
            text.append("\nREMOVE n:").append(Identifier.quote(from.label()));
        }
        var left = Columns.unwind("f0") + "MATCH " + node("n", from, "f") + delete(written);
        return List.of(
                new Columns()
                        .add(
                                "f",
                                from.key().size(),
                                step.rows(),
                                (row, i) -> row.from().value(i))
                        .add(
                                "t",
                                to.key().size(),
                                step.rows(),
                                (row, i) -> row.to().value(i))
                        .statement(text.toString()),
                new Columns()
                        .add(
                                "f",
                                from.key().size(),
                                step.rows(),
                                (row, i) -> row.from().value(i))
                        .statement(left));
    }

    static CypherStatement empty(WriteStep.EmptyLabel step, boolean written) {
        return new Columns().statement("MATCH (n:" + Identifier.quote(step.label()) + ")" + delete(written));
    }

    static String node(String variable, NodeShape shape, String prefix) {
        return "(" + variable + ":" + Identifier.quote(shape.label()) + Columns.keyMap(shape.key(), prefix) + ")";
    }

    private static String labels(Set<String> labels) {
        var text = new StringBuilder();
        for (String label : new TreeSet<>(labels)) {
            text.append(':').append(Identifier.quote(label));
        }
        return text.toString();
    }
}
