package org.graphsink.mapping.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;
import org.graphsink.pattern.Function;
import org.graphsink.value.DurationText;
import org.graphsink.value.DurationValue;
import org.graphsink.value.NamedOffsets;

/**
 * ISO 8601 text as temporal values, in the spellings that databases write: a blank or a {@code T} between date and time,
 * offsets of hours alone, a zone name in brackets, a date of eight digits.
 */
final class TemporalText {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXXXX][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXXXX][XXX][XX][X]['['VV']']")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BASIC_DATE = Pattern.compile("[0-9]{8}");

    /** Cypher takes no parts of nanoseconds. */
    private static final Pattern TOO_FINE = Pattern.compile("[.,]\\d{10}");

    private TemporalText() {}

    static LocalDate date(String text) {
        return read(Function.DATE, text, trimmed -> LocalDate.from(parse(trimmed)));
    }

    static LocalTime localTime(String text) {
        return read(Function.LOCAL_TIME, text, trimmed -> LocalTime.from(timeOrMore(trimmed)));
    }

    static OffsetTime time(String text) {
        return read(Function.TIME, text, trimmed -> {
            var parsed = timeOrMore(trimmed);
            var offset = parsed.query(TemporalQueries.offset());
            return LocalTime.from(parsed).atOffset(offset == null ? ZoneOffset.UTC : offset);
        });
    }

    static LocalDateTime localDateTime(String text) {
        return read(Function.LOCAL_DATETIME, text, trimmed -> localDateTime(parse(trimmed)));
    }

    static ZonedDateTime dateTime(String text) {
        return read(Function.DATETIME, text, trimmed -> {
            var parsed = parse(trimmed);
            var zone = parsed.query(TemporalQueries.zone());
            var offset = parsed.query(TemporalQueries.offset());
            var dateTime = ZonedDateTime.ofLocal(localDateTime(parsed), zone == null ? ZoneOffset.UTC : zone, offset);
            if (offset != null && !offset.equals(dateTime.getOffset())) {
                throw new DateTimeException("the zone never has this offset then");
            }
            return NamedOffsets.without(dateTime);
        });
    }

    private static LocalDateTime localDateTime(TemporalAccessor parsed) {
        var time = parsed.query(TemporalQueries.localTime());
        var date = LocalDate.from(parsed);
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    private static TemporalAccessor timeOrMore(String text) {
        return text.length() > 10 && text.charAt(4) == '-' ? ANY.parse(text) : TIME.parse(text);
    }

    static DurationValue duration(String text) {
        return read(Function.DURATION, text, trimmed -> {
            if (trimmed.length() < 3
                    || trimmed.endsWith("T")
                    || TOO_FINE.matcher(trimmed).find()) {
                throw new DateTimeException("not a duration of Cypher");
            }
            return DurationText.parse(trimmed);
        });
    }

    private static TemporalAccessor parse(String text) {
        return (isBasicDate(text) ? DateTimeFormatter.BASIC_ISO_DATE : ANY).parse(text);
    }

    /** Whether a text is a date of eight digits. */
    static boolean isBasicDate(String text) {
        return BASIC_DATE.matcher(text).matches();
    }

    private static <T> T read(Function function, String text, java.util.function.Function<String, T> reading) {
        try {
            return reading.apply(text.strip());
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw Functions.unreadable(function);
        }
    }
}
