package org.graphsink.mapping;

import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Function;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;

/** A function call of a pattern. A null or absent argument makes the result null or absent, as null does in Cypher. */
record FunctionReader(Expression.Call call, ValueReader... arguments) implements ValueReader {

    @Override
    public Object read(View view) {
        var first = arguments[0].read(view);
        if (first == null || first instanceof Absent) {
            return first;
        }
        if (call.function() != Function.POINT) {
            return result(first);
        }
        var values = new Object[arguments.length];
        values[0] = first;
        for (int i = 1; i < arguments.length; i++) {
            values[i] = arguments[i].read(view);
            if (values[i] == null || values[i] instanceof Absent) {
                return values[i];
            }
        }
        return result(values);
    }

    private Object result(Object... values) {
        try {
            return call.function() == Function.POINT
                    ? PointConversion.point(values)
                    : Conversions.apply(call.function(), values[0]);
        } catch (RecordException e) {
            throw new RecordException("in " + call + ": " + e.getMessage());
        }
    }
}
