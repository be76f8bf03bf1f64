package org.graphsink.value;

/**
 * A Neo4j DURATION: four components that do not convert into each other.
 *
 * @param nanoseconds within a second, 0 to 999,999,999
 */
public record DurationValue(long months, long days, long seconds, int nanoseconds) {
    public DurationValue {
        if (nanoseconds < 0 || nanoseconds > 999_999_999) {
            throw new IllegalArgumentException("Nanoseconds of a second out of range");
        }
    }
}
