package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.support.LogCapture;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Failed AWAY = Failed.of(FailureKind.OUTAGE, "Connection refused");
    private static final String CANNOT_WRITE = "Neo4j cannot write (Connection refused)";
    private static final String FENCED = "Another task has taken over";
    private static final Failed TAKEN = Failed.of(FailureKind.FENCED, FENCED);

    private final TaskContext context = TaskContext.tolerant();
    private final Outage outage = new Outage(context, Optional.empty(), this::now);
    private Instant now = Instant.EPOCH;

    private Instant now() {
        return now;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aPollIsDeliveredAgainEverMoreSlowlyUpToEveryHalfMinute() {
        for (int i = 0; i < 9; i++) {
            assertAgain(outage.delay(AWAY), CANNOT_WRITE);
        }

        assertThat(context.timeouts).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    }

    @Test
    void withoutLimitAnOutageMayLastForEver() {
        outage.delay(AWAY);
        pass(Duration.ofDays(365));

        assertAgain(outage.delay(AWAY), CANNOT_WRITE);
    }

    @Test
    void withALimitTheTaskFailsWhenTheOutageHasLastedSoLong() {
        var limited = new Outage(context, Optional.of(Duration.ofMinutes(10)), this::now);
        assertAgain(limited.delay(AWAY), CANNOT_WRITE);
        pass(Duration.ofMinutes(10).minusMillis(1));
        assertAgain(limited.delay(AWAY), CANNOT_WRITE);
        pass(Duration.ofMillis(1));

        assertFails(limited.delay(AWAY), CANNOT_WRITE + ", for 600 s now (neo4j.outage-timeout)");
        assertThat(context.timeouts).containsExactly(500L, 1000L);
    }

    @Test
    void aTaskThatIsRefusedForAMinuteFails() {
        assertAgain(outage.delay(TAKEN), FENCED);
        pass(Duration.ofSeconds(59));
        assertAgain(outage.delay(TAKEN), FENCED);
        pass(Duration.ofSeconds(1));

        assertFails(outage.delay(TAKEN), FENCED + ", for 60 s now");
    }

    @Test
    void theLimitOfOutagesIsNotThatOfARefusal() {
        var limited = new Outage(context, Optional.of(Duration.ofSeconds(1)), this::now);
        limited.delay(TAKEN);
        pass(Duration.ofSeconds(59));

        assertAgain(limited.delay(TAKEN), FENCED);
    }

    @Test
    void aRefusalAfterAnOutageCountsFromItsOwnBeginning() {
        outage.delay(AWAY);
        outage.delay(AWAY);
        pass(Duration.ofHours(1));

        assertAgain(outage.delay(TAKEN), FENCED);
        pass(Duration.ofSeconds(59));
        assertAgain(outage.delay(TAKEN), FENCED);
        assertThat(context.timeouts).containsExactly(500L, 1000L, 500L, 1000L);
    }

    @Test
    void anOutageAfterARefusalCountsFromItsOwnBeginning() {
        var limited = new Outage(context, Optional.of(Duration.ofSeconds(10)), this::now);
        limited.delay(TAKEN);
        pass(Duration.ofSeconds(30));

        assertAgain(limited.delay(AWAY), CANNOT_WRITE);
        assertThat(limited.isFencedFor(Duration.ZERO)).isFalse();
        assertThat(context.timeouts).containsExactly(500L, 500L);
    }

    @Test
    void aSecondOutageCountsFromItsOwnBeginning() {
        var limited = new Outage(context, Optional.of(Duration.ofSeconds(10)), this::now);
        limited.delay(AWAY);
        pass(Duration.ofSeconds(9));
        limited.over();
        pass(Duration.ofSeconds(9));

        assertAgain(limited.delay(AWAY), CANNOT_WRITE);
        assertThat(context.timeouts).containsExactly(500L, 500L);
    }

    @Test
    void anOutageWhosePollIsGoneIsForgotten() {
        var limited = new Outage(context, Optional.of(Duration.ofSeconds(10)), this::now);
        limited.delay(AWAY);
        limited.pollGone();
        pass(Duration.ofSeconds(10));

        assertAgain(limited.delay(AWAY), CANNOT_WRITE);
    }

    @Test
    void itIsKnownHowLongATaskHasBeenRefused() {
        assertThat(outage.isFencedFor(Duration.ZERO)).isFalse();
        outage.delay(TAKEN);
        pass(Duration.ofMillis(4999));
        assertThat(outage.isFencedFor(Duration.ofSeconds(5))).isFalse();
        pass(Duration.ofMillis(1));

        assertThat(outage.isFencedFor(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void anOutageIsSaidOnceAndSoIsItsEnd() {
        try (var log = LogCapture.info()) {
            outage.delay(AWAY);
            outage.delay(AWAY);
            pass(Duration.ofSeconds(75));
            outage.over();
            outage.over();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN Outage: Neo4j cannot write (Connection refused). The poll is kept and tried again until"
                                    + " it is written\n",
                            "INFO Outage: Neo4j writes again after 75 s\n");
        }
    }

    @Test
    void aTaskThatHasClaimedItsPartitionsBackSaysSo() {
        try (var log = LogCapture.info()) {
            outage.delay(TAKEN);
            pass(Duration.ofSeconds(6));
            outage.over();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN Outage: " + FENCED
                                    + ". The poll is kept and tried again until it is taken away or written\n",
                            "INFO Outage: Written after 6 s: the partitions are still this task's\n");
        }
    }

    @Test
    void aPollThatHasGoneIsSaidOnce() {
        try (var log = LogCapture.info()) {
            outage.delay(TAKEN);
            outage.pollGone();
            outage.pollGone();
            outage.over();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN Outage: " + FENCED
                                    + ". The poll is kept and tried again until it is taken away or written\n",
                            "INFO Outage: The poll that could not be written has gone to another task\n");
        }
    }

    private static void assertAgain(RuntimeException answer, String message) {
        assertThat(answer).isInstanceOf(RetriableException.class).hasMessage(message);
    }

    private static void assertFails(RuntimeException answer, String message) {
        assertThat(answer)
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasMessage(message);
    }
}
