package org.graphsink.mapping.bound;

import java.util.List;
import java.util.Optional;
import org.graphsink.mapping.function.Functions;
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

    private final View view;
    private final RowIdentity rows;
    private final Image value;
    private final Image key;

    /** For values that nothing is found by. */
    SourceBinder(View view) {
        this(view, RowIdentity.of(view, Optional.empty()));
    }

    /** @param rows what identifies the rows */
    SourceBinder(View view, RowIdentity rows) {
        this.view = view;
        this.rows = rows;
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
        return new BoundValue(call, reader(call, arguments), origin(call, arguments));
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

    private KeyPart origin(Expression.Call call, List<BoundValue> arguments) {
        var origin = KeyPart.all(arguments.stream().map(BoundValue::origin).toList());
        return origin.toldApart().isEmpty() || keepsApart(call, arguments) ? origin : origin.blurred();
    }

    /** What a function does to the values depends on their types, which are those of the values at hand. */
    private boolean keepsApart(Expression.Call call, List<BoundValue> arguments) {
        for (var argument : arguments) {
            var read = argument.reader().map(this::read).orElse(Absent.MISSING);
            if (read == null || read instanceof Absent || !Functions.keepsApart(call.function(), read)) {
                return false;
            }
        }
        return true;
    }

    private Object read(ValueReader reader) {
        try {
            return reader.read(view);
        } catch (RecordException e) {
            return Absent.MISSING;
        }
    }

    private BoundValue bind(Source source, boolean json) {
        return switch (source.root()) {
            case RECORD -> bare(source, json);
            case VALUE -> ofValue(source, json);
            case KEY ->
                new BoundValue(
                        source,
                        source.path().isEmpty() ? scalarKey() : field(key, source.path(), json, View::key),
                        rows.part(source));
            case HEADER -> new BoundValue(source, Optional.of(header(source.path(), json)), KeyPart.NONE);
            case TIMESTAMP ->
                new BoundValue(source, Optional.of(of -> of.metadata().timestamp()), KeyPart.NONE);
            case TOPIC -> new BoundValue(source, Optional.of(of -> of.metadata().topic()), KeyPart.CONSTANT);
            case PARTITION ->
                new BoundValue(source, Optional.of(of -> of.metadata().partition()), KeyPart.NONE);
            case OFFSET ->
                new BoundValue(source, Optional.of(of -> of.metadata().offset()), KeyPart.NONE);
        };
    }

    /** Where there is no value, as in a tombstone, the record key has what the value had under the same name. */
    private BoundValue ofValue(Source source, boolean json) {
        var path = source.path();
        boolean inKey = hasKeyField(path);
        return new BoundValue(
                source,
                inKey && !value.exists() ? field(key, path, json, View::key) : field(value, path, json, View::value),
                rows.part(source));
    }

    /** A bare path is looked up in the value, then in the key; where both have it, they have the same. */
    private BoundValue bare(Source source, boolean json) {
        var path = source.path();
        var inValue = field(value, path, json, View::value);
        var inKey = hasKeyField(path) ? field(key, path, json, View::key) : Optional.<ValueReader>empty();
        var origin = rows.part(source);
        if (inValue.isPresent() && inKey.isPresent()) {
            var first = inValue.get();
            var second = inKey.get();
            return new BoundValue(source, Optional.of(of -> orElse(first.read(of), second, of)), origin);
        }
        return new BoundValue(source, inValue.or(() -> inKey), origin);
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
                ? Optional.of(of -> of.key().scalar().orElse(null))
                : Optional.of(of -> {
                    throw new RecordException(
                            of.key().exists()
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
