package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

class DriverValuesTest {

    private static Value value(Object value) {
        var parameters = new HashMap<String, Object>();
        parameters.put("p", value);
        return DriverValues.parameters(parameters).get("p");
    }

    /** What the driver makes of a value of the JDK by itself is what it has to become. */
    static Stream<Object> valuesOfTheJdk() {
        return Stream.of(
                true,
                7L,
                7,
                1.5,
                1.5f,
                "text",
                new byte[] {1, 2},
                new double[] {1, 2.5},
                new float[] {0.1f, 2.5f},
                new double[0],
                LocalDate.of(2024, 2, 29),
                LocalTime.of(10, 0),
                ZonedDateTime.parse("2024-01-01T11:00+01:00[Europe/Paris]"),
                List.of(),
                List.of(1L, 2L),
                List.of(List.of(1L, "a"), List.of()),
                Arrays.asList("a", null),
                Map.of("a", 1L, "b", List.of(true)));
    }

    @ParameterizedTest
    @MethodSource("valuesOfTheJdk")
    void valuesOfTheJdkAreWhatTheDriverMakesOfThem(Object value) {
        assertThat(value(value)).isEqualTo(Values.value(value));
    }

    static Stream<Arguments> valuesOfOurOwn() {
        return Stream.of(
                Arguments.of(new DurationValue(1, 2, 3, 4), Values.isoDuration(1, 2, 3, 4)),
                Arguments.of(
                        new PointValue(PointValue.WGS84_2D, 1, 2, Double.NaN), Values.point(PointValue.WGS84_2D, 1, 2)),
                Arguments.of(
                        new PointValue(PointValue.CARTESIAN_3D, 1, 2, 3),
                        Values.point(PointValue.CARTESIAN_3D, 1, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("valuesOfOurOwn")
    void durationsAndPointsAreThoseOfTheDriverWhereverTheyStand(Object value, Value expected) {
        assertThat(value(value)).isEqualTo(expected);
        assertThat(value(List.of(1L, value)).get(1)).isEqualTo(expected);
        assertThat(value(Map.of("a", value)).get("a")).isEqualTo(expected);
    }

    @Test
    void aNullIsANull() {
        assertThat(value(null).isNull()).isTrue();
    }
}
