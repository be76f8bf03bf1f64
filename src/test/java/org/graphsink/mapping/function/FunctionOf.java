package org.graphsink.mapping.function;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.graphsink.pattern.Function;
import org.graphsink.value.Unconvertible;

/** Functions applied to single values. */
final class FunctionOf {

    private FunctionOf() {}

    static Object apply(Function function, Object value) {
        return Functions.apply(function, value);
    }

    /** The message of the refusal. */
    static String refusal(Function function, Object value) {
        return catchThrowableOfType(Unconvertible.class, () -> apply(function, value))
                .getMessage();
    }
}
