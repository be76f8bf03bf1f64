package org.graphsink.value.connect;

import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.PointValue;
import org.graphsink.value.Unconvertible;

/**
 * The structs of {@code io.debezium.data.geometry.Point}, {@code Geometry} and {@code Geography}: a POINT where it is
 * one in a coordinate system that Neo4j knows, else well-known text. Without SRID, a point is cartesian.
 */
final class Geometries {

    private Geometries() {}

    static Object of(Struct value) {
        var wkb = value.get("wkb");
        var srid = value.get("srid") instanceof Number number ? Integer.valueOf(number.intValue()) : null;
        if (wkb == null) {
            return point(srid, value.getFloat64("x"), value.getFloat64("y"));
        }
        var geometry = new WellKnownBinary(Bytes.buffer(wkb));
        srid = srid == null ? geometry.srid() : srid;
        return geometry.isPoint() && isKnown(srid) ? point(srid, geometry.point()) : geometry.text();
    }

    private static Object point(Integer srid, double... coordinates) {
        if (!isKnown(srid)) {
            return "POINT (" + WellKnownBinary.number(coordinates[0]) + " " + WellKnownBinary.number(coordinates[1])
                    + ")";
        }
        boolean geographic = srid != null && (srid == PointValue.WGS84_2D || srid == PointValue.WGS84_3D);
        if (geographic && PointValue.isOffTheEarth(coordinates[0], coordinates[1])) {
            throw new Unconvertible("a point has a longitude beyond 180 or a latitude beyond 90 degrees");
        }
        for (double coordinate : coordinates) {
            if (!Double.isFinite(coordinate)) {
                throw new Unconvertible("a point has a coordinate that is not finite");
            }
        }
        return geographic ? PointValue.wgs84(coordinates) : PointValue.cartesian(coordinates);
    }

    private static boolean isKnown(Integer srid) {
        return srid == null
                || srid == 0
                || srid == PointValue.CARTESIAN_2D
                || srid == PointValue.CARTESIAN_3D
                || srid == PointValue.WGS84_2D
                || srid == PointValue.WGS84_3D;
    }
}
