package org.graphsink.value.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.graphsink.value.DurationValue;
import org.graphsink.value.NamedOffsets;

/** Temporal values from the numbers and ISO texts in which Connect and Debezium carry them. */
final class Temporals {

    static final long MILLIS = 1_000;
    static final long MICROS = 1_000_000;
    static final long NANOS = 1_000_000_000;

    /** What Debezium's PostgreSQL connector itself uses for the infinite dates and timestamps of PostgreSQL. */
    static final LocalDate LAST_DATE = LocalDate.of(5_877_611, 6, 21);

    static final LocalDate FIRST_DATE = LocalDate.of(-5_877_611, 6, 22);
    static final LocalDateTime LAST_TIMESTAMP = timestamp(9_223_372_036_825_200_000L, MILLIS);
    static final LocalDateTime FIRST_TIMESTAMP = timestamp(-9_223_372_036_832_400_000L, MILLIS);

    private static final long SECONDS_PER_DAY = 86_400;

    private Temporals() {}

    static LocalDate date(Date value) {
        return LocalDate.ofEpochDay(Math.floorDiv(value.getTime(), SECONDS_PER_DAY * MILLIS));
    }

    static LocalDateTime timestamp(Date value) {
        return timestamp(value.getTime(), MILLIS);
    }

    /** A timestamp without zone, counted from 1970-01-01T00:00. */
    static LocalDateTime timestamp(long value, long unitsPerSecond) {
        long nanos = Math.floorMod(value, unitsPerSecond) * (NANOS / unitsPerSecond);
        return LocalDateTime.ofEpochSecond(Math.floorDiv(value, unitsPerSecond), (int) nanos, ZoneOffset.UTC);
    }

    static ZonedDateTime instant(Instant value) {
        return value.atZone(ZoneOffset.UTC);
    }

    /** A time since midnight: a {@link LocalTime}, or a {@link DurationValue} where it is not within one day. */
    static Object time(long value, long unitsPerSecond) {
        long seconds = Math.floorDiv(value, unitsPerSecond);
        int nanos = (int) (Math.floorMod(value, unitsPerSecond) * (NANOS / unitsPerSecond));
        return timeOfSeconds(seconds, nanos);
    }

    static Object timeOfSeconds(long seconds, int nanos) {
        return seconds >= 0 && seconds < SECONDS_PER_DAY
                ? LocalTime.ofNanoOfDay(seconds * NANOS + nanos)
                : new DurationValue(0, 0, seconds, nanos);
    }

    static DurationValue duration(long value, long unitsPerSecond) {
        return new DurationValue(0, 0, Math.floorDiv(value, unitsPerSecond), (int)
                (Math.floorMod(value, unitsPerSecond) * (NANOS / unitsPerSecond)));
    }

    static DurationValue duration(Duration value) {
        return new DurationValue(0, 0, value.getSeconds(), value.getNano());
    }

    static DurationValue duration(Period value) {
        return new DurationValue(value.toTotalMonths(), value.getDays(), 0, 0);
    }

    /** A date; Debezium's ISO dates end in a {@code Z} that means nothing. */
    static LocalDate isoDate(String text) {
        return LocalDate.parse(text, DateTimeFormatter.ISO_DATE);
    }

    /** A time of day without zone, whatever zone is written behind it. */
    static Object isoTime(String text) {
        return text.startsWith("24:") ? endOfDay() : LocalTime.parse(text, DateTimeFormatter.ISO_TIME);
    }

    /** A timestamp without zone, whatever zone is written behind it. */
    static LocalDateTime isoTimestamp(String text) {
        return LocalDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME);
    }

    /** A time of day with its offset; PostgreSQL's 24:00 is a duration. */
    static Object zonedTime(String text) {
        return text.startsWith("24:") ? endOfDay() : OffsetTime.parse(text);
    }

    /** A point in time with its zone; {@code infinity} and {@code -infinity} are the far ends of Debezium's range. */
    static ZonedDateTime zonedTimestamp(String text) {
        if (text.endsWith("infinity")) {
            return (text.startsWith("-") ? FIRST_TIMESTAMP : LAST_TIMESTAMP).atZone(ZoneOffset.UTC);
        }
        return NamedOffsets.without(ZonedDateTime.parse(text));
    }

    private static DurationValue endOfDay() {
        return new DurationValue(0, 0, SECONDS_PER_DAY, 0);
    }
}
