package org.graphsink.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.graphsink.mapping.function.FunctionOf.apply;
import static org.graphsink.mapping.function.FunctionOf.refusal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.graphsink.pattern.Function;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.graphsink.value.Unconvertible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions for numbers, texts, points and vectors. */
class ScalarFunctionsTest {

    static Stream<Arguments> converted() {
        return Stream.of(
                Arguments.of(Function.TO_INTEGER, 42L, 42L),
                Arguments.of(Function.TO_INTEGER, " 42 ", 42L),
                Arguments.of(Function.TO_INTEGER, "4.9", 4L),
                Arguments.of(Function.TO_INTEGER, -4.9, -4L),
                Arguments.of(Function.TO_INTEGER, "1e3", 1000L),
                Arguments.of(Function.TO_INTEGER, "9223372036854775807", Long.MAX_VALUE),
                Arguments.of(Function.TO_INTEGER, "9007199254740993", 9_007_199_254_740_993L),
                Arguments.of(Function.TO_INTEGER, true, 1L),
                Arguments.of(Function.TO_INTEGER, false, 0L),
                Arguments.of(Function.TO_FLOAT, 7L, 7.0),
                Arguments.of(Function.TO_FLOAT, 1.5, 1.5),
                Arguments.of(Function.TO_FLOAT, " 1.5e-3 ", 0.0015),
                Arguments.of(Function.TO_BOOLEAN, " TRUE ", true),
                Arguments.of(Function.TO_BOOLEAN, "false", false),
                Arguments.of(Function.TO_BOOLEAN, 0L, false),
                Arguments.of(Function.TO_BOOLEAN, -7L, true),
                Arguments.of(Function.TO_STRING, "text", "text"),
                Arguments.of(Function.TO_STRING, 1.0, "1.0"),
                Arguments.of(Function.TO_STRING, true, "true"),
                Arguments.of(Function.TO_STRING, LocalDate.of(2024, 2, 29), "2024-02-29"),
                Arguments.of(Function.TO_STRING, LocalTime.of(10, 15), "10:15:00"),
                Arguments.of(
                        Function.TO_STRING, ZonedDateTime.parse("2024-02-29T10:15:30.500Z"), "2024-02-29T10:15:30.5Z"),
                Arguments.of(Function.TO_STRING, new DurationValue(14, 3, 14_706, 0), "P1Y2M3DT4H5M6S"),
                Arguments.of(Function.TO_STRING, new DurationValue(0, 0, 0, 0), "PT0S"));
    }

