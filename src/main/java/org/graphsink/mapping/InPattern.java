package org.graphsink.mapping;

import java.util.function.Supplier;
import org.graphsink.record.RecordException;

/** Says in which pattern a record could not be mapped. */
final class InPattern {

    private InPattern() {}

    static <T> T of(String pattern, Supplier<T> action) {
        try {
            return action.get();
        } catch (RecordException e) {
            throw at(pattern, e);
        }
    }

    static RecordException at(String pattern, RecordException fault) {
        return new RecordException("in the pattern " + pattern + ": " + fault.getMessage());
    }
}
