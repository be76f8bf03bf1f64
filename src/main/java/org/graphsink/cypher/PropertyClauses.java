package org.graphsink.cypher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;

/** How properties are written: a column per property where all rows have the same ones, else a map per row. */
final class PropertyClauses {

    private static final char SEPARATOR = '.';

    private PropertyClauses() {}

    /**
     * The SET items for a variable.
     *
     * @param key the properties by which the entity was merged; a replacement has to name them again
     */
    static String items(
            String variable,
            List<String> key,
            String keyPrefix,
            Optional<List<String>> properties,
            PropertyWrite write) {
        if (properties.isEmpty()) {
            return write == PropertyWrite.MERGE
                    ? variable + " += $p[i]"
                    : variable + " = $p[i]" + assignments(variable, key, keyPrefix, ", ");
        }
        var names = properties.get();
        if (write == PropertyWrite.MERGE) {
            return assignments(variable, names, "p", "");
        }
        var map = new StringBuilder(variable).append(" = {");
        for (int i = 0; i < key.size(); i++) {
            map.append(i == 0 ? "" : ", ").append(Identifier.quote(key.get(i))).append(": ");
            map.append(Columns.at(keyPrefix, i));
        }
        for (int i = 0; i < names.size(); i++) {
            map.append(i == 0 && key.isEmpty() ? "" : ", ").append(Identifier.quote(names.get(i)));
            map.append(": ").append(Columns.at("p", i));
        }
        return map.append('}').toString();
    }

    /**
     * Removes what lies below the names that a row empties. The key is written again where it may lie there.
     *
     * @param key the properties by which the entity was merged
     */
    static String emptying(String variable, List<String> key, String keyPrefix) {
        var text = "\nFOREACH (gone IN [name IN keys(" + variable
                + ") WHERE any(above IN $b[i] WHERE name STARTS WITH above)] | SET " + variable + "[gone] = null)";
        return key.stream().anyMatch(name -> name.indexOf(SEPARATOR) >= 0)
                ? text + "\nSET " + assignments(variable, key, keyPrefix, "")
                : text;
    }

    private static String assignments(String variable, List<String> names, String prefix, String lead) {
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? lead : ", ").append(variable).append('.').append(Identifier.quote(names.get(i)));
            text.append(" = ").append(Columns.at(prefix, i));
        }
        return text.toString();
    }

    static <R> void parameters(
            Columns columns,
            Optional<List<String>> properties,
            boolean emptying,
            List<R> rows,
            Function<R, Properties> of) {
        if (emptying) {
            columns.addOne("b", rows, row -> beginnings(of.apply(row)));
        }
        if (properties.isPresent()) {
            columns.add(
                    "p",
                    properties.get().size(),
                    rows,
                    (row, i) -> of.apply(row).value(i));
        } else {
            columns.addOne("p", rows, row -> map(of.apply(row)));
        }
    }

    private static List<String> beginnings(Properties properties) {
        return properties.emptied().stream().map(name -> name + SEPARATOR).toList();
    }

    private static Map<String, Object> map(Properties properties) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < properties.size(); i++) {
            map.put(properties.names().get(i), properties.value(i));
        }
        return map;
    }
}
