package org.graphsink.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Holds the rows of a SQL query against those of a Cypher query. It knows nothing of the mapping: the two queries say
 * what should be equal.
 *
 * @param what as in {@code order_items = [:CONTAINS]}
 */
record QueryComparison(String what, String sql, String cypher) {

    Result of(Tables tables, Graph graph) {
        var counts = new TreeMap<String, Integer>();
        var rows = tables.query(sql);
        rows.forEach(row -> counts.merge(text(row), 1, Integer::sum));
        graph.query(cypher)
                .forEach(row -> counts.merge(
                        text(row.values().stream()
                                .map(value -> value.asObject())
                                .toList()),
                        -1,
                        Integer::sum));
        var differences = new ArrayList<String>();
        counts.forEach((row, balance) -> {
            if (balance != 0) {
                differences.add(what + ": " + Math.abs(balance) + " × " + row
                        + (balance > 0 ? " is missing in the graph" : " is only in the graph"));
            }
        });
        return new Result(rows.size(), differences);
    }

    /** Numbers are equal by value: 24.50 is 24.5. */
    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(QueryComparison::text).toList().toString();
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Number number) {
            return text(new BigDecimal(
                    number instanceof Float ? Double.toString(number.doubleValue()) : number.toString()));
        }
        return String.valueOf(value);
    }

    /** @param rows how many rows the tables have */
    record Result(int rows, List<String> differences) {}
}
