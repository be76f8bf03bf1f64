package org.graphsink.mapping.bound;

import org.graphsink.mapping.function.Functions;
import org.graphsink.pattern.Expression;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;
import org.graphsink.value.Unconvertible;

/** A function call of a pattern. A null or absent argument makes the result null or absent, as null does in Cypher. */
record FunctionReader(Expression.Call call, ValueReader... arguments) implements ValueReader {

    @Override
    public Object read(View view) {
        var values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].read(view);
            if (values[i] == null || values[i] instanceof Absent) {
                return values[i];
            }
        }
        try {
            return Functions.apply(call.function(), values);
        } catch (Unconvertible e) {
            throw new RecordException("in " + call + ": " + e.getMessage());
        }
    }
}
