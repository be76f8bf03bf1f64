package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.graphsink.graph.Claims;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Reference;
import org.graphsink.plan.StepKind.NodeUpsert;
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.NodeRow;

/**
 * Statements about nodes to which others refer by a key that is not the node's own. What they made in its place becomes the
 * node when its row comes; when the row goes, what they have in it stays at a placeholder of their key.
 */
final class OtherKeyStatements {

    private final PlaceholderClauses placeholders;
    private final GivingClauses giving;

    OtherKeyStatements(PlaceholderClauses placeholders, GivingClauses giving) {
        this.placeholders = placeholders;
        this.giving = giving;
    }

    /** What comes before the rows are written: there is one node for each of them at most then. */
    List<CypherStatement> adopt(WriteStep.UpsertNodes step) {
        var statements = new ArrayList<CypherStatement>();
        for (var key : step.kind().otherKeys()) {
            var rows = step.rows().stream().filter(row -> tells(row, step, key)).toList();
            if (!rows.isEmpty()) {
                adopt(step.kind(), key)
                        .forEach(text -> statements.add(new Columns()
                                .add(
                                        "k",
                                        step.kind().shape().key().size(),
                                        rows,
                                        (row, i) -> row.key().value(i))
                                .add("o", key.size(), rows, (row, i) -> value(row, step, key.get(i)))
                                .statement(text)));
            }
        }
        return statements;
    }

    private static boolean tells(NodeRow row, WriteStep.UpsertNodes step, List<String> key) {
        return key.stream().allMatch(name -> value(row, step, name) != null);
    }

    private static Object value(NodeRow row, WriteStep.UpsertNodes step, String name) {
        int own = step.kind().shape().key().indexOf(name);
        if (own >= 0) {
            return row.key().value(own);
        }
        int written = row.properties().names().indexOf(name);
        return written < 0 ? null : row.properties().value(written);
    }

    /** A node that has a key of its own is another row's: of that, nothing is taken. */
    private List<String> adopt(NodeUpsert kind, List<String> key) {
        var shape = kind.shape();
        var made = Columns.unwind("k0") + "MATCH " + NodeStatements.node("p", new NodeShape(shape.label(), key), "o")
                + "\nWHERE p." + Identifier.quote(shape.key().get(0)) + " IS NULL";
        var both = made + "\nMATCH " + NodeStatements.node("n", shape, "k");
        var own = new StringJoiner(", ");
        for (int i = 0; i < shape.key().size(); i++) {
            own.add("p." + Identifier.quote(shape.key().get(i)) + " = " + Columns.at("k", i));
        }
        return List.of(
                both + giving.incoming("p", "n"),
                both + giving.outgoing("p", "n"),
                both + "\nWITH n, p, properties(p) AS given, [label IN labels(p) WHERE NOT p" + placeholders.label()
                        + "] AS labels\nSET p = {}\nSET n += given\nSET n:$(labels)\nDETACH DELETE p",
                made + "\nSET " + own);
    }

    /** What comes before anything is taken from the nodes. */
    List<String> remember(String rows, Claims claims) {
        return forEach(claims, names -> rows + "\nSET " + assignments(names));
    }

    private static String assignments(List<String> names) {
        var items = new StringJoiner(", ");
        names.forEach(name -> items.add("n." + former(name) + " = n." + Identifier.quote(name)));
        return items.toString();
    }

    private static String former(String name) {
        return Identifier.quote(OtherKey.former(name));
    }

    /** What has to stay of a node as long as its other keys are remembered, as entries of a map. */
    static List<String> remembered(Claims claims) {
        return claims.otherKeys().stream()
                .flatMap(key -> key.names().stream())
                .distinct()
                .map(name -> former(name) + ": n." + former(name))
                .toList();
    }

    /**
     * What comes when the rows' nodes have lost what was theirs.
     *
     * @param left finds the nodes again
     */
    List<String> separate(String left, NodeShape shape, Claims claims) {
        var made = new ArrayList<String>();
        for (var key : claims.otherKeys()) {
            var gone = new StringJoiner(" AND ");
            key.names().forEach(name -> gone.add("n." + former(name) + " IS NOT NULL"));
            var any = new StringJoiner(" OR ", "(", ")");
            key.names().forEach(name -> any.add("n." + Identifier.quote(name) + " IS NULL"));
            for (var reference : key.references()) {
                made.add(left + "\nWITH n\nWHERE " + gone + " AND " + any + separate(reference, shape, key));
            }
        }
        forEach(claims, names -> {
                    var items = new StringJoiner(", ");
                    names.forEach(name -> items.add("n." + former(name)));
                    return left + "\nREMOVE " + items;
                })
                .forEach(made::add);
        return made;
    }

    private String separate(Reference reference, NodeShape shape, OtherKey key) {
        var type = Identifier.quote(reference.type().orElseThrow());
        var names = new StringJoiner(", ", "{", "}");
        key.names().forEach(name -> names.add(Identifier.quote(name) + ": n." + former(name)));
        var given = reference.incoming() ? "(n)<-[r:" + type + "]-(x)" : "(n)-[r:" + type + "]->(x)";
        var taken = reference.incoming() ? "(x)-[c:" + type + "]->(p)" : "(p)-[c:" + type + "]->(x)";
        return "\nMATCH " + given + "\nMERGE (p:" + Identifier.quote(shape.label()) + " " + names + ")"
                + placeholders.onCreate("p") + "\nCREATE " + taken + "\nSET c = properties(r)\nDELETE r";
    }

    private static List<String> forEach(Claims claims, Function<List<String>, String> text) {
        var names = claims.otherKeys().stream()
                .flatMap(key -> key.names().stream())
                .distinct()
                .toList();
        return names.isEmpty() ? List.of() : List.of(text.apply(names));
    }
}
