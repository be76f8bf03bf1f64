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
    private final OtherKeyStatements otherKeys;
    private final Texts texts;

    NodeDeletions(Placeholders placeholders, GivingClauses giving, Texts texts) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.otherKeys = new OtherKeyStatements(this.placeholders, giving);
        this.texts = texts;
    }

    List<CypherStatement> delete(WriteStep.DeleteNodes step, boolean written) {
        var kind = step.kind();
        return texts.of(kind, written, () -> delete(kind, written)).stream()
                .map(text -> SharedParts.names(
                                kind.claims(),
                                new Columns().add("k", kind.shape().key().size(), step.rows(), Key::value),
                                step.rows())
                        .statement(text))
                .toList();
    }

    private List<String> delete(StepKind.NodeDeletion kind, boolean written) {
        var match = Columns.unwind("k0") + "MATCH " + NodeStatements.node("n", kind.shape(), "k");
        return texts(match, match, kind.shape(), kind.claims(), written);
    }

    List<CypherStatement> empty(WriteStep.EmptyLabel step, boolean written) {
        var shape = step.kind().shape();
        var claims = step.kind().claims();
        var all = "MATCH (n:" + Identifier.quote(shape.label()) + ")";
        var rows = SharedParts.unwound(claims) + all + SharedParts.whereMarked(claims);
        return texts(rows, all, shape, claims, written).stream()
                .map(text ->
                        SharedParts.names(claims, new Columns(), List.of(0)).statement(text))
                .toList();
    }

    /**
     * @param rows finds the nodes of rows
     * @param left finds them again when they are placeholders
     */
    private List<String> texts(String rows, String left, NodeShape shape, Claims claims, boolean written) {
        var made = new ArrayList<String>();
        if (claims.areNone()) {
            if (placeholders.areAdjacentTo(shape.label())) {
                made.add(rows + placeholders.detachPlaceholders("n"));
            }
            made.add(rows + detach(written));
            return made;
        }
        var placeholder = left + "\nWITH n\nWHERE n" + placeholders.label();
        made.addAll(otherKeys.remember(rows, claims));
        made.add(rows + strip(shape, claims));
        made.addAll(otherKeys.separate(left, shape, claims));
        made.add(placeholder + placeholders.detach("n", unclaimed(claims)));
        made.add(placeholder + " AND NOT (n)--()" + detach(true));
        return made;
    }

    /**
     * Makes a placeholder of a node, unless other rows wrote to it. That locks it, so that a relationship which another
     * transaction is creating is seen afterwards or comes too late to be created.
     */
    String strip(NodeShape shape, Claims claims) {
        return claims.share()
                .map(share -> SharedParts.lose(share, claims.labels())
                        + "\nWITH n\nWHERE " + SharedParts.isLeft(share, shape)
                        + "\n" + onlyKey("n", shape, claims))
                .orElseGet(() -> "\n" + onlyKey("n", shape, claims) + NodeStatements.remove("n", claims.labels()));
    }

    /** Leaves nothing of a node but its key, as a placeholder. */
    String onlyKey(String variable, NodeShape shape) {
        return onlyKey(variable, shape, Claims.NONE);
    }

    private String onlyKey(String variable, NodeShape shape, Claims claims) {
        var key = new StringJoiner(", ", "{", "}");
        shape.key().forEach(name -> key.add(Identifier.quote(name) + ": " + variable + "." + Identifier.quote(name)));
        OtherKeyStatements.remembered(claims).forEach(key::add);
        return "SET " + variable + " = " + key + ", " + variable + placeholders.label();
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
