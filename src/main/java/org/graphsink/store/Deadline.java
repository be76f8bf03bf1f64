package org.graphsink.store;

import java.time.Duration;

/** When waiting has to end. Safe for use by several threads. */
public final class Deadline {

    private final Duration limit;
    private final Ticker ticker;
    private final long end;

    private Deadline(Duration limit, Ticker ticker) {
        this.limit = limit;
        this.ticker = ticker;
        this.end = ticker.nanos() + limit.toNanos();
    }

    public static Deadline in(Duration limit) {
        return in(limit, Ticker.SYSTEM);
    }

    public static Deadline in(Duration limit, Ticker ticker) {
        return new Deadline(limit, ticker);
    }

    /** Whichever is sooner: this one, or that in so long from now. */
    public Deadline atMost(Duration longest) {
        return longest.compareTo(left()) < 0 ? in(longest, ticker) : this;
    }

    /** How long it was when it began. */
    public Duration limit() {
        return limit;
    }

    /** Never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - ticker.nanos()));
    }

    public boolean isOver() {
        return end - ticker.nanos() <= 0;
    }

    /**
     * Waits, unless time would be up before that or the thread is interrupted, which it stays.
     *
     * @return whether it has waited
     */
    public boolean pause(Duration pause) {
        if (left().compareTo(pause) < 0) {
            return false;
        }
        try {
            ticker.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
