package org.graphsink.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.cypher.CypherStatement;

/**
 * The statements of many plans that have no node in common, as few statements: those of one text become one, with the rows
 * of all, and those of one plan keep their order.
 */
final class MergedStatements {

    private static final List<String> ORDER = List.of("$keep[i]", "\nDELETE r", "WHERE NOT EXISTS", "DETACH", "(n:");

    private MergedStatements() {}

    static List<CypherStatement> of(List<List<CypherStatement>> plans) {
        List<Deque<CypherStatement>> left = new ArrayList<>();
        plans.stream().filter(plan -> !plan.isEmpty()).forEach(plan -> left.add(new ArrayDeque<>(plan)));
        var merged = new ArrayList<CypherStatement>();
        while (!left.isEmpty()) {
            var text = left.stream()
                    .map(plan -> plan.peek().text())
                    .min(Comparator.comparing(MergedStatements::rank).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            var same = new ArrayList<CypherStatement>();
            for (var plan : left) {
                if (plan.peek().text().equals(text)) {
                    same.add(plan.remove());
                }
            }
            merged.add(merged(same));
            left.removeIf(Deque::isEmpty);
        }
        return merged;
    }

    /** Plans begin with what they destroy, so that most of them come to the same statement at the same time. */
    private static int rank(String text) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (text.contains(ORDER.get(i))) {
                return i;
            }
        }
        return ORDER.size();
    }

    private static CypherStatement merged(List<CypherStatement> same) {
        var first = same.get(0);
        Map<String, Object> parameters = new HashMap<>();
        for (var name : first.parameters().keySet()) {
            var values = new ArrayList<Object>();
            same.forEach(
                    statement -> values.addAll((List<?>) statement.parameters().get(name)));
            parameters.put(name, values);
        }
        int rows = same.stream().mapToInt(CypherStatement::rows).sum();
        return new CypherStatement(first.text(), parameters, first.missing(), rows);
    }
}
