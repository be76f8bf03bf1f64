package org.graphsink.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Ever longer waits between attempts of one thing. */
public final class Backoff {

    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** Twice the one before, up to the longest. */
    public Duration next() {
        var now = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }

    /** Between half of what is next and half as much again, so that those who got in each other's way do not meet again. */
    public Duration nextAtRandom() {
        long nanos = next().toNanos();
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos));
    }
}