    @ParameterizedTest
    @MethodSource("converted")
    void valuesAreConverted(Function function, Object value, Object expected) {
        assertThat(apply(function, value)).isEqualTo(expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Function.TO_INTEGER, "one", "toInteger() cannot read the text that it was given"),
                Arguments.of(Function.TO_INTEGER, "", "toInteger() cannot read the text that it was given"),
                Arguments.of(Function.TO_INTEGER, "1 2", "toInteger() cannot read the text that it was given"),
                Arguments.of(
                        Function.TO_INTEGER,
                        "9223372036854775808",
                        "toInteger() was given a number that no INTEGER can hold"),
                Arguments.of(
                        Function.TO_INTEGER, "1E999999999", "toInteger() was given a number that no INTEGER can hold"),
                Arguments.of(Function.TO_INTEGER, Double.NaN, "toInteger() was given a FLOAT that no INTEGER can hold"),
                Arguments.of(Function.TO_INTEGER, 1e19, "toInteger() was given a FLOAT that no INTEGER can hold"),
                Arguments.of(Function.TO_INTEGER, LocalTime.NOON, "toInteger() cannot take a LOCAL TIME"),
                Arguments.of(Function.TO_FLOAT, "one", "toFloat() cannot read the text that it was given"),
                Arguments.of(Function.TO_FLOAT, true, "toFloat() cannot take a BOOLEAN"),
                Arguments.of(Function.TO_BOOLEAN, "yes", "toBoolean() cannot read the text that it was given"),
                Arguments.of(Function.TO_BOOLEAN, 1.0, "toBoolean() cannot take a FLOAT"),
                Arguments.of(Function.TO_STRING, List.of("a"), "toString() cannot take a LIST"),
                Arguments.of(Function.TO_STRING, new byte[] {1}, "toString() cannot take a BYTES"),
                Arguments.of(Function.VECTOR, 1.5, "vector() cannot take a FLOAT"),
                Arguments.of(Function.VECTOR, "1,2", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1, 2", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1, [2]]", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1, \"2\"]", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1, null]", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1, NaN]", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1] [2]", "vector() cannot read the text that it was given"),
                Arguments.of(Function.VECTOR, "[1e999]", "vector() was given a number that is not finite"),
                Arguments.of(
                        Function.VECTOR,
                        new double[] {1, Double.NaN},
                        "vector() was given a number that is not finite"),
                Arguments.of(
                        Function.VECTOR,
                        new float[] {Float.POSITIVE_INFINITY},
                        "vector() was given a number that is not finite"),
                Arguments.of(
                        Function.VECTOR,
                        List.of("1", "2"),
                        "vector() was given a LIST that holds other things than numbers"),
                Arguments.of(
                        Function.VECTOR,
                        Arrays.asList(1.0, null),
                        "vector() was given a LIST that holds other things than numbers"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherValuesAreRefusedWithoutShowingThem(Function function, Object value, String message) {
        assertThat(refusal(function, value)).isEqualTo(message);
    }

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of(new double[] {1.5, 2}, new double[] {1.5, 2}),
                Arguments.of(new float[] {1.5f, 2}, new double[] {1.5, 2}),
                Arguments.of(List.of(1L, 2L), new double[] {1, 2}),
                Arguments.of(List.of(1.5, 2.0), new double[] {1.5, 2}),
                Arguments.of("[1, 2.5, 3]", new double[] {1, 2.5, 3}),
                Arguments.of(" [1e-3,-2E2] ", new double[] {0.001, -200}),
                Arguments.of("[]", new double[0]),
                Arguments.of(
                        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]",
                        new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void listsAndTextsBecomeVectors(Object value, double[] expected) {
        assertThat((double[]) apply(Function.VECTOR, value)).containsExactly(expected);
    }

    @Test
    void twoCoordinatesAreAPointInThePlane() {
        assertThat(PointConversion.point(7.1, 50.7))
                .isEqualTo(new PointValue(PointValue.WGS84_2D, 7.1, 50.7, Double.NaN));
        assertThat(PointConversion.point(-180L, 90L))
                .isEqualTo(new PointValue(PointValue.WGS84_2D, -180, 90, Double.NaN));
        assertThat(PointConversion.point(" 7.1 ", "50.7"))
                .isEqualTo(new PointValue(PointValue.WGS84_2D, 7.1, 50.7, Double.NaN));
    }

    @Test
    void threeCoordinatesAreAPointInSpace() {
        assertThat(PointConversion.point(7.1, 50.7, 60L)).isEqualTo(new PointValue(PointValue.WGS84_3D, 7.1, 50.7, 60));
    }

    static Stream<Arguments> badPoints() {
        var range = "point() takes a longitude of -180 to 180 and a latitude of -90 to 90, and these are not";
        return Stream.of(
                Arguments.of(new Object[] {180.1, 0.0}, range),
                Arguments.of(new Object[] {0.0, -90.1}, range),
                Arguments.of(new Object[] {50.7, 170.0}, range),
                Arguments.of(new Object[] {Double.NaN, 0.0}, "point() was given a coordinate that is not finite"),
                Arguments.of(new Object[] {0.0, 0.0, "Infinity"}, "point() was given a coordinate that is not finite"),
                Arguments.of(new Object[] {"east", 0.0}, "point() cannot read the text that it was given"),
                Arguments.of(new Object[] {0.0, true}, "point() cannot take a BOOLEAN"));
    }

    @ParameterizedTest
    @MethodSource("badPoints")
    void coordinatesOutOfRangeAreRefused(Object[] coordinates, String message) {
        assertThat(catchThrowableOfType(Unconvertible.class, () -> PointConversion.point(coordinates)))
                .hasMessage(message);
    }
}
