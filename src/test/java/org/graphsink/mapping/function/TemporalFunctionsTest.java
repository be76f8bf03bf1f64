package org.graphsink.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.function.FunctionOf.apply;
import static org.graphsink.mapping.function.FunctionOf.refusal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.graphsink.pattern.Function;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemporalFunctionsTest {

    private static final LocalDate DATE = LocalDate.of(2024, 2, 29);
    private static final LocalTime TIME = LocalTime.of(10, 15, 30);
    private static final LocalDateTime DATE_TIME = DATE.atTime(TIME);
    private static final ZonedDateTime ZONED = ZonedDateTime.parse("2024-02-29T10:15:30+02:00");
    private static final OffsetTime OFFSET_TIME = OffsetTime.parse("10:15:30+02:00");

    static Stream<Arguments> converted() {
        return Stream.of(
                Arguments.of(Function.DATE, DATE, DATE),
                Arguments.of(Function.DATE, DATE_TIME, DATE),
                Arguments.of(Function.DATE, ZONED, DATE),
                Arguments.of(Function.DATE, 19_782L, DATE),
                Arguments.of(Function.DATE, -1L, LocalDate.of(1969, 12, 31)),
                Arguments.of(Function.LOCAL_TIME, TIME, TIME),
                Arguments.of(Function.LOCAL_TIME, OFFSET_TIME, TIME),
                Arguments.of(Function.LOCAL_TIME, DATE_TIME, TIME),
                Arguments.of(Function.LOCAL_TIME, ZONED, TIME),
                Arguments.of(Function.LOCAL_TIME, 36_930_000L, TIME),
                Arguments.of(Function.LOCAL_TIME, 0L, LocalTime.MIDNIGHT),
                Arguments.of(Function.TIME, OFFSET_TIME, OFFSET_TIME),
                Arguments.of(Function.TIME, ZONED, OFFSET_TIME),
                Arguments.of(Function.TIME, TIME, OffsetTime.parse("10:15:30Z")),
                Arguments.of(Function.TIME, DATE_TIME, OffsetTime.parse("10:15:30Z")),
                Arguments.of(Function.TIME, 36_930_000L, OffsetTime.parse("10:15:30Z")),
                Arguments.of(Function.LOCAL_DATETIME, DATE_TIME, DATE_TIME),
                Arguments.of(Function.LOCAL_DATETIME, ZONED, DATE_TIME),
                Arguments.of(Function.LOCAL_DATETIME, DATE, DATE.atStartOfDay()),
                Arguments.of(
                        Function.LOCAL_DATETIME, 1_709_201_730_123L, LocalDateTime.parse("2024-02-29T10:15:30.123")),
                Arguments.of(Function.LOCAL_DATETIME, -1L, LocalDateTime.parse("1969-12-31T23:59:59.999")),
                Arguments.of(Function.DATETIME, ZONED, ZONED),
                Arguments.of(Function.DATETIME, DATE_TIME, ZonedDateTime.parse("2024-02-29T10:15:30Z")),
                Arguments.of(Function.DATETIME, DATE, ZonedDateTime.parse("2024-02-29T00:00Z")),
                Arguments.of(Function.DATETIME, 1_709_201_730_123L, ZonedDateTime.parse("2024-02-29T10:15:30.123Z")),
                Arguments.of(Function.DURATION, new DurationValue(1, 2, 3, 4), new DurationValue(1, 2, 3, 4)),
                Arguments.of(Function.DURATION, TIME, new DurationValue(0, 0, 36_930, 0)),
                Arguments.of(Function.DURATION, 1_500_000L, new DurationValue(0, 0, 1, 500_000_000)),
                Arguments.of(Function.DURATION, -1L, new DurationValue(0, 0, -1, 999_999_000)));
    }

    @ParameterizedTest
    @MethodSource("converted")
    void valuesOfRelatedTypesAreConverted(Function function, Object value, Object expected) {
        assertThat(apply(function, value)).isEqualTo(expected);
    }

    /** What databases write and Cypher's own functions do not read. */
    @ParameterizedTest
    @CsvSource({
        "DATE,           ' 2024-02-29 ',                     2024-02-29",
        "DATE,           2024-02-29 10:15:30,                2024-02-29",
        "DATE,           2024-02-29T10:15:30Z,               2024-02-29",
        "DATE,           19782,                              2024-02-29",
        "DATE,           -1,                                 1969-12-31",
        "LOCAL_TIME,     2024-02-29 10:15:30,                10:15:30",
        "LOCAL_TIME,     10:15:30+02,                        10:15:30",
        "LOCAL_TIME,     36930000,                           10:15:30",
        "TIME,           2024-02-29 10:15:30+02,             10:15:30+02:00",
        "LOCAL_DATETIME, 2024-02-29 10:15:30.5,              2024-02-29T10:15:30.500",
        "LOCAL_DATETIME, 2024-02-29T10:15:30Z,               2024-02-29T10:15:30",
        "LOCAL_DATETIME, 2024-02-29,                         2024-02-29T00:00",
        "LOCAL_DATETIME, 1709201730123,                      2024-02-29T10:15:30.123",
        "DATETIME,       2024-02-29 10:15:30+02,             2024-02-29T10:15:30+02:00",
        "DATETIME,       2024-02-29 10:15:30 +02:00,         2024-02-29T10:15:30+02:00",
        "DATETIME,       2024-02-29 10:15:30,                2024-02-29T10:15:30Z",
        "DATETIME,       2024-02-29T10:15:30+01:00:30,       2024-02-29T10:15:30+01:00:30",
        "DATETIME,       2024-02-29T10:15:30[Europe/Paris],  2024-02-29T10:15:30+01:00[Europe/Paris]",
        "DATETIME,       1709201730123,                      2024-02-29T10:15:30.123Z",
    })
    void textOfDatabasesIsReadToo(Function function, String text, String expected) {
        assertThat(apply(function, text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2024-W09-4",
        "DATE, 2024-060",
        "DATE, 29.02.2024",
        "DATE, ''",
        "DATE, ' '",
        "DATE, 99999999999999999999",
        "DATE, 9999999999999999999",
        "TIME, -1000000000000000000",
        "LOCAL_TIME, 24:00",
        "LOCAL_TIME, half past ten",
        "TIME, 10:15:30+25:00",
        "LOCAL_DATETIME, 2023-02-29T10:15",
        "DATETIME, 2024-07-01T10:15+01:00[Europe/Paris]",
        "DATETIME, 2024-07-01T10:15[Nowhere]",
        "DURATION, P1.5D",
        "DURATION, one day",
        "DURATION, P",
        "DURATION, P1DT",
        "DURATION, PT1.1234567891S",
        "DURATION, P99999999999999999999Y",
    })
    void textThatIsNoneOfThisIsRefusedWithoutShowingIt(Function function, String text) {
        assertThat(refusal(function, text))
                .isEqualTo(function.cypherName() + "() cannot read the text that it was given");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL_TIME, -1,       'A time reads an integer as milliseconds since midnight, and this one is not within a day'",
        "TIME,       86400000, 'A time reads an integer as milliseconds since midnight, and this one is not within a day'",
        "DATE,       9223372036854775807, 'date() reads an integer as days since 1970-01-01, and this one is out of range'",
    })
    void epochNumbersOutOfRangeAreRefused(Function function, long number, String message) {
        assertThat(refusal(function, number)).isEqualTo(message);
        assertThat(refusal(function, String.valueOf(number))).isEqualTo(message);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Function.DATE, TIME, "date() cannot take a LOCAL TIME"),
                Arguments.of(Function.DATE, 1.5, "date() cannot take a FLOAT"),
                Arguments.of(Function.DATE, true, "date() cannot take a BOOLEAN"),
                Arguments.of(Function.DATE, new byte[1], "date() cannot take a BYTES"),
                Arguments.of(Function.LOCAL_TIME, DATE, "localtime() cannot take a DATE"),
                Arguments.of(Function.TIME, DATE, "time() cannot take a DATE"),
                Arguments.of(Function.LOCAL_DATETIME, TIME, "localdatetime() cannot take a LOCAL TIME"),
                Arguments.of(Function.DATETIME, OFFSET_TIME, "datetime() cannot take a ZONED TIME"),
                Arguments.of(Function.DATETIME, List.of(DATE), "datetime() cannot take a LIST"),
                Arguments.of(Function.DURATION, ZONED, "duration() cannot take a ZONED DATETIME"),
                Arguments.of(Function.DURATION, DATE_TIME, "duration() cannot take a LOCAL DATETIME"),
                Arguments.of(
                        Function.DATE,
                        new PointValue(PointValue.WGS84_2D, 1, 2, Double.NaN),
                        "date() cannot take a POINT"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void valuesOfOtherTypesAreRefusedByTheirType(Function function, Object value, String message) {
        assertThat(refusal(function, value)).isEqualTo(message);
    }
}
