package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.graphsink.graph.Claims;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.plan.WriteStep;

/** Statements that write nodes. */
final class NodeStatements {

    private final PlaceholderClauses placeholders;

    NodeStatements(Placeholders placeholders) {
        this.placeholders = new PlaceholderClauses(placeholders);
    }

    /** No statement where nodes are neither created nor written to. */
    List<CypherStatement> upsert(WriteStep.UpsertNodes step) {
        var key = step.shape().key();
        var text = new StringBuilder(Columns.unwind("k0"))
                .append(step.missing() == MissingNode.LEAVE ? "MATCH " : "MERGE ")
                .append(node("n", step.shape(), "k"));
        if (step.missing() == MissingNode.CREATE_PLACEHOLDER) {
            text.append(placeholders.onCreate("n"));
        }
        var items = PropertyClauses.items("n", key, "k", step.properties(), step.write());
        // Replacing properties leaves labels alone, so the order of the items does not matter.
        if (!step.addedLabels().isEmpty()) {
            items = "n" + labels(step.addedLabels()) + (items.isEmpty() ? "" : ", " + items);
        }
        var removed = labels(step.removedLabels());
        if (step.missing() == MissingNode.CREATE_FOR_ROW) {
            removed += placeholders.label();
        }
        if (items.isEmpty() && removed.isEmpty() && step.missing() == MissingNode.LEAVE) {
            return List.of();
        }
        if (!items.isEmpty()) {
            text.append("\nSET ").append(items);
        }
        if (!removed.isEmpty()) {
            text.append("\nREMOVE n").append(removed);
        }
        var columns = new Columns()
                .add("k", key.size(), step.rows(), (row, i) -> row.key().value(i));
        PropertyClauses.parameters(columns, step.properties(), step.rows(), WriteStep.NodeRow::properties);
        return List.of(columns.statement(text.toString()));
    }

    List<CypherStatement> delete(WriteStep.DeleteNodes step, boolean written) {
        var shape = step.shape();
        var match = Columns.unwind("k0") + "MATCH " + node("n", shape, "k");
        return texts(match, shape, step.claims(), written).stream()
                .map(text -> new Columns()
                        .addKeys("k", shape.key().size(), step.rows())
                        .statement(text))
                .toList();
    }

    List<CypherStatement> empty(WriteStep.EmptyLabel step, boolean written) {
        var shape = step.shape();
        var match = "MATCH (n:" + Identifier.quote(shape.label()) + ")";
        return texts(match, shape, step.claims(), written).stream()
                .map(text -> new Columns().statement(text))
                .toList();
    }

    private List<String> texts(String match, NodeShape shape, Claims claims, boolean written) {
        var texts = new ArrayList<String>();
        if (!claims.areNone()) {
            texts.add(match + strip(shape, claims));
            match = match + "\nWITH n\nWHERE n" + placeholders.label() + unclaimed(claims);
        }
        if (placeholders.areAdjacentTo(shape.label())) {
            texts.add(match + placeholders.detach("n"));
        }
        texts.add(match + delete(written || !claims.areNone()));
        return texts;
    }

    /**
     * Makes a placeholder of a node, unless other rows wrote to it. That locks it, so that a relationship which another
     * transaction is creating is seen afterwards or comes too late to be created.
     */
    private String strip(NodeShape shape, Claims claims) {
        var own = labels(claims.labels());
        if (claims.own().isEmpty()) {
            var key = new StringJoiner(", ", "{", "}");
            shape.key().forEach(name -> key.add(Identifier.quote(name) + ": n." + Identifier.quote(name)));
            return "\nSET n = " + key + ", n" + placeholders.label() + (own.isEmpty() ? "" : "\nREMOVE n" + own);
        }
        var lost = new StringJoiner(", ", "\nREMOVE ", "");
        lost.setEmptyValue("");
        claims.own().get().forEach(name -> lost.add("n." + Identifier.quote(name)));
        if (!own.isEmpty()) {
            lost.add("n" + own);
        }
        return lost + "\nWITH n\nWHERE size(keys(n)) = " + shape.key().size() + "\nSET n" + placeholders.label();
    }

    private static String unclaimed(Claims claims) {
        var text = new StringBuilder();
        for (var reference : claims.references()) {
            var type =
                    reference.type().map(name -> ":" + Identifier.quote(name)).orElse("");
            text.append(" AND NOT (n)").append(reference.incoming() ? "<-[" : "-[");
            text.append(type).append(reference.incoming() ? "]-()" : "]->()");
        }
        return text.toString();
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
    List<CypherStatement> rekey(WriteStep.RekeyNodes step, boolean written) {
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

    static String node(String variable, NodeShape shape, String prefix) {
        return "(" + variable + ":" + Identifier.quote(shape.label()) + Columns.keyMap(shape.key(), prefix) + ")";
    }

    private static String labels(Collection<String> labels) {
        var text = new StringBuilder();
        for (String label : new TreeSet<>(labels)) {
            text.append(':').append(Identifier.quote(label));
        }
        return text.toString();
    }
}
