package org.graphsink.mapping.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.graphsink.value.DurationValue;
import org.graphsink.value.EpochUnit;
import org.graphsink.value.Unconvertible;

/**
 * Bare integers as temporal values. A column with a temporal schema never gets here as a number; an integer without one is
 * read in the unit that Kafka Connect and Debezium use where nothing else is said: days for dates, milliseconds for times
 * and timestamps, microseconds for durations.
 */
final class EpochNumbers {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final int MOST_DIGITS = 19;

    private EpochNumbers() {}

    /** The integer that a text holds in place of the text; any other value as it is. */
    static Object ofText(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        var trimmed = text.strip();
        if (trimmed.length() > MOST_DIGITS || !INTEGER.matcher(trimmed).matches()) {
            return value;
        }
        try {
            return Long.valueOf(trimmed);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /**
     * As {@link #ofText}, but eight digits are left to be a date: as an epoch number, they would be a date far off or a time
     * in the first hours of 1970.
     */
    static Object ofTextThatIsNoDate(Object value) {
        return value instanceof String text && TemporalText.isBasicDate(text.strip()) ? value : ofText(value);
    }

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
