package org.graphsink.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "P1Y-2M3DT-4H5M-6.5S,          10,  3, -14107, 500000000",
        "-P1Y2M3W4DT1H,               -14, -25, -3600, 0",
        "PT36H,                         0,   0, 129600, 0",
        "'pt1,5s',                      0,   0, 1, 500000000",
        "P0Y0M0DT0H0M0S,                0,   0, 0, 0",
        "PT2562047788H,                 0,   0, 9223372036800, 0",
    })
    void everyComponentHasASignOfItsOwn(String text, long months, long days, long seconds, int nanoseconds) {
        assertThat(DurationText.parse(text)).isEqualTo(new DurationValue(months, days, seconds, nanoseconds));
    }

    /** As where the seconds were a double to whoever wrote them. */
    @Test
    void secondsAreCutOffAtNanoseconds() {
        assertThat(DurationText.parse("PT12.34560000000000030695446184836328S"))
                .isEqualTo(new DurationValue(0, 0, 12, 345_600_000));
        assertThat(DurationText.parse("PT-0.0000000005S")).isEqualTo(new DurationValue(0, 0, -1, 999_999_999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1Y", "P1", "P1.5D", "PT1H2D", "P1Y ", "one day"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P9223372036854775807Y", "PT9223372036854775807H", "P9223372036854775807W"})
    void amountsOutOfRangeAreRefused(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).isInstanceOf(ArithmeticException.class);
    }
}
