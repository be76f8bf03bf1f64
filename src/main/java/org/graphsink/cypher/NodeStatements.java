package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.plan.StepKind.NodeRekey;
import org.graphsink.plan.StepKind.NodeUpsert;
import org.graphsink.plan.StepKind.PropertyCarriage;
import org.graphsink.plan.WriteStep;

/** Statements that write nodes. */
final class NodeStatements {

    private final PlaceholderClauses placeholders;
    private final GivingClauses giving;
    private final OtherKeyStatements otherKeys;
    private final Texts texts;

    NodeStatements(Placeholders placeholders, GivingClauses giving, Texts texts) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.giving = giving;
        this.otherKeys = new OtherKeyStatements(this.placeholders, giving);
        this.texts = texts;
    }

    /** No statement where nodes are neither created nor written to. */
    List<CypherStatement> upsert(WriteStep.UpsertNodes step) {
        var kind = step.kind();
        var statements = new ArrayList<>(otherKeys.adopt(step));
        for (var text : texts.of(kind, () -> upsert(kind))) {
            var columns = new Columns()
                    .add(
                            "k",
                            kind.shape().key().size(),
                            step.rows(),
                            (row, i) -> row.key().value(i));
            PropertyClauses.parameters(
                    columns, kind.properties(), isEmptying(kind), step.rows(), WriteStep.NodeRow::properties);
            statements.add(columns.statement(text));
        }
        return statements;
    }

    /** A replacement leaves nothing anyway. */
    private static boolean isEmptying(NodeUpsert kind) {
        return kind.emptying() && kind.write() == PropertyWrite.MERGE;
    }

    private List<String> upsert(NodeUpsert kind) {
        var text = new StringBuilder(Columns.unwind("k0"))
                .append(kind.missing() == MissingNode.LEAVE ? "MATCH " : "MERGE ")
                .append(node("n", kind.shape(), "k"));
        if (kind.missing() == MissingNode.CREATE_PLACEHOLDER) {
            text.append(placeholders.onCreate("n"));
        }
        var items = PropertyClauses.items("n", kind.shape().key(), "k", kind.properties(), kind.write());
        // Replacing properties leaves labels alone, so the order of the items does not matter.
        if (!kind.addedLabels().isEmpty()) {
            items = "n" + labels(kind.addedLabels()) + (items.isEmpty() ? "" : ", " + items);
        }
        var removed = labels(kind.removedLabels());
        if (kind.missing() == MissingNode.CREATE_FOR_ROW) {
            removed += placeholders.label();
        }
        if (items.isEmpty() && removed.isEmpty() && !isEmptying(kind) && kind.missing() == MissingNode.LEAVE) {
            return List.of();
        }
        if (isEmptying(kind)) {
            text.append(PropertyClauses.emptying("n", kind.shape().key(), "k"));
        }
        if (!items.isEmpty()) {
            text.append("\nSET ").append(items);
        }
        if (!removed.isEmpty()) {
            text.append("\nREMOVE n").append(removed);
        }
        return List.of(text.toString());
    }

    /**
     * A placeholder that has the new identity gives way. Then come the nodes whose new identity is free, and those left over
     * because it was taken.
     */
    List<CypherStatement> rekey(WriteStep.RekeyNodes step, boolean written) {
        var kind = step.kind();
        var made = texts.of(kind, written, () -> rekey(kind, written));
        var statements = new ArrayList<CypherStatement>(made.size());
        for (int i = 0; i < made.size(); i++) {
            boolean isLast = i == made.size() - 1;
            var columns = from(kind.from(), step.rows());
            statements.add((isLast ? columns : to(kind.to(), step.rows(), columns)).statement(made.get(i)));
        }
        return statements;
    }

    private static Columns from(NodeShape shape, List<WriteStep.Rekey> rows) {
        return new Columns()
                .add("f", shape.key().size(), rows, (row, i) -> row.from().value(i));
    }

    private static Columns to(NodeShape shape, List<WriteStep.Rekey> rows, Columns columns) {
        return columns.add("t", shape.key().size(), rows, (row, i) -> row.to().value(i));
    }

    CypherStatement carry(WriteStep.CarryProperties step) {
        var kind = step.kind();
        var text = texts.of(kind, () -> List.of(carry(kind))).get(0);
        return to(kind.to(), step.rows(), from(kind.from(), step.rows())).statement(text);
    }

    private static String carry(PropertyCarriage kind) {
        var items = new StringJoiner(", ");
        kind.names().forEach(name -> items.add("t." + Identifier.quote(name) + " = n." + Identifier.quote(name)));
        return Columns.unwind("f0") + "MATCH " + node("n", kind.from(), "f") + "\nMERGE " + node("t", kind.to(), "t")
                + "\nSET " + items;
    }

    private List<String> rekey(NodeRekey kind, boolean written) {
        var from = kind.from();
        var to = kind.to();
        var texts = new ArrayList<String>();
        if (placeholders.arePossible(to.label())) {
            var both = Columns.unwind("f0") + "MATCH " + node("p", to, "t") + "\nWHERE p" + placeholders.label()
                    + "\nMATCH " + node("n", from, "f");
            texts.add(both + giving.incoming("p", "n"));
            texts.add(both + giving.outgoing("p", "n"));
            texts.add(both + "\nSET p = {}\nDETACH DELETE p");
        }
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
        texts.add(text.toString());
        texts.add(Columns.unwind("f0") + "MATCH " + node("n", from, "f") + NodeDeletions.detach(written));
        return texts;
    }

    static String node(String variable, NodeShape shape, String prefix) {
        return "(" + variable + ":" + Identifier.quote(shape.label()) + Columns.keyMap(shape.key(), prefix) + ")";
    }

    /** A clause that takes labels from a variable; empty for none. */
    static String remove(String variable, Collection<String> labels) {
        return labels.isEmpty() ? "" : "\nREMOVE " + variable + labels(labels);
    }

    static String labels(Collection<String> labels) {
        var text = new StringBuilder();
        for (String label : new TreeSet<>(labels)) {
            text.append(':').append(Identifier.quote(label));
        }
        return text.toString();
    }
}
