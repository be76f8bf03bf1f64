package org.graphsink.value.connect;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.DurationValue;
import org.graphsink.value.NamedOffsets;
import org.graphsink.value.TimeOfDay;

/**
 * The structs of {@code time.precision.mode=structured}, {@code io.debezium.time.Structured*}: one number per calendar
 * field, or a {@code specialValue} for PostgreSQL's infinities.
 */
final class StructuredTemporals {

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private StructuredTemporals() {}

    static LocalDate date(Struct value) {
        String special = special(value);
        if (special != null) {
            return special.startsWith("NEG") ? Temporals.FIRST_DATE : Temporals.LAST_DATE;
        }
        return LocalDate.of(number(value, "year"), number(value, "month"), number(value, "day"));
    }

    static LocalDateTime timestamp(Struct value) {
        String special = special(value);
        if (special != null) {
            return special.startsWith("NEG") ? Temporals.FIRST_TIMESTAMP : Temporals.LAST_TIMESTAMP;
        }
        return LocalDateTime.of(
                date(value),
                LocalTime.of(
                        number(value, "hour"),
                        number(value, "minute"),
                        number(value, "second"),
                        number(value, "nanos")));
    }

    static ZonedDateTime zonedTimestamp(Struct value) {
        var local = timestamp(value);
        if (special(value) != null) {
            return local.atZone(ZoneOffset.UTC);
        }
        var offset = offset(value);
        var zone = get(value, "zoneId");
        return NamedOffsets.without(
                ZonedDateTime.ofLocal(local, zone == null ? offset : ZoneId.of((String) zone), offset));
    }

    static Object time(Struct value) {
        return TimeOfDay.of(secondOfDay(value), number(value, "nanos"));
    }

    static Object zonedTime(Struct value) {
        return time(value) instanceof LocalTime time
                ? OffsetTime.of(time, offset(value))
                : new DurationValue(0, 0, secondOfDay(value), number(value, "nanos"));
    }

    static DurationValue duration(Struct value) {
        long seconds = Math.addExact(
                3600L * number(value, "hours") + 60L * number(value, "minutes"), integer(value, "seconds"));
        int nanos = number(value, "nanos");
        return new DurationValue(
                12L * number(value, "years") + number(value, "months"),
                number(value, "days"),
                Math.addExact(seconds, Math.floorDiv(nanos, NANOS_PER_SECOND)),
                Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    private static long secondOfDay(Struct value) {
        return 3600L * number(value, "hour") + 60L * number(value, "minute") + number(value, "second");
    }

    private static ZoneOffset offset(Struct value) {
        return ZoneOffset.ofTotalSeconds(number(value, "offsetSeconds"));
    }

    private static String special(Struct value) {
        return (String) get(value, "specialValue");
    }

    private static int number(Struct value, String field) {
        return Math.toIntExact(integer(value, field));
    }

    private static long integer(Struct value, String field) {
        return get(value, field) instanceof Number number ? number.longValue() : 0;
    }

    private static Object get(Struct value, String name) {
        var field = value.schema().field(name);
        return field == null ? null : value.get(field);
    }
}
