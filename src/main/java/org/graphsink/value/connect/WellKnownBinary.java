package org.graphsink.value.connect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graphsink.value.Unconvertible;

/**
 * A geometry in well-known binary, in its ISO form or in the extended form of PostGIS.
 *
 * @see <a href="https://www.ogc.org/standards/sfa/">OGC Simple Feature Access</a>
 * @see <a href="https://libgeos.org/specifications/wkb/">Extended WKB</a>
 */
final class WellKnownBinary {

    private static final int POINT = 1;
    private static final int LINE_STRING = 2;
    private static final int POLYGON = 3;
    private static final int COLLECTION = 7;
    private static final int CIRCULAR_STRING = 8;
    private static final int TRIANGLE = 17;

    private static final String[] NAMES = {
        "GEOMETRY",
        "POINT",
        "LINESTRING",
        "POLYGON",
        "MULTIPOINT",
        "MULTILINESTRING",
        "MULTIPOLYGON",
        "GEOMETRYCOLLECTION",
        "CIRCULARSTRING",
        "COMPOUNDCURVE",
        "CURVEPOLYGON",
        "MULTICURVE",
        "MULTISURFACE",
        "CURVE",
        "SURFACE",
        "POLYHEDRALSURFACE",
        "TIN",
        "TRIANGLE"
    };

    /** By type, the type of its parts that goes without a name in text; 0 where every part is named. */
    private static final int[] UNNAMED_PART = {0, 0, 0, 0, 1, 2, 3, 0, 0, 2, 2, 2, 3, 0, 0, 3, 17, 0};

    private static final int DEEPEST_NESTING = 64;

    private final ByteBuffer in;
    private int type;
    private boolean hasZ;
    private boolean hasM;
    private Integer srid;

    WellKnownBinary(ByteBuffer in) {
        this.in = in;
        header();
    }

    /** The SRID of the extended form, else null. */
    Integer srid() {
        return srid;
    }

    /** Whether a Neo4j POINT can hold it: no measure, and not empty. */
    boolean isPoint() {
        return type == POINT && !hasM && !Double.isNaN(in.getDouble(in.position()));
    }

    /** The coordinates of a point: x and y, and z if it has a height. */
    double[] point() {
        return hasZ
                ? new double[] {in.getDouble(), in.getDouble(), in.getDouble()}
                : new double[] {in.getDouble(), in.getDouble()};
    }

    /** The geometry as well-known text. */
    String text() {
        var out = new StringBuilder();
        write(out, true, 0);
        return out.toString();
    }

    private void header() {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        if ((code & 0x20000000) != 0) {
            srid = in.getInt();
        }
        int iso = code & 0x0FFFFFFF;
        hasZ = (code & 0x80000000) != 0 || iso / 1000 == 1 || iso / 1000 == 3;
        hasM = (code & 0x40000000) != 0 || iso / 1000 == 2 || iso / 1000 == 3;
        type = iso % 1000;
        if (type < POINT || type >= NAMES.length || iso >= 4000) {
            throw new Unconvertible("a geometry is of an unknown type");
        }
    }

    private void write(StringBuilder out, boolean named, int depth) {
        if (depth > DEEPEST_NESTING) {
            throw new Unconvertible("a geometry nests deeper than " + DEEPEST_NESTING + " levels");
        }
        if (named) {
            out.append(NAMES[type]).append(hasZ || hasM ? " " : "");
            out.append(hasZ ? "Z" : "").append(hasM ? "M" : "").append(' ');
        }
        if (type == POINT) {
            if (Double.isNaN(in.getDouble(in.position()))) {
                in.position(in.position() + Double.BYTES * dimensions());
                out.append("EMPTY");
            } else {
                coordinates(out.append('('));
                out.append(')');
            }
        } else if (type == LINE_STRING || type == CIRCULAR_STRING) {
            list(out, () -> coordinates(out));
        } else if (type == POLYGON || type == TRIANGLE) {
            list(out, () -> list(out, () -> coordinates(out)));
        } else {
            int unnamed = type == COLLECTION ? 0 : UNNAMED_PART[type];
            list(out, () -> {
                header();
                write(out, type != unnamed, depth + 1);
            });
        }
    }

    private void list(StringBuilder out, Runnable element) {
        int count = in.getInt();
        if (count == 0) {
            out.append("EMPTY");
            return;
        }
        out.append('(');
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ", ");
            element.run();
        }
        out.append(')');
    }

    private void coordinates(StringBuilder out) {
        for (int i = 0; i < dimensions(); i++) {
            out.append(i == 0 ? "" : " ").append(number(in.getDouble()));
        }
    }

    /** A coordinate as well-known text writes it: integral ones without a fraction. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    private int dimensions() {
        return 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    }
}
