package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.graphsink.graph.Claims;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Share;

/** Parts of statements that take what a row has from nodes of several writers, see {@link Share}. */
final class SharedParts {

    private SharedParts() {}

    /** Gives the statement the names that the share has, for each row: of the columns, {@code own}. */
    static <R> Columns names(Claims claims, Columns columns, List<R> rows) {
        claims.share()
                .filter(SharedParts::isNamed)
                .ifPresent(share -> columns.addOne("own", rows, row -> share.names()));
        return columns;
    }

    private static boolean isNamed(Share share) {
        return share.allBut() || !share.names().isEmpty();
    }

    /** Where there are no rows, the names are in the only one. */
    static String unwound(Claims claims) {
        return claims.share()
                .filter(SharedParts::isNamed)
                .map(share -> "WITH 0 AS i\n")
                .orElse("");
    }

    /** The nodes that bear the row's mark, where it leaves one. */
    static String whereMarked(Claims claims) {
        return claims.share()
                .flatMap(Share::mark)
                .map(mark -> "\nWHERE n:" + Identifier.quote(mark))
                .orElse("");
    }

    /** Takes from a node the row's mark, its labels and what it wrote; it waits no more for what the row left under another key. */
    static String lose(Share share, List<String> labels) {
        var text = new StringBuilder();
        var lost = new ArrayList<String>();
        share.mark().ifPresent(mark -> {
            lost.add(mark);
            text.append("\nFOREACH (waits IN [(n)<-[r:")
                    .append(NodeMoves.LINK)
                    .append("]-(:")
                    .append(Identifier.quote(mark))
                    .append(") | r] | DELETE waits)");
        });
        for (var label : labels) {
            var keepers = share.keepers(label);
            if (keepers.isEmpty()) {
                lost.add(label);
            } else {
                text.append("\nFOREACH (bare IN CASE WHEN ")
                        .append(bearsNone(keepers))
                        .append(" THEN [n] ELSE [] END | REMOVE bare:")
                        .append(Identifier.quote(label))
                        .append(")");
            }
        }
        text.insert(0, NodeStatements.remove("n", lost));
        if (isNamed(share)) {
            text.append("\nFOREACH (name IN [name IN keys(n) WHERE ")
                    .append(isOwn(share, "name"))
                    .append("] | SET n[name] = null)");
        }
        return text.toString();
    }

    /** Whether a property is the row's. */
    static String isOwn(Share share, String name) {
        return (share.allBut() ? "none" : "any") + "(own IN $own[i] WHERE " + name + " = own OR " + name
                + " STARTS WITH own + '.')";
    }

    /** Whether nobody else has anything in a node that has lost what was the row's. */
    static String isLeft(Share share, NodeShape shape) {
        var conditions = new StringJoiner(" AND ");
        if (!share.others().isEmpty()) {
            conditions.add(bearsNone(share.others()));
        }
        if (share.unmarked()) {
            conditions.add("size(keys(n)) = " + shape.key().size());
        }
        conditions.setEmptyValue("true");
        return conditions.toString();
    }

    private static String bearsNone(Collection<String> marks) {
        var bears = new StringJoiner(" OR ", "NOT (", ")");
        marks.forEach(mark -> bears.add("n:" + Identifier.quote(mark)));
        return bears.toString();
    }
}
