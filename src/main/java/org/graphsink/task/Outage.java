package org.graphsink.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.neo4j.FailureAdvice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time during which nothing can be written: says so once, waits longer and longer, and says when it is over. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** A task that keeps being refused though the group coordinator leaves it its partitions has a rival of its name. */
    private static final Duration FENCED_LIMIT = Duration.ofMinutes(1);

    private static final String GONE = "taken away or written";

    private final SinkTaskContext context;
    private final Optional<Duration> limit;
    private final InstantSource clock;
    private Instant since;
    private Duration delay;
    private boolean fenced;

    Outage(SinkTaskContext context, Optional<Duration> limit) {
        this(context, limit, InstantSource.system());
    }

    Outage(SinkTaskContext context, Optional<Duration> limit, InstantSource clock) {
        this.context = context;
        this.limit = limit;
        this.clock = clock;
    }

    /** What to throw so that Connect delivers the poll again later, or gives up where the limit says so. */
    RuntimeException began(RuntimeException failure) {
        return wait("Neo4j cannot write (" + FailureAdvice.of(failure) + ")", limit, false, " (neo4j.outage-timeout)");
    }

    /**
     * The group coordinator usually tells this task at its next poll that the partition is no longer its own, which takes
     * the poll away. Only a task that is never told fails.
     */
    RuntimeException fenced(RuntimeException failure) {
        return wait(failure.getMessage(), Optional.of(FENCED_LIMIT), true, "");
    }

    private RuntimeException wait(String what, Optional<Duration> longest, boolean isFenced, String setting) {
        var now = clock.instant();
        if (since == null || fenced != isFenced) {
            since = now;
            delay = FIRST_DELAY;
            fenced = isFenced;
            LOG.warn("{}. The poll is kept and tried again until it is {}", what, fenced ? GONE : "written");
        }
        LOG.debug("Not written: {}", what);
        var lasted = Duration.between(since, now);
        if (longest.isPresent() && lasted.compareTo(longest.get()) >= 0) {
            return new ConnectException(what + ", for " + lasted.toSeconds() + " s now" + setting);
        }
        context.timeout(delay.toMillis());
        delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay.multipliedBy(2);
        return new RetriableException(what);
    }

    /** Whether this task has been refused as one that lost its partitions for so long. */
    boolean isFencedFor(Duration time) {
        return since != null
                && fenced
                && Duration.between(since, clock.instant()).compareTo(time) >= 0;
    }

    void over() {
        if (since != null) {
            LOG.info(
                    fenced
                            ? "Written after {} s: the partitions are still this task's"
                            : "Neo4j writes again after {} s",
                    Duration.between(since, clock.instant()).toSeconds());
            since = null;
        }
    }

    /** The poll that could not be written is not delivered again: its partitions are another task's. */
    void pollGone() {
        if (since != null) {
            LOG.info("The poll that could not be written has gone to another task");
            since = null;
        }
    }
}
