package org.graphsink.mapping.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.graphsink.value.DurationValue;
import org.graphsink.value.Unconvertible;

/**
 * Bare integers as temporal values. A column with a temporal schema never gets here as a number; an integer without one is
 * read in the unit that Kafka Connect and Debezium use where nothing else is said: days for dates, milliseconds for times
 * and timestamps, microseconds for durations.
 */
final class EpochNumbers {

    private static final long MILLIS_PER_DAY = 86_400_000;

    private EpochNumbers() {}

    static LocalDate date(long days) {
        try {
            return LocalDate.ofEpochDay(days);
        } catch (DateTimeException e) {
            throw new Unconvertible("date() reads an integer as days since 1970-01-01, and this one is out of range");
        }
    }

    static LocalTime localTime(long millis) {
        if (millis < 0 || millis >= MILLIS_PER_DAY) {
            throw new Unconvertible(
                    "A time reads an integer as milliseconds since midnight, and this one is not within a day");
        }
        return LocalTime.ofNanoOfDay(millis * 1_000_000);
    }

    static LocalDateTime localDateTime(long millis) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }

    static DurationValue duration(long micros) {
        return new DurationValue(
                0, 0, Math.floorDiv(micros, 1_000_000), (int) Math.floorMod(micros, 1_000_000L) * 1000);
    }
}
