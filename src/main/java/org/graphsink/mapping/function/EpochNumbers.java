package org.graphsink.mapping.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.graphsink.value.DurationValue;
import org.graphsink.value.EpochUnit;
import org.graphsink.value.Unconvertible;

/**
 * Bare integers as temporal values. A column with a temporal schema never gets here as a number; an integer without one is
 * read in the unit that Kafka Connect and Debezium use where nothing else is said: days for dates, milliseconds for times
 * and timestamps, microseconds for durations.
 */
final class EpochNumbers {

    private EpochNumbers() {}

    static LocalDate date(long days) {
        try {
            return LocalDate.ofEpochDay(days);
        } catch (DateTimeException e) {
            throw new Unconvertible("date() reads an integer as days since 1970-01-01, and this one is out of range");
        }
    }

    static LocalTime localTime(long millis) {
        if (EpochUnit.MILLIS.timeOfDay(millis) instanceof LocalTime time) {
            return time;
        }
        throw new Unconvertible(
                "A time reads an integer as milliseconds since midnight, and this one is not within a day");
    }

    static LocalDateTime localDateTime(long millis) {
        return EpochUnit.MILLIS.timestamp(millis);
    }

    static DurationValue duration(long micros) {
        return EpochUnit.MICROS.duration(micros);
    }
}
