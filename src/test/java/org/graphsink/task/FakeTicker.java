package org.graphsink.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.graphsink.store.Ticker;

/** Time that passes when a test says so, or somebody sleeps. */
final class FakeTicker implements Ticker, InstantSource {

    private Duration passed = Duration.ZERO;

    void pass(Duration time) {
        passed = passed.plus(time);
    }

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public void sleep(Duration time) {
        pass(time);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(passed);
    }
}
