package org.graphsink.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.graphsink.cypher.CypherStatement;

/**
 * The statements of many plans that have no node in common, as few statements: those of one text become one, with the rows
 * of all, and those of one plan keep their order.
 */
final class MergedStatements {

    private MergedStatements() {}

    static List<CypherStatement> of(List<List<CypherStatement>> plans) {
        List<Deque<CypherStatement>> left = new ArrayList<>();
        plans.stream().filter(plan -> !plan.isEmpty()).forEach(plan -> left.add(new ArrayDeque<>(plan)));
        var merged = new ArrayList<CypherStatement>();
        while (!left.isEmpty()) {
            var text = heaviest(left);
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

    /** The one behind which most is left to do: plans that are far behind do not wait for others, so that they end together. */
    private static String heaviest(List<Deque<CypherStatement>> left) {
        Map<String, Integer> behind = new HashMap<>();
        left.forEach(plan -> behind.merge(plan.element().text(), plan.size(), Integer::sum));
        return behind.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** A parameter that not all have is one that the text does not name. */
    private static CypherStatement merged(List<CypherStatement> same) {
        var first = same.get(0);
        Map<String, Object> parameters = new HashMap<>();
        var names = new HashSet<>(first.parameters().keySet());
        same.forEach(statement -> names.retainAll(statement.parameters().keySet()));
        for (var name : names) {
            var values = new ArrayList<Object>();
            same.forEach(
                    statement -> values.addAll((List<?>) statement.parameters().get(name)));
            parameters.put(name, values);
        }
        int rows = same.stream().mapToInt(CypherStatement::rows).sum();
        return new CypherStatement(first.text(), parameters, first.missing(), rows);
    }
}
