package org.graphsink.neo4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Graph values as the driver takes them. Most are the same Java types. */
final class DriverValues {

    private DriverValues() {}

    static Value parameters(Map<String, Object> parameters) {
        return Values.value(of(parameters));
    }

    private static Map<String, Object> of(Map<?, ?> map) {
        var values = new HashMap<String, Object>(map.size() * 2);
        map.forEach((name, value) -> values.put((String) name, of(value)));
        return values;
    }

    private static Object of(Object value) {
        if (value instanceof DurationValue duration) {
            return Values.isoDuration(duration.months(), duration.days(), duration.seconds(), duration.nanoseconds());
        } else if (value instanceof PointValue point) {
            return point.hasHeight()
                    ? Values.point(point.srid(), point.x(), point.y(), point.z())
                    : Values.point(point.srid(), point.x(), point.y());
        } else if (value instanceof List<?> list) {
            return of(list);
        } else if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        return value;
    }

    /** A column is copied only from the first value on that the driver does not take as it is. */
    private static List<?> of(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            var value = list.get(i);
            if (of(value) != value) {
                var converted = new ArrayList<Object>(list.subList(0, i));
                for (Object left : list.subList(i, list.size())) {
                    converted.add(of(left));
                }
                return converted;
            }
        }
        return list;
    }
}
