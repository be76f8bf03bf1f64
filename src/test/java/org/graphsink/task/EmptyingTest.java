package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.FailureKind;
import org.graphsink.store.SourcePartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A truncate of more than one transaction can hold. */
class EmptyingTest {

    private static final SourcePartition E0 = new SourcePartition("events", 0);

    private final FakeTicker ticker = new FakeTicker();
    private final FakeDatabase database = new FakeDatabase(ticker);
    private final TaskFixture fixture = TaskFixture.over(database.of("me"), ticker);
    private final StartedTask task = fixture.task;

    @BeforeEach
    void open() {
        task.open(List.of(P0));
    }

    @Test
    void aLabelTooLargeForATransactionIsEmptiedInPartsAfterWhatCameBefore() {
        truncateHuge();

        task.put(List.of(event(0), truncate(1), event(2)));

        assertThat(database.large).isZero();
        assertThat(database.written).containsExactly("0", "truncate", "2");
        assertThat(database.offset(E0)).hasValue(3);
        assertThat(fixture.reported()).isEmpty();
    }

    @Test
    void partsThatAreTooLargeThemselvesAreMadeSmaller() {
        truncateHuge();
        database.part = 200;

        task.put(List.of(truncate(0)));

        assertThat(database.large).isZero();
        assertThat(database.written).containsExactly("truncate");
    }

    @Test
    void emptyingThatTakesTooLongGoesOnWhereItStopped() {
        truncateHuge();
        database.perPart = Duration.ofSeconds(100);
        var poll = List.of(truncate(0));

        assertThat(fixture.puts(poll)).isFalse();
        assertThat(database.large).isEqualTo(5_000);
        assertThat(database.offset(E0)).isEmpty();
        database.perPart = Duration.ofSeconds(1);
        assertThat(fixture.puts(poll)).isTrue();

        assertThat(database.offset(E0)).hasValue(1);
        assertThat(fixture.reported()).isEmpty();
    }

    @Test
    void aTaskThatLostItsPartitionEmptiesNothing() {
        truncateHuge();
        database.hasRoomFor(0, FailureKind.TOO_LARGE);
        var poll = List.of(truncate(0));
        database.onTransaction(() -> database.store(E0, "heir", 0));

        assertThatThrownBy(() -> task.put(poll)).hasMessageStartingWith("Another task has taken over [events-0]");

        assertThat(database.large).isEqualTo(25_000);
    }

    private void truncateHuge() {
        database.large = 25_000;
        fixture.truncating = "truncate"::equals;
    }

    private static SinkRecord truncate(long offset) {
        return event(P0, offset, "truncate", Map.of());
    }
}
