package org.graphsink.mapping.bound;

import java.util.Optional;
import java.util.Set;
import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Source;
import org.graphsink.value.Absent;

/**
 * A source expression bound to the layouts of a view.
 *
 * @param source the expression as written
 * @param reader empty where neither schema has a field that it names
 * @param origin what the record key has to do with the value
 */
record BoundValue(Expression source, Optional<ValueReader> reader, KeyPart origin) {

    private static final Set<String> IMAGES = Set.of("before", "after");

    String text() {
        return source.toString();
    }

    /** What to add to a message that says that the field is not there. */
    String advice() {
        return image(source)
                .map(image -> "; fields of a Debezium envelope are named without \"" + image + ".\"")
                .orElse("");
    }

    private static Optional<String> image(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return call.arguments().stream()
                    .flatMap(argument -> image(argument).stream())
                    .findFirst();
        }
        var path = ((Source) expression).path();
        return path.size() > 1 ? Optional.of(path.get(0)).filter(IMAGES::contains) : Optional.empty();
    }

    /** Whether the view has no such field: null is a value. */
    boolean isMissing(View view) {
        return reader.isEmpty() || reader.get().read(view) == Absent.MISSING;
    }
}
