package org.graphsink.mapping;

import org.graphsink.pattern.Function;
import org.graphsink.record.Absent;

/** A function call of a pattern. A null or absent argument makes the result null or absent, as null does in Cypher. */
record FunctionReader(Function function, ValueReader... arguments) implements ValueReader {

    @Override
    public Object read(View view) {
        var first = arguments[0].read(view);
        if (first == null || first instanceof Absent) {
            return first;
        }
        if (function != Function.POINT) {
            return Conversions.apply(function, first);
        }
        var values = new Object[arguments.length];
        values[0] = first;
        for (int i = 1; i < arguments.length; i++) {
            values[i] = arguments[i].read(view);
            if (values[i] == null || values[i] instanceof Absent) {
                return values[i];
            }
        }
        return PointConversion.point(values);
    }
}
