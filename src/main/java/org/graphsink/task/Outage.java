package org.graphsink.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.store.Backoff;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time during which nothing can be written: says so once, waits longer and longer, and says when it is over. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** A task that keeps being refused though the group coordinator leaves it its partitions has a rival of its name. */
    private static final Duration FENCED_LIMIT = Duration.ofMinutes(1);

    private final SinkTaskContext context;
    private final Optional<Duration> limit;
    private final InstantSource clock;
    private Instant since;
    private FailureKind kind;
    private Backoff delays;

    Outage(SinkTaskContext context, Optional<Duration> limit) {
        this(context, limit, InstantSource.system());
    }

    Outage(SinkTaskContext context, Optional<Duration> limit, InstantSource clock) {
        this.context = context;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * @return what to throw so that Connect delivers the poll again later, or gives up where the limit says so. To a task
     *     that is fenced the group coordinator usually tells at its next poll that the partition is no longer its own, which
     *     takes the poll away; only a task that is never told fails
     */
    RuntimeException delay(Failed failed) {
        var what = FailureText.ofWait(failed);
        boolean fenced = failed.kind() == FailureKind.FENCED;
        var now = clock.instant();
        if (since == null || isFenced() != fenced) {
            since = now;
            delays = new Backoff(FIRST_DELAY, LONGEST_DELAY);
            LOG.warn(
                    "{}. The poll is kept and tried again until it is {}",
                    what,
                    fenced ? "taken away or written" : "written");
        }
        kind = failed.kind();
        LOG.debug("Not written: {}", what);
        var lasted = Duration.between(since, now);
        var longest = fenced ? Optional.of(FENCED_LIMIT) : limit;
        if (longest.isPresent() && lasted.compareTo(longest.get()) >= 0) {
            return new ConnectException(
                    what + ", for " + lasted.toSeconds() + " s now" + (fenced ? "" : " (neo4j.outage-timeout)"));
        }
        context.timeout(delays.next().toMillis());
        return new RetriableException(what, failed.cause().orElse(null));
    }

    private boolean isFenced() {
        return kind == FailureKind.FENCED;
    }

    /** Whether this task has been refused as one that lost its partitions for so long. */
    boolean isFencedFor(Duration time) {
        return since != null
                && isFenced()
                && Duration.between(since, clock.instant()).compareTo(time) >= 0;
    }

    void over() {
        if (since != null) {
            LOG.info(
                    switch (kind) {
                        case FENCED -> "Written after {} s: the partitions are still this task's";
                        case UNREPORTED -> "Written after {} s: the report has arrived";
                        default -> "Neo4j writes again after {} s";
                    },
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
