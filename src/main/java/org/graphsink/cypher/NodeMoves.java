package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.Placeholders;
import org.graphsink.plan.StepKind.NodeSettingAside;
import org.graphsink.plan.StepKind.NodeTakingBack;
import org.graphsink.plan.WriteStep;

/**
 * Statements for the two halves of a changed key. The half that comes first leaves a node {@code m}, named after the change, with
 * a relationship to what the other half needs: to a node {@code t} that holds what the old node has left, or to the new node,
 * which waits for that. Within a transaction, {@code m} of a half that is being joined has one more label.
 */
final class NodeMoves {

    private static final String MOVING = Identifier.quote(KeyMove.LABEL);
    private static final String LEFT = Identifier.quote(KeyMove.LEFT_LABEL);
    private static final String JOINING = Identifier.quote(KeyMove.JOINING_LABEL);
    private static final String NAME = Identifier.quote(KeyMove.NAME);
    private static final String LINK = "`__MOVES`";
    private static final String LOCK = "(l:" + Identifier.quote(KeyMove.LOCK_LABEL) + " {" + NAME + ": $m0[i]})";
    private static final String NAMED = "MATCH (m:" + MOVING + " {" + NAME + ": $m0[i]})";
    private static final String JOINED = NAMED + "\nWHERE m:" + JOINING + "\nMATCH (m)-[:" + LINK + "]->(t)";

    private final Placeholders placeholders;
    private final GivingClauses giving;
    private final Texts texts;

    NodeMoves(Placeholders placeholders, GivingClauses giving, Texts texts) {
        this.placeholders = placeholders;
        this.giving = giving;
        this.texts = texts;
    }

    List<CypherStatement> setAside(WriteStep.SetNodesAside step) {
        var kind = step.kind();
        var statements = texts.of(kind, () -> setAside(kind)).stream()
                .map(text -> new Columns()
                        .add(
                                "k",
                                kind.shape().key().size(),
                                step.rows(),
                                (row, i) -> row.key().value(i))
                        .add("m", 1, step.rows(), (row, i) -> row.move().name())
                        .add("o", 1, step.rows(), (row, i) -> row.move().at())
                        .statement(text))
                .toList();
        return locked(statements, step.rows(), (row, i) -> row.move().name());
    }

    private List<String> setAside(NodeSettingAside kind) {
        var carried = kind.carried();
        var each = Columns.unwind("m0");
        var node = "MATCH " + NodeStatements.node("n", kind.shape(), "k") + isRow("n");
        var pair = each + JOINED + "\n" + node + (placeholders.label() == null ? "\nWHERE" : " AND") + " n <> t";
        var made = new ArrayList<String>();
        made.add(each + (kind.certain() ? "" : node + "\nWITH i\n") + first("m.`__waits`"));
        made.add(each + (kind.certain() ? "WITH i\n" : node + "\nWITH i\n")
                + "WHERE NOT EXISTS { " + NAMED + " WHERE m:" + JOINING + " }"
                + "\nCREATE (:" + MOVING + ":" + JOINING + " {" + NAME + ": $m0[i], `__at`: $o0[i]})-[:" + LINK
                + "]->(:"
                + LEFT
                + ")");
        made.add(pair
                + "\nWITH n, t, [name IN keys(n) WHERE NOT name IN keys("
                + map(kind.shape().key()) + ")"
                + " AND " + untold("coalesce(m.`__told`, [])")
                + " AND NOT coalesce(m.`__whole`, false) AND t[name] IS NULL] AS names"
                + "\nFOREACH (name IN names | SET t[name] = n[name])");
        made.add(pair + "\nWITH n, t, [label IN labels(n) WHERE NOT label IN keys(" + told(kind) + ")] AS labels"
                + "\nSET t:$(labels)\nREMOVE n:$(labels)");
        var others = where(kind.carried());
        made.add(pair + giving.incomingWhereMissing("n", "t", others));
        made.add(pair + giving.outgoingWhereMissing("n", "t", others));
        made.add(each + NAMED + "\nWHERE m:" + JOINING + " AND m.`__waits`\nDETACH DELETE m");
        made.add(each + NAMED + "\nWHERE m:" + JOINING + "\nREMOVE m:" + JOINING);
        return made;
    }

