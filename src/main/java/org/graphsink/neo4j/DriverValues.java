package org.graphsink.neo4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/**
 * Graph values as the driver sends them. Each cell of a column becomes its value in one step: left to itself the driver asks
 * each cell for one type after the other, and walks nested lists in a way that costs several times their size.
 */
final class DriverValues {

    private DriverValues() {}

    static Value parameters(Map<String, Object> parameters) {
        return of(parameters);
    }

    private static Value of(Map<?, ?> map) {
        var values = new HashMap<String, Object>(map.size() * 2);
        map.forEach((name, value) -> values.put((String) name, of(value)));
        return Values.value(values);
    }

    private static Value of(List<?> list) {
        var values = new Value[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(list.get(i));
        }
        return Values.value(values);
    }

    private static Value of(double[] numbers) {
        var values = new Value[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Values.value(numbers[i]);
        }
        return Values.value(values);
    }

    private static Value of(float[] numbers) {
        var values = new Value[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Values.value(numbers[i]);
        }
        return Values.value(values);
    }

    private static Value of(Object value) {
        if (value == null) {
            return Values.NULL;
        } else if (value instanceof Long number) {
            return Values.value(number.longValue());
        } else if (value instanceof String text) {
            return Values.value(text);
        } else if (value instanceof Double number) {
            return Values.value(number.doubleValue());
        } else if (value instanceof List<?> list) {
            return of(list);
        } else if (value instanceof double[] numbers) {
            return of(numbers);
        } else if (value instanceof float[] numbers) {
            return of(numbers);
        } else if (value instanceof Map<?, ?> map) {
            return of(map);
        } else if (value instanceof DurationValue duration) {
            return Values.isoDuration(duration.months(), duration.days(), duration.seconds(), duration.nanoseconds());
        } else if (value instanceof PointValue point) {
            return point.hasHeight()
                    ? Values.point(point.srid(), point.x(), point.y(), point.z())
                    : Values.point(point.srid(), point.x(), point.y());
        }
        return Values.value(value);
    }
}
