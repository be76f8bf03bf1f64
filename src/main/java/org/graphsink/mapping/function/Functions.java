package org.graphsink.mapping.function;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.graphsink.pattern.Function;
import org.graphsink.value.DurationValue;
import org.graphsink.value.Unconvertible;
import org.graphsink.value.ValueTypes;

/**
 * The functions of the mapping language. They behave as the functions of Cypher whose names they bear, and besides accept
 * what change data carries: epoch numbers and numbers as text.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/functions/">Cypher functions</a>
 */
public final class Functions {

    private static final int LENGTH_OF_A_DATE = 10;

    private Functions() {}

    /**
     * The result of a function.
     *
     * @param values as many as the function takes, none null
     * @throws Unconvertible where the function cannot take them; the message names the function
     */
    public static Object apply(Function function, Object... values) {
        var value = values[0];
        return switch (function) {
            case DATE -> date(EpochNumbers.ofTextThatIsNoDate(value));
            case TIME -> time(EpochNumbers.ofText(value));
            case LOCAL_TIME -> localTime(EpochNumbers.ofText(value));
            case DATETIME -> dateTime(EpochNumbers.ofTextThatIsNoDate(value));
            case LOCAL_DATETIME -> localDateTime(EpochNumbers.ofTextThatIsNoDate(value));
            case DURATION -> duration(EpochNumbers.ofText(value));
            case TO_STRING -> TextConversion.text(value);
            case TO_INTEGER -> NumberConversions.integer(value);
            case TO_FLOAT -> NumberConversions.floating(value);
            case TO_BOOLEAN -> NumberConversions.bool(value);
            case VECTOR -> VectorConversion.vector(value);
            case JSON -> value;
            case POINT -> PointConversion.point(values);
        };
    }

    /**
     * Whether different arguments of a type give different results. A number, date or time in a text is taken to be always
     * written in the same way.
     *
     * @param value an argument of the type, not null
     */
    public static boolean keepsApart(Function function, Object value) {
        boolean isMoment = value instanceof ZonedDateTime
                || value instanceof LocalDateTime
                || value instanceof String text && text.strip().length() > LENGTH_OF_A_DATE;
        return switch (function) {
            case DATE -> !isMoment;
            case TIME -> !isMoment;
            case LOCAL_TIME -> !isMoment && !(value instanceof OffsetTime);
            case LOCAL_DATETIME ->
                !(value instanceof ZonedDateTime moment) || moment.getZone().equals(ZoneOffset.UTC);
            case TO_INTEGER -> !(value instanceof Double);
            case TO_FLOAT -> value instanceof Double;
            case TO_BOOLEAN -> value instanceof Boolean;
            case DATETIME, DURATION, POINT, TO_STRING, VECTOR, JSON -> true;
        };
    }

    private static LocalDate date(Object value) {
        if (value instanceof LocalDate date) {
            return date;
        } else if (value instanceof LocalDateTime dateTime) {
            return dateTime.toLocalDate();
        } else if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toLocalDate();
        } else if (value instanceof String text) {
            return TemporalText.date(text);
        } else if (value instanceof Long days) {
            return EpochNumbers.date(days);
        }
        throw refused(Function.DATE, value);
    }

    private static LocalTime localTime(Object value) {
        if (value instanceof LocalTime time) {
            return time;
        } else if (value instanceof OffsetTime time) {
            return time.toLocalTime();
        } else if (value instanceof LocalDateTime dateTime) {
            return dateTime.toLocalTime();
        } else if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toLocalTime();
        } else if (value instanceof String text) {
            return TemporalText.localTime(text);
        } else if (value instanceof Long millis) {
            return EpochNumbers.localTime(millis);
        }
        throw refused(Function.LOCAL_TIME, value);
    }

    private static OffsetTime time(Object value) {
        if (value instanceof OffsetTime time) {
            return time;
        } else if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toOffsetDateTime().toOffsetTime();
        } else if (value instanceof String text) {
            return TemporalText.time(text);
        } else if (value instanceof LocalTime || value instanceof LocalDateTime || value instanceof Long) {
            return localTime(value).atOffset(ZoneOffset.UTC);
        }
        throw refused(Function.TIME, value);
    }

    private static LocalDateTime localDateTime(Object value) {
        if (value instanceof LocalDateTime dateTime) {
            return dateTime;
        } else if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toLocalDateTime();
        } else if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        } else if (value instanceof String text) {
            return TemporalText.localDateTime(text);
        } else if (value instanceof Long millis) {
            return EpochNumbers.localDateTime(millis);
        }
        throw refused(Function.LOCAL_DATETIME, value);
    }

    private static ZonedDateTime dateTime(Object value) {
        if (value instanceof ZonedDateTime dateTime) {
            return dateTime;
        } else if (value instanceof String text) {
            return TemporalText.dateTime(text);
        } else if (value instanceof LocalDateTime || value instanceof LocalDate || value instanceof Long) {
            return localDateTime(value).atZone(ZoneOffset.UTC);
        }
        throw refused(Function.DATETIME, value);
    }

    private static DurationValue duration(Object value) {
        if (value instanceof DurationValue duration) {
            return duration;
        } else if (value instanceof String text) {
            return TemporalText.duration(text);
        } else if (value instanceof LocalTime time) {
            return new DurationValue(0, 0, time.toSecondOfDay(), time.getNano());
        } else if (value instanceof Long micros) {
            return EpochNumbers.duration(micros);
        }
        throw refused(Function.DURATION, value);
    }

    static Unconvertible refused(Function function, Object value) {
        return new Unconvertible(function.cypherName() + "() cannot take a " + ValueTypes.name(value));
    }

    static Unconvertible unreadable(Function function) {
        return new Unconvertible(function.cypherName() + "() cannot read the text that it was given");
    }
}
