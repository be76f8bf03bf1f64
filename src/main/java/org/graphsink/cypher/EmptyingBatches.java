package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.graphsink.graph.Claims;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.plan.StepKind.LabelEmptying;
import org.graphsink.plan.StepKind.TypeEmptying;

/**
 * What empties a label or a relationship type in transactions of a bounded size. A statement takes only what it has something
 * to change of, so that it comes to an end however often it is interrupted and begun again. Relationships go before the nodes
 * at their ends, because a single node may have more of them than a transaction can delete.
 */
final class EmptyingBatches {

    private static final String COUNT = "\nRETURN count(*) AS changed";

    private final NodeDeletions deletions;
    private final PlaceholderClauses placeholders;
    private final int most;

    /** @param most how many nodes or relationships one run of a statement takes */
    EmptyingBatches(Placeholders placeholders, NodeDeletions deletions, int most) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.deletions = deletions;
        this.most = most;
    }

    List<CypherStatement> of(LabelEmptying kind) {
        var shape = kind.shape();
        var claims = kind.claims();
        var match = "MATCH (n:" + Identifier.quote(shape.label()) + ")";
        var statements = new ArrayList<CypherStatement>();
        if (claims.areNone()) {
            statements.add(statement(
                    match + "-[r]-(left)\nWITH r, left LIMIT $most\nDELETE r"
                            + (placeholders.areAdjacentTo(shape.label()) ? deleteLeft(1) : COUNT),
                    Map.of()));
            statements.add(statement(match + "\nWITH n LIMIT $most\nDETACH DELETE n" + COUNT, Map.of()));
            return statements;
        }
        var placeholder = match + "\nWHERE n" + placeholders.label();
        statements.add(strip(match, shape, claims));
        statements.add(statement(
                placeholder + "\nMATCH (n)-[r]-(left)" + NodeDeletions.unclaimed(claims)
                        + "\nWITH r, left LIMIT $most\nDELETE r" + deleteLeft(1),
                Map.of()));
        statements.add(statement(
                placeholder + " AND NOT (n)--()\nWITH n LIMIT $most" + NodeDeletions.detach(true) + COUNT, Map.of()));
        return statements;
    }

    private CypherStatement strip(String match, NodeShape shape, Claims claims) {
        var changes = new StringJoiner(" OR ", "\nWHERE ", "");
        if (claims.share().isEmpty()) {
            claims.labels().forEach(label -> changes.add("n:" + Identifier.quote(label)));
            changes.add("any(name IN keys(n) WHERE NOT name IN $names)").add("NOT n" + placeholders.label());
            return statement(
                    match + changes + "\nWITH n LIMIT $most" + deletions.strip(shape, claims) + COUNT,
                    Map.of("names", shape.key()));
        }
        var share = claims.share().get();
        var names = Map.<String, Object>of("own", List.of(share.names()));
        var left = SharedParts.isLeft(share, shape);
        if (share.mark().isPresent()) {
            changes.add("n:" + Identifier.quote(share.mark().get()));
        } else {
            claims.labels().forEach(label -> changes.add("n:" + Identifier.quote(label)));
            changes.add("any(name IN keys(n) WHERE " + SharedParts.isOwn(share, "name") + ")")
                    .add(left + " AND NOT n" + placeholders.label());
        }
        return statement(
                "WITH 0 AS i\n" + match + changes + "\nWITH n, i LIMIT $most"
                        + SharedParts.lose(share, claims.labels())
                        + "\nWITH n\nFOREACH (bare IN CASE WHEN " + left + " THEN [n] ELSE [] END | "
                        + deletions.onlyKey("bare", shape) + ")" + COUNT,
                names);
    }

    List<CypherStatement> of(TypeEmptying kind) {
        boolean starts = placeholders.arePossible(kind.startLabel());
        boolean ends = placeholders.arePossible(kind.endLabel());
        var match = "MATCH (a:" + Identifier.quote(kind.startLabel()) + ")-[r:" + Identifier.quote(kind.type())
                + "]->(b:" + Identifier.quote(kind.endLabel()) + ")\nWITH a, r, b LIMIT $most\nDELETE r";
        if (starts && ends) {
            return List.of(statement(match + "\nWITH a, b\nUNWIND [a, b] AS left" + deleteLeft(2), Map.of()));
        }
        var left = starts ? "\nWITH a AS left" : "\nWITH b AS left";
        return List.of(statement(match + (starts || ends ? left + deleteLeft(1) : COUNT), Map.of()));
    }

    /**
     * Deletes the placeholders that have no relationships left, and counts the deleted ones.
     *
     * @param ends how many rows there are for each of them
     */
    private String deleteLeft(int ends) {
        return "\nWITH collect(DISTINCT left) AS ends, count(*) AS rows"
                + "\nFOREACH (left IN [left IN ends WHERE left" + placeholders.label()
                + " AND NOT EXISTS { MATCH (left)--() }] | SET left = {} DELETE left)"
                + "\nRETURN rows" + (ends == 1 ? "" : " / " + ends) + " AS changed";
    }

    private CypherStatement statement(String text, Map<String, Object> names) {
        var parameters = new HashMap<String, Object>(names);
        parameters.put("most", (long) most);
        return new CypherStatement(text, parameters, MissingEndpoints.CREATE, 0);
    }
}
