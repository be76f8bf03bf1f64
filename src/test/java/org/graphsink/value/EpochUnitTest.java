package org.graphsink.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpochUnitTest {

    private static long second(EpochUnit unit) {
        return (long) Math.pow(1000, unit.ordinal() + 1.0);
    }

    @ParameterizedTest
    @EnumSource
    void timestampsBefore1970CountBackwards(EpochUnit unit) {
        assertThat(unit.timestamp(-second(unit) / 4)).isEqualTo(LocalDateTime.parse("1969-12-31T23:59:59.750"));
    }

    @ParameterizedTest
    @EnumSource
    void timesAreCountedFromMidnight(EpochUnit unit) {
        assertThat(unit.timeOfDay(second(unit) * 3 / 2)).isEqualTo(LocalTime.parse("00:00:01.500"));
    }

    @ParameterizedTest
    @EnumSource
    void timesBeyondADayAreDurations(EpochUnit unit) {
        assertThat(unit.timeOfDay(86_400 * second(unit))).isEqualTo(TimeOfDay.END);
        assertThat(unit.timeOfDay(-second(unit) / 2)).isEqualTo(new DurationValue(0, 0, -1, 500_000_000));
    }
}
