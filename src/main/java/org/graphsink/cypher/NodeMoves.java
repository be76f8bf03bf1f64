package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.graph.Share;
import org.graphsink.plan.WriteStep;

/**
 * Statements for the two halves of a changed key. The half that comes first leaves a node {@code m}, named after the change, with
 * a relationship to what the other half needs: to a node {@code t} that holds what the old node has left, or to the new node,
 * which waits for that. One that waits at a node of several writers bears the mark of the row that does.
 *
 * <p>Within a transaction, a node {@code l} per change leads to the row's node {@code n} and to the {@code m} that the change is
 * joined to. So only the statements that find {@code n} depend on the shape of rows; those that do the work are the same for
 * all, as they take the server long to plan. Names are values there, told by each row.
 */
final class NodeMoves {

    static final String LINK = "`__MOVES`";

    private static final String MOVING = Identifier.quote(KeyMove.LABEL);
    private static final String LEFT = Identifier.quote(KeyMove.LEFT_LABEL);
    private static final String NAMED = " {" + Identifier.quote(KeyMove.NAME) + ": $move[i]})";
    private static final String EACH = Columns.unwind("move");
    private static final String LOCK = "(l:" + Identifier.quote(KeyMove.LOCK_LABEL) + NAMED;
    private static final String LOCKED = EACH + "MATCH " + LOCK;
    private static final String AT = "(l)-[:`__AT`]->";
    private static final String JOINS = "(l)-[:`__JOINS`]->";

    private static final String PAIR =
            EACH + "CALL (i) {\nMATCH " + LOCK + "\nMATCH " + AT + "(n)\nMATCH " + JOINS + "(m)-[:" + LINK + "]->(t)";

    private static final String ALONE = "size($marks[i]) = 0";

    /** Any type of relationships, of which none has an empty name. */
    private static final String ANY = "";

    private final Placeholders placeholders;
    private final List<String> asideTexts;
    private final List<String> backTexts;

    NodeMoves(Placeholders placeholders, GivingClauses giving) {
        this.placeholders = placeholders;
        this.asideTexts = asideTexts(giving);
        this.backTexts = backTexts(giving);
    }

    List<CypherStatement> setAside(WriteStep.SetNodesAside step) {
        var where = "\nWHERE " + bearsMark("n")
                + (placeholders.label() == null ? "" : " AND NOT n:" + Identifier.quote(placeholders.label()));
        var statements = found(step.rows(), SetAsideNode::node, SetAsideNode::move, where);
        for (var text : asideTexts) {
            statements.add(columns(step.rows(), SetAsideNode::move)
                    .addOne("at", step.rows(), row -> row.move().at())
                    .addOne("certain", step.rows(), SetAsideNode::certain)
                    .addOne(
                            "own",
                            step.rows(),
                            row -> share(row).map(Share::names).orElse(List.of()))
                    .addOne(
                            "allBut",
                            step.rows(),
                            row -> share(row).map(Share::allBut).orElse(true))
                    .addOne("key", step.rows(), row -> row.node().shape().key())
                    .addOne("labels", step.rows(), this::told)
                    .addOne("into", step.rows(), row -> made(row, true))
                    .addOne("from", step.rows(), row -> made(row, false))
                    .statement(text));
        }
        return statements;
    }

    private List<String> told(SetAsideNode row) {
        var labels = new ArrayList<>(List.of(row.node().label()));
        labels.addAll(row.carried().labels());
        if (placeholders.label() != null) {
            labels.add(placeholders.label());
        }
        return labels;
    }

    private static Optional<Share> share(SetAsideNode row) {
        return row.carried().share();
    }

    /** The types of the relationships that rows make. */
    private static List<String> made(SetAsideNode row, boolean incoming) {
        return row.carried().made().stream()
                .filter(reference -> reference.incoming() == incoming)
                .map(Reference::type)
                .map(type -> type.orElse(ANY))
                .toList();
    }

    private static List<String> asideTexts(GivingClauses giving) {
        var left = "($certain[i] OR EXISTS { " + AT + "() })";
        return List.of(
                LOCKED + "\nWHERE " + left + first("m.`__waits`"),
                LOCKED + "\nWHERE " + left + " AND NOT EXISTS { " + JOINS + "() }"
                        + "\nCREATE " + JOINS + "(:" + MOVING + " {" + Identifier.quote(KeyMove.NAME)
                        + ": $move[i], `__at`: $at[i]})-[:" + LINK + "]->(:" + LEFT + ")",
                PAIR + "\nWHERE n <> t"
                        + "\nFOREACH (name IN [name IN keys(n) WHERE NOT name IN $key[i]"
                        + " AND " + untold("$own[i]") + " = $allBut[i] AND " + untold("coalesce(m.`__told`, [])")
                        + " AND NOT coalesce(m.`__whole`, false) AND t[name] IS NULL] | SET t[name] = n[name])"
                        + "\nWITH i, l, n, t, [label IN labels(n) WHERE " + ALONE
                        + " AND NOT label IN $labels[i]] AS labels"
                        + "\nSET t:$(labels)\nREMOVE n:$(labels)\nWITH i, l, n, t"
                        + given(giving.incomingWhereMissing(
                                "n",
                                "t",
                                "\nWHERE x <> l AND CASE type(r) WHEN '__MOVES' THEN " + bearsMark("x") + " ELSE "
                                        + unmade("into", "from") + " END"))
                        + given(giving.outgoingWhereMissing("n", "t", "\nWHERE " + unmade("from", "into")))
                        + "\n}",
                LOCKED + "\nOPTIONAL MATCH " + JOINS + "(m)\nWHERE m.`__waits`\nSET l = {}\nDETACH DELETE m, l");
    }

