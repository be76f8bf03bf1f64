package org.graphsink.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.pattern.Function;
import org.graphsink.support.servers.WithNeo4j;
import org.graphsink.value.DurationValue;
import org.graphsink.value.Unconvertible;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.types.IsoDuration;

/**
 * The functions of the mapping language give what those of Cypher with the same names give, and refuse what they refuse.
 * What they read beyond that, and what they do not, is in the unit tests.
 */
@WithNeo4j
class CypherFunctionsIT {

    private static final List<String> DATES = List.of(
            "2024-02-29",
            "2023-02-29",
            "2023-02-30",
            "2023-04-31",
            "2024-13-01",
            "0001-01-01",
            "0000-01-01",
            "-0044-03-15",
            "+12345-01-01",
            "9999-12-31",
            "20240229",
            "20230229",
            "",
            "today");

    private static final List<String> TIMES = List.of(
            "10:15",
            "10:15:30",
            "10:15:30.5",
            "10:15:30.123456789",
            "24:00",
            "24:00:00",
            "23:59:60",
            "25:00",
            "10:15:30.1234567891",
            "");

    private static final List<String> OFFSETS =
            List.of("", "Z", "+01:00", "-05:30", "+01", "+0130", "+00:00", "-00:00", "+18:00", "+19:00");

    private static final List<String> ZONED = List.of(
            "2024-07-01T10:15[Europe/Paris]",
            "2024-07-01T10:15+02:00[Europe/Paris]",
            "2024-07-01T10:15+01:00[Europe/Paris]",
            "2024-10-27T02:30+02:00[Europe/Paris]",
            "2024-10-27T02:30+01:00[Europe/Paris]",
            "2024-03-31T02:30[Europe/Paris]",
            "2024-10-27T02:30[Europe/Paris]",
            "2024-03-31T02:30+01:00[Europe/Paris]",
            "2024-07-01T10:15Z[UTC]",
            "2024-07-01T10:15[Nowhere/Land]",
            "2024-07-01T24:00Z",
            "2024-07-01T24:00:00",
            "2023-02-30T10:15Z",
            "2024-07-01t10:15z",
            "2024-07-01T");

    private static final List<String> DURATIONS = List.of(
            "P1Y",
            "P1Y2M3DT4H5M6S",
            "P1W",
            "P1M",
            "PT1M",
            "PT0.5S",
            "PT-0.5S",
            "-P1Y",
            "-P1DT1S",
            "-PT0.5S",
            "P-1Y2M",
            "PT1,5S",
            "PT36H",
            "P400D",
            "P",
            "PT",
            "P1",
            "p1y",
            "PT0S",
            "PT1.123456789S",
            "PT-1.999S",
            "PT3600.000000001S",
            "");

    private static final List<String> NUMBERS = List.of(
            "42",
            "-42",
            "+42",
            "042",
            "4.9",
            "-4.9",
            "1e3",
            "1E3",
            "1.5e-3",
            ".5",
            "5.",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "9007199254740993",
            "1e30",
            "1e400",
            "0x1F",
            "0b1",
            "0o7",
            "1_000",
            "1d",
            "1f",
            "1L",
            "NaN",
            "Infinity",
            "-Infinity",
            "inf",
            "0x1p3",
            "",
            " ",
            "one",
            "1 2",
            "\u0663",
            "\u00A042");

    private static final List<String> BOOLEANS =
            List.of("true", "TRUE", " true ", "false", "False", "t", "f", "yes", "1", "0", "", "\u00A0true");

    private static final List<Object> STRINGS = List.of(
            "text",
            "",
            1L,
            -1L,
            Long.MIN_VALUE,
            1.0,
            -0.0,
            0.1,
            1e7,
            1e-3,
            1e-4,
            1e21,
            123456789.125,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            true,
            false,
            LocalDate.of(2024, 2, 29),
            LocalDate.of(-44, 3, 15),
            LocalDate.of(0, 1, 1),
            LocalDate.of(12345, 1, 1),
            LocalTime.of(10, 15),
            LocalTime.of(10, 15, 30),
            LocalTime.of(10, 15, 30, 500_000_000),
            LocalTime.of(10, 15, 30, 123_456_000),
            LocalTime.of(0, 0, 0, 1),
            OffsetTime.parse("10:15Z"),
            OffsetTime.parse("10:15:30.5+01:00"),
            OffsetTime.parse("10:15:30+01:00:30"),
            LocalDateTime.of(2024, 2, 29, 10, 15),
            LocalDateTime.of(2024, 2, 29, 10, 15, 30, 120_000_000),
            ZonedDateTime.parse("2024-07-01T10:15Z"),
            ZonedDateTime.parse("2024-07-01T10:15:30.123456789+02:00"),
            ZonedDateTime.parse("2024-07-01T10:15+02:00[Europe/Paris]"),
            ZonedDateTime.parse("2024-07-01T10:15Z[UTC]"),
            new DurationValue(0, 0, 0, 0),
            new DurationValue(14, 3, 14_706, 0),
            new DurationValue(-14, 3, 1, 500_000_000),
            new DurationValue(1, -1, -1, 0),
            new DurationValue(0, 0, -1, 500_000_000),
            new DurationValue(0, 0, -2, 1),
            new DurationValue(0, 0, -61, 500_000_000),
            new DurationValue(0, 0, 3_599, 1),
            new DurationValue(0, 0, -3_600, 0),
            new DurationValue(0, 7, 86_400, 0),
            new DurationValue(12, 0, 0, 1),
            new DurationValue(-12, 0, 0, 0),
            new DurationValue(-1, 0, 0, 0));

