package org.graphsink.value;

import java.time.LocalTime;

/** Times since midnight, of which some databases have more than a day's. */
public final class TimeOfDay {

    private static final long SECONDS_PER_DAY = 86_400;

    /** 24:00, which is no time of day to Neo4j. */
    public static final DurationValue END = new DurationValue(0, 0, SECONDS_PER_DAY, 0);

    private TimeOfDay() {}

    /**
     * @param nanos of the second
     * @return a {@link LocalTime}, or a {@link DurationValue} where the time is not within one day
     */
    public static Object of(long seconds, int nanos) {
        return seconds >= 0 && seconds < SECONDS_PER_DAY
                ? LocalTime.ofNanoOfDay(seconds * 1_000_000_000 + nanos)
                : new DurationValue(0, 0, seconds, nanos);
    }
}