    /** The relationships of a node that no row makes; none where others have a part in the node. */
    private static String unmade(String types, String loops) {
        return "(" + ALONE + " AND none(made IN $" + types + "[i] + CASE WHEN x = n THEN $" + loops
                + "[i] ELSE [] END WHERE made IN ['" + ANY + "', type(r)]))";
    }

    /** Whether the row is in the node, or the half that waits is one of its topic; true where the node is all the row's own. */
    private static String bearsMark(String variable) {
        return "all(mark IN $marks[i] WHERE mark IN labels(" + variable + "))";
    }

    private static String given(String clauses) {
        return "\nCALL (i, l, n, t) {" + clauses + "\n}";
    }

    /** That a property is told neither by its name nor by that of nested data which it is part of. */
    private static String untold(String told) {
        return "none(each IN " + told + " WHERE name = each OR name STARTS WITH each + '.')";
    }

    /** The half that has waited longest is the one to be joined, even where its row is gone meanwhile: its other half comes first too. */
    private static String first(String waits) {
        return "\nMATCH (m:" + MOVING + NAMED + "\nWHERE " + waits
                + "\nWITH l, m ORDER BY m.`__at`\nWITH l, head(collect(m)) AS m\nCREATE "
                + JOINS + "(m)";
    }

    List<CypherStatement> takeBack(WriteStep.TakeNodesBack step) {
        var statements = found(step.rows(), TakeBackNode::node, TakeBackNode::move, "");
        for (var text : backTexts) {
            statements.add(columns(step.rows(), TakeBackNode::move)
                    .addOne("at", step.rows(), row -> row.move().at())
                    .addOne("told", step.rows(), row -> row.told().orElse(List.of()))
                    .addOne("whole", step.rows(), row -> row.told().isEmpty())
                    .statement(text));
        }
        return statements;
    }

    private static List<String> backTexts(GivingClauses giving) {
        return List.of(
                LOCKED + first("m.`__waits` IS NULL"),
                LOCKED + "\nMATCH " + AT + "(n)\nWHERE NOT EXISTS { " + JOINS + "() }"
                        + "\nCREATE (m:" + MOVING + " {" + Identifier.quote(KeyMove.NAME)
                        + ": $move[i], `__at`: $at[i], `__waits`: true, `__told`: $told[i], `__whole`: $whole[i]})-[:"
                        + LINK + "]->(n)\nSET m:$($marks[i])",
                PAIR + "\nFOREACH (name IN [name IN keys(t) WHERE " + untold("$told[i]")
                        + " AND NOT $whole[i] AND n[name] IS NULL] | SET n[name] = t[name])"
                        + "\nSET n:$([label IN labels(t) WHERE label <> '" + KeyMove.LEFT_LABEL + "'])"
                        + "\nWITH i, m AS l, n, t"
                        + given(giving.incomingWhereMissing("t", "n", "\nWHERE x <> l"))
                        + given(giving.outgoingWhereMissing("t", "n", ""))
                        + "\n}",
                LOCKED + "\nOPTIONAL MATCH " + JOINS + "(m)\nOPTIONAL MATCH (m)-[:" + LINK
                        + "]->(t)\nSET l = {}\nDETACH DELETE t, m, l");
    }

    /**
     * Locks the changes and finds the nodes of their rows. Halves that are written at the same time wait for each other; what is
     * locked stays so until the transaction ends.
     */
    private static <R> List<CypherStatement> found(
            List<R> rows, Function<R, NodeIdentity> node, Function<R, KeyMove> move, String where) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> move.apply(row).name()));
        var statements = new ArrayList<CypherStatement>();
        statements.add(columns(sorted, move).statement(EACH + "MERGE " + LOCK));
        var byShape = new TreeMap<NodeShape, List<R>>();
        for (var row : sorted) {
            byShape.computeIfAbsent(node.apply(row).shape(), shape -> new ArrayList<>())
                    .add(row);
        }
        byShape.forEach((shape, same) -> statements.add(columns(same, move)
                .add(
                        "k",
                        shape.key().size(),
                        same,
                        (row, i) -> node.apply(row).key().value(i))
                .statement(EACH + "MATCH " + NodeStatements.node("n", shape, "k") + where + "\nMATCH " + LOCK
                        + "\nCREATE " + AT + "(n)")));
        return statements;
    }

    private static <R> Columns columns(List<R> rows, Function<R, KeyMove> move) {
        return new Columns()
                .addOne("move", rows, row -> move.apply(row).name())
                .addOne("marks", rows, row -> move.apply(row).mark().stream().toList());
    }
}
