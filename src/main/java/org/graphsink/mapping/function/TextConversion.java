package org.graphsink.mapping.function;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.graphsink.pattern.Function;
import org.graphsink.value.DurationValue;

/** {@code toString()}: the text that Cypher would give. */
final class TextConversion {

    private TextConversion() {}

    static String text(Object value) {
        if (value instanceof DurationValue duration) {
            return duration(duration);
        } else if (value instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        } else if (value instanceof OffsetTime time) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
        } else if (value instanceof LocalDateTime dateTime) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime);
        } else if (value instanceof ZonedDateTime dateTime) {
            return DateTimeFormatter.ISO_DATE_TIME.format(dateTime);
        } else if (value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate) {
            return value.toString();
        }
        throw Functions.refused(Function.TO_STRING, value);
    }

    private static String duration(DurationValue duration) {
        var text = new StringBuilder("P");
        append(text, duration.months() / 12, 'Y');
        append(text, duration.months() % 12, 'M');
        append(text, duration.days(), 'D');
        if (duration.seconds() != 0 || duration.nanoseconds() != 0) {
            text.append(java.time.Duration.ofSeconds(duration.seconds(), duration.nanoseconds())
                    .toString()
                    .substring(1));
        }
        return text.length() == 1 ? "PT0S" : text.toString();
    }

    private static void append(StringBuilder text, long amount, char unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }
}
