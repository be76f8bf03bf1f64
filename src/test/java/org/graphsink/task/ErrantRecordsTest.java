package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.store.Deadline;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.Test;

class ErrantRecordsTest {

    private final SinkRecord record = new SinkRecord("orders", 0, null, null, null, Map.of(), 7);
    private final DataException failure = new DataException("The record orders-0@7 cannot be written");

    @Test
    void whereErrorsAreLoggedAndNotToleratedTheFailureItselfIsThrown() {
        var errants = errants((reported, error) -> {
            throw new ConnectException("Tolerance exceeded in error handler", error);
        });

        assertThatThrownBy(() -> errants.report(record, failure, Deadline.in(Duration.ofMinutes(1))))
                .isSameAs(failure);
    }

    @Test
    void whereTheReportItselfFailsThatIsThrown() {
        var down = new ConnectException("the queue is down");
        var errants = errants((reported, error) -> {
            throw down;
        });

        assertThatThrownBy(() -> errants.report(record, failure, Deadline.in(Duration.ofMinutes(1))))
                .isSameAs(down);
    }

    @Test
    void aReportThatTheQueueRefusesFailsTheTaskAndSaysWhere() {
        var refusal = new RecordTooLargeException("too large");
        var errants = errants((reported, error) -> CompletableFuture.failedFuture(refusal));

        assertThatThrownBy(() -> errants.report(record, failure, Deadline.in(Duration.ofMinutes(1))))
                .isInstanceOf(ConnectException.class)
                .hasMessage("The record orders-0@7 could not be reported; see to the topic of"
                        + " errors.deadletterqueue.topic.name")
                .hasCause(refusal);
    }

    @Test
    void aReportThatDidNotArriveIsMadeAgainAndOneThatDidIsNot() {
        var calls = new AtomicInteger();
        var errants = errants((reported, error) -> {
            if (calls.incrementAndGet() == 1) {
                throw new InterruptException("waiting for metadata");
            }
            return CompletableFuture.completedFuture(null);
        });

        assertThatThrownBy(() -> errants.report(record, failure, Deadline.in(Duration.ofMinutes(1))))
                .isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        errants.report(record, failure, Deadline.in(Duration.ofMinutes(1)));
        errants.report(record, failure, Deadline.in(Duration.ofMinutes(1)));

        assertThat(calls).hasValue(2);
    }

    @Test
    void withoutAReporterTheFailureIsThrown() {
        assertThatThrownBy(() -> errants(null).report(record, failure, Deadline.in(Duration.ofMinutes(1))))
                .isSameAs(failure);
    }

    private static ErrantRecords errants(ErrantRecordReporter reporter) {
        return ErrantRecords.of(TaskContext.reportingTo(reporter), new SinkCounters("shop"));
    }
}
