package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.graphsink.value.PointValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometriesTest {

    private static final int WITH_SRID = 0x20000000;
    private static final int WITH_Z = 0x80000000;
    private static final int WITH_M = 0x40000000;

    private static Object decoded(Integer srid, byte[] wkb) {
        return Decoding.decoded(
                TypeTable.geometry("Geometry"),
                TypeTable.geometry("Geometry", HexFormat.of().formatHex(wkb), srid));
    }

    /** Well-known binary: a byte order mark before each Integer type, then counts and coordinates as they come. */
    private static byte[] wkb(ByteOrder order, Object... parts) {
        var out = ByteBuffer.allocate(1024).order(order);
        for (var part : parts) {
            if (part instanceof Integer number) {
                out.putInt(number);
            } else if (part instanceof Double coordinate) {
                out.putDouble(coordinate);
            } else {
                out.put((byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1));
            }
        }
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static byte[] little(Object... parts) {
        return wkb(ByteOrder.LITTLE_ENDIAN, parts);
    }

    @Test
    void aPointWithoutSridIsCartesian() {
        assertThat(decoded(null, little("", 1, 1.5, -2.5)))
                .isEqualTo(new PointValue(PointValue.CARTESIAN_2D, 1.5, -2.5, Double.NaN));
        assertThat(decoded(0, little("", 1, 1.5, -2.5)))
                .isEqualTo(new PointValue(PointValue.CARTESIAN_2D, 1.5, -2.5, Double.NaN));
        assertThat(decoded(null, little("", 1001, 1.5, -2.5, 3.0)))
                .isEqualTo(new PointValue(PointValue.CARTESIAN_3D, 1.5, -2.5, 3));
    }

    @Test
    void aPointMayBeBigEndian() {
        assertThat(decoded(4326, wkb(ByteOrder.BIG_ENDIAN, "", 1, 1.5, -2.5)))
                .isEqualTo(new PointValue(PointValue.WGS84_2D, 1.5, -2.5, Double.NaN));
    }

    @Test
    void theSridMayBeInTheBinary() {
        assertThat(decoded(null, little("", 1 | WITH_SRID, 4326, 1.5, -2.5)))
                .isEqualTo(new PointValue(PointValue.WGS84_2D, 1.5, -2.5, Double.NaN));
    }

    @Test
    void aPointOfWgs84WithHeightIsThreeDimensional() {
        assertThat(decoded(4326, little("", 1 | WITH_Z, 1.5, -2.5, 3.0)))
                .isEqualTo(new PointValue(PointValue.WGS84_3D, 1.5, -2.5, 3));
    }

    @Test
    void aPointOfAnotherCoordinateSystemIsText() {
        assertThat(decoded(3857, little("", 1, 1.5, 2.0))).isEqualTo("POINT (1.5 2)");
    }

    @Test
    void aPointWithAMeasureIsText() {
        assertThat(decoded(4326, little("", 1 | WITH_M, 1.0, 2.0, 9.0))).isEqualTo("POINT M (1 2 9)");
        assertThat(decoded(4326, little("", 3001, 1.0, 2.0, 3.0, 9.0))).isEqualTo("POINT ZM (1 2 3 9)");
    }

    @Test
    void anEmptyPointIsText() {
        assertThat(decoded(4326, little("", 1, Double.NaN, Double.NaN))).isEqualTo("POINT EMPTY");
    }

    @Test
    void linesAndPolygonsAreText() {
        assertThat(decoded(4326, little("", 2, 2, 0.0, 0.0, 1.0, 2.5))).isEqualTo("LINESTRING (0 0, 1 2.5)");
        assertThat(decoded(null, little("", 2, 0))).isEqualTo("LINESTRING EMPTY");
        assertThat(decoded(null, little("", 3, 2, 3, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1, 5.0, 5.0)))
                .isEqualTo("POLYGON ((0 0, 1 0, 0 0), (5 5))");
    }

    @Test
    void collectionsAreText() {
        assertThat(decoded(null, little("", 4, 2, "", 1, 1.0, 2.0, "", 1, Double.NaN, Double.NaN)))
                .isEqualTo("MULTIPOINT ((1 2), EMPTY)");
        assertThat(decoded(null, little("", 5, 1, "", 2, 1, 0.0, 1.0))).isEqualTo("MULTILINESTRING ((0 1))");
        assertThat(decoded(null, little("", 6, 1, "", 3, 1, 1, 0.0, 1.0))).isEqualTo("MULTIPOLYGON (((0 1)))");
        assertThat(decoded(null, little("", 7, 2, "", 1, 1.0, 2.0, "", 2, 1, 0.0, 1.0)))
                .isEqualTo("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 1))");
        assertThat(decoded(null, little("", 9, 2, "", 2, 1, 0.0, 1.0, "", 8, 1, 0.0, 1.0)))
                .isEqualTo("COMPOUNDCURVE ((0 1), CIRCULARSTRING (0 1))");
    }

    @ParameterizedTest
    @CsvSource({"180.5, 0", "-181, 0", "0, 90.1", "0, -91"})
    void aPointBeyondTheGlobeIsAnError(double longitude, double latitude) {
        assertThatThrownBy(() -> decoded(4326, little("", 1, longitude, latitude)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a point has a longitude beyond 180 or a latitude beyond 90 degrees");
    }

    @Test
    void aPointThatIsNotFiniteIsAnError() {
        assertThatThrownBy(() -> decoded(null, little("", 1, 1.0, Double.POSITIVE_INFINITY)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a point has a coordinate that is not finite");
    }

    @Test
    void brokenBinaryIsAnError() {
        assertThatThrownBy(() -> decoded(null, little("", 1, 1.0)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a Struct value is not of the form that its type asks for");
        assertThatThrownBy(() -> decoded(null, little("", 99)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a geometry is of an unknown type");
        assertThatThrownBy(() -> decoded(null, little("", 2, Integer.MAX_VALUE, 1.0, 2.0)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a Struct value is not of the form that its type asks for");
    }

    @Test
    void aCollectionThatNestsTooDeepIsAnError() {
        var parts = new Object[100 * 3];
        for (int i = 0; i < parts.length; i += 3) {
            parts[i] = "";
            parts[i + 1] = 7;
            parts[i + 2] = 1;
        }

        assertThatThrownBy(() -> decoded(null, little(parts)))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a geometry nests deeper than 64 levels");
    }
}
