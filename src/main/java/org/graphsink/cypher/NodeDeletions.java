package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.graphsink.graph.Claims;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.plan.StepKind;
import org.graphsink.plan.WriteStep;

/** Statements that delete nodes, as far as other rows have no claims on them. */
final class NodeDeletions {

    private final PlaceholderClauses placeholders;
    private final Texts texts;

    NodeDeletions(Placeholders placeholders, Texts texts) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.texts = texts;
    }

    List<CypherStatement> delete(WriteStep.DeleteNodes step, boolean written) {
        var kind = step.kind();
        return texts.of(kind, written, () -> delete(kind, written)).stream()
                .map(text -> new Columns()
                        .add("k", kind.shape().key().size(), step.rows(), Key::value)
                        .statement(text))
                .toList();
    }

    private List<String> delete(StepKind.NodeDeletion kind, boolean written) {
        var match = Columns.unwind("k0") + "MATCH " + NodeStatements.node("n", kind.shape(), "k");
        return texts(match, kind.shape(), kind.claims(), written);
    }

    List<CypherStatement> empty(WriteStep.EmptyLabel step, boolean written) {
        var shape = step.kind().shape();
        var match = "MATCH (n:" + Identifier.quote(shape.label()) + ")";
        return texts(match, shape, step.kind().claims(), written).stream()
                .map(text -> new Columns().statement(text))
                .toList();
    }

    private List<String> texts(String match, NodeShape shape, Claims claims, boolean written) {
        var made = new ArrayList<String>();
        if (claims.areNone()) {
            if (placeholders.areAdjacentTo(shape.label())) {
                made.add(match + placeholders.detachPlaceholders("n"));
            }
            made.add(match + detach(written));
            return made;
        }
        var placeholder = match + "\nWITH n\nWHERE n" + placeholders.label();
        made.add(match + strip(shape, claims));
        made.add(placeholder + placeholders.detach("n", unclaimed(claims)));
        made.add(placeholder + " AND NOT (n)--()" + detach(true));
        return made;
    }

    /**
     * Makes a placeholder of a node, unless other rows wrote to it. That locks it, so that a relationship which another
     * transaction is creating is seen afterwards or comes too late to be created.
     */
    private String strip(NodeShape shape, Claims claims) {
        return claims.own().isEmpty()
                ? onlyKey(shape, claims)
                : lose(claims) + "\nWITH n\nWHERE size(keys(n)) = "
                        + shape.key().size() + "\nSET n" + placeholders.label();
    }

    /** Leaves nothing of a node but its key, as a placeholder. */
    String onlyKey(NodeShape shape, Claims claims) {
        var own = NodeStatements.labels(claims.labels());
        var key = new StringJoiner(", ", "{", "}");
        shape.key().forEach(name -> key.add(Identifier.quote(name) + ": n." + Identifier.quote(name)));
        return "\nSET n = " + key + ", n" + placeholders.label() + (own.isEmpty() ? "" : "\nREMOVE n" + own);
    }

    /** Takes from a node what its row wrote and the labels that it gave. */
    static String lose(Claims claims) {
        var own = NodeStatements.labels(claims.labels());
        var lost = new StringJoiner(", ", "\nREMOVE ", "");
        lost.setEmptyValue("");
        claims.own().orElse(List.of()).forEach(name -> lost.add("n." + Identifier.quote(name)));
        if (!own.isEmpty()) {
            lost.add("n" + own);
        }
        return lost.toString();
    }

    /** Relationships that are no claims go with the row. */
    static String unclaimed(Claims claims) {
        if (claims.references().isEmpty()) {
            return "";
        }
        var text = new StringJoiner(" OR ", "\nWHERE NOT (", ")");
        for (var reference : claims.references()) {
            var type = reference
                    .type()
                    .map(name -> "r:" + Identifier.quote(name) + " AND ")
                    .orElse("");
            text.add(type + (reference.incoming() ? "endNode(r)" : "startNode(r)") + " = n");
        }
        return text.toString();
    }

    /**
     * A node that got its label or key in the same transaction keeps its place in the unique index when it is deleted, where
     * the next MERGE of that key finds it and writes into nothing (seen on Neo4j 5.26). It gives the place up with its
     * properties.
     */
    static String detach(boolean written) {
        return (written ? "\nSET n = {}" : "") + "\nDETACH DELETE n";
    }
}
