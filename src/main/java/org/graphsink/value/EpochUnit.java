package org.graphsink.value;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The units in which times are counted: from 1970-01-01T00:00, from midnight, or from nothing. */
public enum EpochUnit {
    MILLIS(1_000),
    MICROS(1_000_000),
    NANOS(1_000_000_000);

    private final long perSecond;
    private final int nanoseconds;

    EpochUnit(int perSecond) {
        this.perSecond = perSecond;
        this.nanoseconds = 1_000_000_000 / perSecond;
    }

    /** A timestamp without zone, counted from 1970-01-01T00:00. */
    public LocalDateTime timestamp(long count) {
        return LocalDateTime.ofEpochSecond(seconds(count), nanosOfSecond(count), ZoneOffset.UTC);
    }

    /** As {@link TimeOfDay#of}, counted from midnight. */
    public Object timeOfDay(long count) {
        return TimeOfDay.of(seconds(count), nanosOfSecond(count));
    }

    public DurationValue duration(long count) {
        return new DurationValue(0, 0, seconds(count), nanosOfSecond(count));
    }

    private long seconds(long count) {
        return Math.floorDiv(count, perSecond);
    }

    private int nanosOfSecond(long count) {
        return (int) Math.floorMod(count, perSecond) * nanoseconds;
    }
}