    @Test
    void datesAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.DATE, "date", DATES);
    }

    @Test
    void localTimesAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.LOCAL_TIME, "localtime", TIMES);
    }

    @Test
    void timesAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.TIME, "time", joined(TIMES, List.of("")));
        assertAgreement(driver, Function.TIME, "time", joined(List.of("10:15:30"), OFFSETS));
    }

    @Test
    void localDateTimesAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(
                driver,
                Function.LOCAL_DATETIME,
                "localdatetime",
                joined(DATES.stream().filter(date -> date.contains("-")).toList(), List.of("T10:15")));
        assertAgreement(driver, Function.LOCAL_DATETIME, "localdatetime", DATES);
        assertAgreement(driver, Function.LOCAL_DATETIME, "localdatetime", joined(List.of("2024-02-29T"), TIMES));
    }

    @Test
    void dateTimesAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.DATETIME, "datetime", joined(List.of("2024-07-01T10:15"), OFFSETS));
        assertAgreement(driver, Function.DATETIME, "datetime", ZONED);
        assertAgreement(driver, Function.DATETIME, "datetime", DATES);
    }

    @Test
    void durationsAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.DURATION, "duration", DURATIONS);
    }

    @Test
    void integersAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.TO_INTEGER, "toInteger", NUMBERS);
        assertAgreement(driver, Function.TO_INTEGER, "toInteger", List.of(1.9, -1.9, 1e15, true, false, 7L));
    }

    @Test
    void floatsAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.TO_FLOAT, "toFloat", NUMBERS);
        assertAgreement(driver, Function.TO_FLOAT, "toFloat", List.of(1.5, 7L, Long.MAX_VALUE));
    }

    @Test
    void booleansAreReadAsCypherReadsThem(Driver driver) {
        assertAgreement(driver, Function.TO_BOOLEAN, "toBoolean", BOOLEANS);
        assertAgreement(driver, Function.TO_BOOLEAN, "toBoolean", List.of(0L, 1L, -7L, true, false));
    }

    @Test
    void valuesAreWrittenAsCypherWritesThem(Driver driver) {
        assertAgreement(driver, Function.TO_STRING, "toString", STRINGS);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var joined = new ArrayList<String>();
        first.forEach(start -> second.forEach(end -> joined.add(start + end)));
        return joined;
    }

    private static void assertAgreement(Driver driver, Function function, String cypher, List<?> inputs) {
        var ours = new LinkedHashMap<Object, Object>();
        var theirs = new LinkedHashMap<Object, Object>();
        try (var session = driver.session()) {
            for (Object input : inputs) {
                ours.put(input, ours(function, input));
                theirs.put(input, theirs(session, cypher, input));
            }
        }
        assertThat(text(ours)).isEqualTo(text(theirs));
    }

    private static String text(Map<Object, Object> results) {
        var text = new StringBuilder();
        results.forEach((input, result) ->
                text.append('\'').append(input).append("' -> ").append(result).append('\n'));
        return text.toString();
    }

    private static Object ours(Function function, Object input) {
        try {
            return Functions.apply(function, input);
        } catch (Unconvertible e) {
            return "refused";
        }
    }

    /** Where Cypher refuses with a null, the mapping language refuses with an error. */
    private static Object theirs(Session session, String cypher, Object input) {
        Object parameter = input instanceof DurationValue duration
                ? Values.isoDuration(duration.months(), duration.days(), duration.seconds(), duration.nanoseconds())
                : input;
        try {
            var value = session.run("RETURN " + cypher + "($x)", Map.of("x", parameter))
                    .single()
                    .get(0)
                    .asObject();
            if (value == null) {
                return "refused";
            }
            return value instanceof IsoDuration duration
                    ? new DurationValue(duration.months(), duration.days(), duration.seconds(), duration.nanoseconds())
                    : value;
        } catch (Neo4jException e) {
            return "refused";
        }
    }
}
