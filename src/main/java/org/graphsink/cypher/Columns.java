package org.graphsink.cypher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.graphsink.graph.MissingEndpoints;

/**
 * The parameters of a statement as columns: a list of values per key part and property. The statement walks them with one
 * index, which sends each name once instead of once per row.
 */
final class Columns {

    private final Map<String, Object> parameters = new HashMap<>();

    /** The names of the columns that hold the values of a key: the prefix with a number. */
    static String keyMap(List<String> names, String prefix) {
        if (names.isEmpty()) {
            return "";
        }
        var entries = new StringJoiner(", ", " {", "}");
        for (int i = 0; i < names.size(); i++) {
            entries.add(Identifier.quote(names.get(i)) + ": " + at(prefix, i));
        }
        return entries.toString();
    }

    static String at(String prefix, int column) {
        return "$" + prefix + column + "[i]";
    }

    static String unwind(String column) {
        return "UNWIND range(0, size($" + column + ") - 1) AS i\n";
    }

    <R> Columns add(String prefix, int count, List<R> rows, Column.Cell<R> cell) {
        for (int column = 0; column < count; column++) {
            parameters.put(prefix + column, new Column<>(rows, column, cell));
        }
        return this;
    }

    <R> Columns addOne(String name, List<R> rows, Function<R, Object> value) {
        parameters.put(name, new Column<>(rows, 0, (row, index) -> value.apply(row)));
        return this;
    }

    CypherStatement statement(String text) {
        return new CypherStatement(text, parameters, MissingEndpoints.CREATE, 0);
    }

    /** One that counts the rows whose end nodes are there, unless missing ones have been created. */
    CypherStatement statement(String text, MissingEndpoints missing, int rows) {
        return missing == MissingEndpoints.CREATE
                ? statement(text)
                : new CypherStatement(text, parameters, missing, rows);
    }
}
