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

    public boolean hasHeight() {
        return !Double.isNaN(z);
    }
}