    private String isRow(String variable) {
        return placeholders.label() == null
                ? ""
                : "\nWHERE NOT " + variable + ":" + Identifier.quote(placeholders.label());
    }

    private String told(NodeSettingAside kind) {
        var labels = new ArrayList<>(List.of(kind.shape().label()));
        labels.addAll(kind.carried().labels());
        if (placeholders.label() != null) {
            labels.add(placeholders.label());
        }
        return map(labels);
    }

    /** That a property is told neither by its name nor by that of nested data which it is part of. */
    private static String untold(String told) {
        return "none(each IN " + told + " WHERE name = each OR name STARTS WITH each + '.')";
    }

    /** Names are quoted as keys of a map. */
    private static String map(List<String> names) {
        var map = new StringJoiner(", ", "{", "}");
        names.forEach(name -> map.add(Identifier.quote(name) + ": 0"));
        return map.toString();
    }

    /** The relationships that no row makes. */
    private static String where(Carried carried) {
        return NodeDeletions.unclaimed(new Claims(carried.made(), Optional.empty(), List.of()));
    }

    /** The half that has waited longest is the one to be joined; one whose row is gone meanwhile comes last. */
    private static String first(String waits) {
        return NAMED + "\nWHERE " + waits
                + "\nWITH i, m ORDER BY NOT EXISTS { (m)--() }, m.`__at`\nWITH i, head(collect(m)) AS m\nSET m:"
                + JOINING;
    }

    List<CypherStatement> takeBack(WriteStep.TakeNodesBack step) {
        var kind = step.kind();
        var statements = texts.of(kind, () -> takeBack(kind)).stream()
                .map(text -> new Columns()
                        .add(
                                "k",
                                kind.shape().key().size(),
                                step.rows(),
                                (row, i) -> row.key().value(i))
                        .add("m", 1, step.rows(), (row, i) -> row.move().name())
                        .add("o", 1, step.rows(), (row, i) -> row.move().at())
                        .add("told", 1, step.rows(), (row, i) -> row.told().orElse(List.of()))
                        .add("whole", 1, step.rows(), (row, i) -> row.told().isEmpty())
                        .statement(text))
                .toList();
        return locked(statements, step.rows(), (row, i) -> row.move().name());
    }

    private List<String> takeBack(NodeTakingBack kind) {
        var each = Columns.unwind("m0");
        var node = "MATCH " + NodeStatements.node("n", kind.shape(), "k");
        var pair = each + JOINED + "\n" + node;
        return List.of(
                each + first("m.`__waits` IS NULL"),
                each + node + "\nWHERE NOT EXISTS { " + NAMED + " WHERE m:" + JOINING + " }"
                        + "\nCREATE (:" + MOVING
                        + " {" + NAME + ": $m0[i], `__at`: $o0[i], `__waits`: true, `__told`: $told0[i],"
                        + " `__whole`: $whole0[i]})-[:" + LINK + "]->(n)",
                pair
                        + "\nWITH n, t, [name IN keys(t) WHERE " + untold("$told0[i]")
                        + " AND NOT $whole0[i] AND n[name] IS NULL]"
                        + " AS names\nFOREACH (name IN names | SET n[name] = t[name])",
                pair + "\nSET n:$([label IN labels(t) WHERE NOT label IN keys({" + LEFT + ": 0})])",
                pair + giving.incomingWhereMissing("t", "n", "\nWHERE x <> m"),
                pair + giving.outgoingWhereMissing("t", "n", ""),
                each + JOINED + "\nDETACH DELETE t, m");
    }

    /** Halves that are written at the same time wait for each other; what is locked stays so until the transaction ends. */
    private static <R> List<CypherStatement> locked(
            List<CypherStatement> statements, List<R> rows, Column.Cell<R> name) {
        var each = Columns.unwind("m0");
        var all = new ArrayList<CypherStatement>();
        all.add(new Columns().add("m", 1, rows, name).statement(each + "MERGE " + LOCK));
        all.addAll(statements);
        all.add(new Columns().add("m", 1, rows, name).statement(each + "MATCH " + LOCK + "\nSET l = {}\nDELETE l"));
        return all;
    }
}
