package org.graphsink.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time that passes. */
public interface Ticker {

    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    };

    /** Counted from any moment, as {@link System#nanoTime()} does. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;
}
