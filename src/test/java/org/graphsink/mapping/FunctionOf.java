package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.graphsink.pattern.Function;
import org.graphsink.record.RecordException;

/** Functions applied to single values. */
final class FunctionOf {

    private FunctionOf() {}

    static Object apply(Function function, Object value) {
        return Conversions.apply(function, value);
    }

    /** The message of the refusal. */
    static String refusal(Function function, Object value) {
        return catchThrowableOfType(RecordException.class, () -> apply(function, value))
                .getMessage();
    }
}
