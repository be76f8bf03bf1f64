package org.graphsink.value;

/**
 * A Neo4j POINT.
 *
 * @param srid 7203 or 9157 (cartesian, 2D and 3D), 4326 or 4979 (WGS 84, 2D and 3D; x is the longitude)
 * @param z NaN for a 2D point
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/values-and-types/spatial/">Spatial values</a>
 */
public record PointValue(int srid, double x, double y, double z) {

    public static final int CARTESIAN_2D = 7203;
    public static final int CARTESIAN_3D = 9157;
    public static final int WGS84_2D = 4326;
    public static final int WGS84_3D = 4979;

    public PointValue {
        boolean threeDimensional = srid == CARTESIAN_3D || srid == WGS84_3D;
        if (!threeDimensional && srid != CARTESIAN_2D && srid != WGS84_2D) {
            throw new IllegalArgumentException("Neo4j has no coordinate system with SRID " + srid);
        }
        if (threeDimensional == Double.isNaN(z)) {
            throw new IllegalArgumentException(
                    "SRID " + srid + (threeDimensional ? " needs a height" : " takes no height"));
        }
    }

    /**
     * A point on the earth.
     *
     * @param coordinates longitude and latitude in degrees, not {@linkplain #isOffTheEarth beyond} their ranges, and maybe a
     *     height; none NaN
     */
    public static PointValue wgs84(double... coordinates) {
        return of(WGS84_2D, WGS84_3D, coordinates);
    }

    /** @param coordinates two or three, none NaN */
    public static PointValue cartesian(double... coordinates) {
        return of(CARTESIAN_2D, CARTESIAN_3D, coordinates);
    }

    private static PointValue of(int plane, int space, double... coordinates) {
        return coordinates.length == 2
                ? new PointValue(plane, coordinates[0], coordinates[1], Double.NaN)
                : new PointValue(space, coordinates[0], coordinates[1], coordinates[2]);
    }

    /** Whether a longitude is beyond 180 degrees or a latitude beyond 90, which Neo4j refuses. */
    public static boolean isOffTheEarth(double longitude, double latitude) {
        return Math.abs(longitude) > 180 || Math.abs(latitude) > 90;
    }

    public boolean hasHeight() {
        return !Double.isNaN(z);
    }
}
