package org.graphsink.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * What the values of a setting look like.
 *
 * @param type as Kafka parses it
 * @param validator null where every value of the type is valid
 * @param reading from the parsed value to ours
 * @param width of an input field
 * @param choices all values where they are few, else empty
 * @param hint what the reference says of the values
 */
record Kind<T>(
        Type type, Validator validator, Function<Object, T> reading, Width width, List<Object> choices, String hint) {

    static Kind<String> text() {
        return new Kind<>(Type.STRING, null, String.class::cast, Width.MEDIUM, List.of(), "text");
    }

    static Kind<String> secret() {
        return new Kind<>(
                Type.PASSWORD, null, value -> ((Password) value).value(), Width.MEDIUM, List.of(), "text, kept secret");
    }

    static Kind<Boolean> flag() {
        return new Kind<>(
                Type.BOOLEAN, null, Boolean.class::cast, Width.SHORT, List.of(true, false), "`true` or `false`");
    }

    static Kind<Integer> count(int least) {
        return new Kind<>(
                Type.INT,
                ConfigDef.Range.atLeast(least),
                Integer.class::cast,
                Width.SHORT,
                List.of(),
                "number, at least " + least);
    }

    static Kind<List<String>> names() {
        return new Kind<>(Type.LIST, null, Kind::strings, Width.LONG, List.of(), "list, separated by commas");
    }

    static <E extends Enum<E>> Kind<E> choice(Class<E> choices) {
        return choice(choices, choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A choice that is written in capitals, as the official connector does. */
    static <E extends Enum<E>> Kind<E> constant(Class<E> choices) {
        return choice(choices, Enum::name);
    }

    private static <E extends Enum<E>> Kind<E> choice(Class<E> choices, Function<E, String> spelling) {
        var constants = choices.getEnumConstants();
        var spellings = Arrays.stream(constants).map(spelling).toList();
        Validator validator = (name, value) -> {
            if (value != null && spellings.stream().noneMatch(value.toString()::equalsIgnoreCase)) {
                throw new ConfigException(name, value, "must be one of " + String.join(", ", spellings));
            }
        };
        Function<Object, E> reading = value -> Arrays.stream(constants)
                .filter(choice -> spelling.apply(choice).equalsIgnoreCase(value.toString()))
                .findFirst()
                .orElseThrow();
        return new Kind<>(
                Type.STRING,
                validator,
                reading,
                Width.MEDIUM,
                List.copyOf(spellings),
                "`" + String.join("`, `", spellings) + "`");
    }

    static List<String> strings(Object value) {
        return ((List<?>) value).stream().map(Object::toString).toList();
    }
}
