package org.graphsink.mapping.bound;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Function;
import org.graphsink.pattern.Source;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.Layout;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;

/** Resolves source expressions against the layouts of a value and a record key, once for all records that have them. */
final class SourceBinder {

    private static final Set<List<String>> NOTHING_OF_THE_KEY = Set.of();

    private final Image value;
    private final Image key;

    SourceBinder(View view) {
        this.value = view.value();
        this.key = view.key();
    }

    BoundValue bind(Expression expression) {
        return bind(expression, false);
    }

    private BoundValue bind(Expression expression, boolean json) {
        if (expression instanceof Source source) {
            return bind(source, json);
        }
        var call = (Expression.Call) expression;
        var arguments = call.arguments().stream()
                .map(argument -> bind(argument, call.function() == Function.JSON))
                .toList();
        return new BoundValue(call, reader(call, arguments), keyFields(arguments));
    }

    private static Optional<ValueReader> reader(Expression.Call call, List<BoundValue> arguments) {
        if (arguments.stream().anyMatch(argument -> argument.reader().isEmpty())) {
            return Optional.empty();
        }
        var readers = arguments.stream()
                .map(argument -> argument.reader().orElseThrow())
                .toArray(ValueReader[]::new);
        return Optional.of(new FunctionReader(call, readers));
    }

    private static Optional<Set<List<String>>> keyFields(List<BoundValue> values) {
        var fields = new HashSet<List<String>>();
        for (var bound : values) {
            if (bound.keyFields().isEmpty()) {
                return Optional.empty();
            }
            fields.addAll(bound.keyFields().get());
        }
        return Optional.of(fields);
    }

    private BoundValue bind(Source source, boolean json) {
        return switch (source.root()) {
            case RECORD -> bare(source, json);
            case VALUE -> ofValue(source, json);
            case KEY ->
                new BoundValue(
                        source,
                        source.path().isEmpty() ? scalarKey() : field(key, source.path(), json, View::key),
                        Optional.of(Set.of(source.path())));
            case HEADER -> new BoundValue(source, Optional.of(header(source.path(), json)), Optional.empty());
            case TIMESTAMP ->
                new BoundValue(source, Optional.of(view -> view.metadata().timestamp()), Optional.empty());
            case TOPIC ->
                new BoundValue(source, Optional.of(view -> view.metadata().topic()), Optional.of(NOTHING_OF_THE_KEY));
            case PARTITION ->
                new BoundValue(source, Optional.of(view -> view.metadata().partition()), Optional.empty());
            case OFFSET ->
                new BoundValue(source, Optional.of(view -> view.metadata().offset()), Optional.empty());
        };
    }

    /** Where there is no value, as in a tombstone, the record key has what the value had under the same name. */
    private BoundValue ofValue(Source source, boolean json) {
        var path = source.path();
        boolean inKey = hasKeyField(path);
        return new BoundValue(
                source,
                inKey && !value.exists() ? field(key, path, json, View::key) : field(value, path, json, View::value),
                inKey ? Optional.of(Set.of(path)) : Optional.empty());
    }

    /** A bare path is looked up in the value, then in the key; where both have it, they have the same. */
    private BoundValue bare(Source source, boolean json) {
        var path = source.path();
        var inValue = field(value, path, json, View::value);
        var inKey = hasKeyField(path) ? field(key, path, json, View::key) : Optional.<ValueReader>empty();
        var keyFields = inKey.isPresent() ? Optional.of(Set.of(path)) : Optional.<Set<List<String>>>empty();
        if (inValue.isPresent() && inKey.isPresent()) {
            var first = inValue.get();
            var second = inKey.get();
            return new BoundValue(source, Optional.of(view -> orElse(first.read(view), second, view)), keyFields);
        }
        return new BoundValue(source, inValue.or(() -> inKey), keyFields);
    }

    private static Object orElse(Object read, ValueReader second, View view) {
        return read instanceof Absent ? second.read(view) : read;
    }

    private boolean hasKeyField(List<String> path) {
        for (Field field : key.fields()) {
            if (field.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<ValueReader> field(
            Image image, List<String> path, boolean json, java.util.function.Function<View, Image> side) {
        return field(image.layout(), path, json).map(field -> view -> field.read(side.apply(view)));
    }

    private static Optional<Field> field(Layout layout, List<String> path, boolean json) {
        return json ? layout.json(path) : layout.field(path);
    }

    private Optional<ValueReader> scalarKey() {
        return key.isScalar()
                ? Optional.of(view -> view.key().scalar().orElse(null))
                : Optional.of(view -> {
                    throw new RecordException(
                            view.key().exists()
                                    ? "__key stands for a primitive record key, but the key has fields; name one, as in __key.id"
                                    : "__key is used, but the record has no key");
                });
    }

    /** Headers differ from record to record, so they are looked up when they are read. */
    private static ValueReader header(List<String> path, boolean json) {
        return view -> {
            var headers = view.metadata().headers();
            var field = field(headers.layout(), path, json);
            return field.isPresent() ? field.get().read(headers) : Absent.MISSING;
        };
    }
}
