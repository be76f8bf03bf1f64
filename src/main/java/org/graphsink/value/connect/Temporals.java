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
import org.graphsink.value.EpochUnit;
import org.graphsink.value.NamedOffsets;
import org.graphsink.value.TimeOfDay;

/** Temporal values from the numbers and ISO texts in which Connect and Debezium carry them. */
final class Temporals {

    /** What Debezium's PostgreSQL connector itself uses for the infinite dates and timestamps of PostgreSQL. */
    static final LocalDate LAST_DATE = LocalDate.of(5_877_611, 6, 21);

    static final LocalDate FIRST_DATE = LocalDate.of(-5_877_611, 6, 22);
    static final LocalDateTime LAST_TIMESTAMP = EpochUnit.MILLIS.timestamp(9_223_372_036_825_200_000L);
    static final LocalDateTime FIRST_TIMESTAMP = EpochUnit.MILLIS.timestamp(-9_223_372_036_832_400_000L);

    private static final long MILLIS_PER_DAY = 86_400_000;

    private Temporals() {}

    static LocalDate date(Date value) {
        return LocalDate.ofEpochDay(Math.floorDiv(value.getTime(), MILLIS_PER_DAY));
    }

    static LocalDateTime timestamp(Date value) {
        return EpochUnit.MILLIS.timestamp(value.getTime());
    }

    static ZonedDateTime instant(Instant value) {
        return value.atZone(ZoneOffset.UTC);
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
        return text.startsWith("24:") ? TimeOfDay.END : LocalTime.parse(text, DateTimeFormatter.ISO_TIME);
    }

    /** A timestamp without zone, whatever zone is written behind it. */
    static LocalDateTime isoTimestamp(String text) {
        return LocalDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME);
    }

    /** A time of day with its offset; PostgreSQL's 24:00 is a duration. */
    static Object zonedTime(String text) {
        return text.startsWith("24:") ? TimeOfDay.END : OffsetTime.parse(text);
    }

    /** A point in time with its zone; {@code infinity} and {@code -infinity} are the far ends of Debezium's range. */
    static ZonedDateTime zonedTimestamp(String text) {
        if (text.endsWith("infinity")) {
            return (text.startsWith("-") ? FIRST_TIMESTAMP : LAST_TIMESTAMP).atZone(ZoneOffset.UTC);
        }
        return NamedOffsets.without(ZonedDateTime.parse(text));
    }
}
