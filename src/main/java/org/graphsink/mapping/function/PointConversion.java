package org.graphsink.mapping.function;

import org.graphsink.pattern.Function;
import org.graphsink.value.PointValue;
import org.graphsink.value.Unconvertible;

/** {@code point(longitude, latitude[, height])}: a WGS 84 point. */
final class PointConversion {

    private PointConversion() {}

    /** @param values two or three, none null */
    static PointValue point(Object... values) {
        double longitude = coordinate(values[0]);
        double latitude = coordinate(values[1]);
        if (PointValue.isOffTheEarth(longitude, latitude)) {
            throw new Unconvertible(
                    "point() takes a longitude of -180 to 180 and a latitude of -90 to 90, and these are not");
        }
        return values.length == 2
                ? PointValue.wgs84(longitude, latitude)
                : PointValue.wgs84(longitude, latitude, coordinate(values[2]));
    }

    private static double coordinate(Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            throw Functions.refused(Function.POINT, value);
        }
        double coordinate;
        try {
            coordinate = NumberConversions.floating(value);
        } catch (Unconvertible e) {
            throw Functions.unreadable(Function.POINT);
        }
        if (Double.isNaN(coordinate) || Double.isInfinite(coordinate)) {
            throw new Unconvertible("point() was given a coordinate that is not finite");
        }
        return coordinate;
    }
}
