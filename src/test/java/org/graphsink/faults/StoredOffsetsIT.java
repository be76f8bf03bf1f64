package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.P1;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.Records;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

@WithNeo4j
class StoredOffsetsIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private final Map<String, String> settings;
    private final Database database;

    StoredOffsetsIT(Neo4jServer neo4j, Driver driver) {
        this.settings = settings(neo4j.uri());
        this.database = new Database(driver);
    }

    @Test
    void theOffsetAfterThePollIsStoredPerPartition() {
        try (var task = RunningTask.start(settings).open(P0, P1)) {
            task.put(event(5), event(P1, 70, 1000, Map.of()), event(6));

            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 7L, "events-1", 71L));
            figures.assertWritten(database.events(), 5L, 6L, 1000L);
        }
    }

    @Test
    void theOffsetIsThatOfTheRecordBeforeItsTopicWasRenamed() {
        var original = new TopicPartition("shop.events.v1", 3);
        var renamed = new SinkRecord(
                "events",
                0,
                null,
                null,
                null,
                Map.of("id", 1),
                9,
                null,
                TimestampType.NO_TIMESTAMP_TYPE,
                null,
                original.topic(),
                original.partition(),
                41);
        try (var task = RunningTask.start(settings).open(original)) {
            task.put(renamed);
        }

        assertThat(database.offsets()).isEqualTo(Map.of("shop.events.v1-3", 42L));
        try (var next = RunningTask.start(settings).open(original)) {
            assertThat(next.context.sought).isEqualTo(Map.of(original, 42L));
        }
    }

    @Test
    void theOffsetsOfConnectorsAreApart() {
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(event(5));
        }
        try (var other = RunningTask.start(settings(settings.get("neo4j.uri"), "name", "other"))
                .open(P0)) {
            assertThat(other.context.sought).isEmpty();
        }
    }

    @Test
    void aTaskHasTheConsumerGoOnAtTheStoredOffsets() {
        try (var task = RunningTask.start(settings).open(P0, P1)) {
            task.put(event(5));
        }
        try (var next = RunningTask.start(settings).open(P0, P1)) {
            assertThat(next.context.sought).isEqualTo(Map.of(P0, 6L));
        }
    }

    @Test
    void aRecordWithNothingToWriteAdvancesTheOffset() {
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(Records.record(P0, 8, null));

            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 9L));
        }
    }

    @Test
    void aTaskWhosePartitionAnotherHasOpenedWritesNothing() {
        try (var zombie = RunningTask.start(settings).open(P0);
                var heir = RunningTask.start(settings)) {
            zombie.put(event(0));
            heir.open(P0);
            figures.injected(1);
            assertThat(heir.context.sought).isEqualTo(Map.of(P0, 1L));

            assertThatThrownBy(() -> zombie.put(event(1)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessage("Another task has taken over [events-0]; nothing was written. If two connectors of the"
                            + " same name write to this database, rename one of them");
            heir.put(event(2));
            assertThatThrownBy(() -> zombie.put(event(1))).isInstanceOf(RetriableException.class);
        }

        figures.assertWritten(database.events(), 0L, 2L);
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 3L));
    }

    @Test
    void aTaskIsFencedBeforeAnythingWasStored() {
        try (var zombie = RunningTask.start(settings).open(P0);
                var heir = RunningTask.start(settings).open(P0)) {
            assertThatThrownBy(() -> zombie.put(event(1))).isInstanceOf(RetriableException.class);
            heir.put(event(1));
            assertThatThrownBy(() -> zombie.put(event(1))).isInstanceOf(RetriableException.class);
        }

        figures.assertWritten(database.events(), 1L);
    }

    @Test
    void aTaskThatIsFencedInOnePartitionWritesNothingOfThePoll() {
        try (var zombie = RunningTask.start(settings).open(P0, P1);
                var heir = RunningTask.start(settings)) {
            heir.open(P1);
            figures.injected(1);
            assertThatThrownBy(() -> zombie.put(event(1), event(P1, 1, 2, Map.of())))
                    .isInstanceOf(RetriableException.class);
        }

        figures.assertWritten(database.events());
        assertThat(database.offsets()).isEmpty();
    }

    @Test
    void aTaskThatIsLeftItsPartitionClaimsItBackFromAFormerOwnerThatClaimedLate() {
        try (var log = LogCapture.info();
                var owner = RunningTask.start(settings).open(P0);
                var late = RunningTask.start(settings)) {
            owner.put(event(0));
            late.open(P0);
            figures.injected(1);
            late.put(event(1));

            owner.deliver(List.of(event(1)));
            assertThat(owner.context.sought).isEqualTo(Map.of(P0, 2L));
            owner.put(event(2));
            assertThatThrownBy(() -> late.put(event(2))).isInstanceOf(RetriableException.class);

            figures.assertWritten(database.events(), 0L, 1L, 2L);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 3L));
            assertThat(log.lines("Partition: events-0 is still assigned to this task, which claims it again"))
                    .hasSize(1);
        }
    }

    @Test
    void aStoredOffsetThatSomebodyHasRemovedIsSaidToBeGone() {
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(event(0));
            database.run("MATCH (o:__KafkaOffset) DELETE o");

            assertThatThrownBy(() -> task.put(event(1)))
                    .isNotInstanceOf(RetriableException.class)
                    .hasMessageContaining(
                            "the stored offsets of [events-0] are no longer in the database. Was it emptied?");
            figures.assertWritten(database.events(), 0L);
        }
    }

    @Test
    void aTaskGoesBackWithADatabaseThatWasPutBack() {
        try (var log = LogCapture.info();
                var task = RunningTask.start(settings).open(P0)) {
            task.put(events(0, 100));
            putBackToForty("o.offset = 40");

            task.put(events(100, 110));
            assertGoesOnAtForty(task);
            assertThat(log.lines("WARN"))
                    .containsExactly("WARN Partition: events-0 is stored up to 40 although 100 had been written: the"
                            + " database has been put back to an earlier state. The task goes back there too\n");
        }
    }

    @Test
    void aClaimWhoseOffsetIsGoneIsNotWrittenOver() {
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(events(0, 100));
            database.run("MATCH (o:__KafkaOffset {connector: 'faults'}) REMOVE o.offset");
            figures.injected(1);

            assertThatThrownBy(() -> task.put(events(100, 110)))
                    .isNotInstanceOf(RetriableException.class)
                    .hasMessageContaining("are no longer in the database");
            assertThat(database.offsets()).isEmpty();
            figures.assertWritten(
                    database.events(), LongStream.range(0, 100).boxed().toArray(Long[]::new));
        }
    }

    @Test
    void aTaskClaimsBackAPartitionOfADatabaseThatWasPutBackToTheTimeOfAnother() {
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(events(0, 100));
            putBackToForty("o.offset = 40, o.owner = 'former'");

            task.deliver(events(100, 110));
            assertGoesOnAtForty(task);
        }
    }

    /** To what it was when forty events had been written; the stored offset becomes what is set. */
    private void putBackToForty(String offset) {
        database.run("MATCH (e:Event) WHERE e.id >= 40 DELETE e");
        database.run("MATCH (o:__KafkaOffset {connector: 'faults'}) SET " + offset);
        figures.injected(1);
    }

    private void assertGoesOnAtForty(RunningTask task) {
        assertThat(task.context.sought).isEqualTo(Map.of(P0, 40L));
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 40L));
        task.put(events(40, 110));

        figures.assertWritten(
                database.events(), LongStream.range(0, 110).boxed().toArray(Long[]::new));
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 110L));
    }

    @Test
    void aTaskThatWasFencedGoesOnWithWhatItIsGivenNext() {
        try (var task = RunningTask.start(settings).open(P0);
                var heir = RunningTask.start(settings).open(P0)) {
            assertThatThrownBy(() -> task.put(event(0))).isInstanceOf(RetriableException.class);
            task.lose(P0);
            heir.put(event(0));
            heir.lose(P0);

            task.open(P0);
            task.put(event(1));
        }

        figures.assertWritten(database.events(), 0L, 1L);
    }

    @Test
    void aRestartedLogIsFollowedWithAWarning() {
        try (var log = LogCapture.info();
                var task = RunningTask.start(settings).open(P0)) {
            task.put(events(0, 100));
            database.takeEvents();

            task.put(event(0, Map.of("new", true)), event(1));
            task.put(event(2));

            figures.assertWritten(database.events(), 0L, 1L, 2L);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", 3L));
            assertThat(log.lines("WARN"))
                    .containsExactly("WARN Partition: events-0 has a record at offset 0 although everything before 100"
                            + " has been written: the log has been restarted, or offsets have been reset outside"
                            + " Graphsink. The record is applied and followed\n");
        }
        try (var next = RunningTask.start(settings).open(P0)) {
            assertThat(next.context.sought).isEqualTo(Map.of(P0, 3L));
        }
    }

    @Test
    void withoutOffsetLabelNothingIsStoredAndAPollIsWrittenAgain() {
        var atLeastOnce = settings(settings.get("neo4j.uri"), "neo4j.eos-offset-label", "");
        try (var task = RunningTask.start(atLeastOnce).open(P0)) {
            task.put(events(0, 3));
            database.takeEvents();
            task.put(events(0, 3));
        }
        try (var next = RunningTask.start(atLeastOnce).open(P0)) {
            assertThat(next.context.sought).isEmpty();
        }

        figures.assertWritten(database.events(), 0L, 1L, 2L);
        assertThat(database.number("MATCH (n) WHERE NOT n:Event AND NOT n:__GraphsinkSchema RETURN count(n)"))
                .isZero();
    }

    @Test
    void theLabelOfTheOffsetsIsTheConfiguredOneUnderAUniquenessConstraint() {
        try (var task = RunningTask.start(settings(settings.get("neo4j.uri"), "neo4j.eos-offset-label", "My `Offsets`"))
                .open(P0)) {
            task.put(event(0));
        }

        assertThat(database.number("MATCH (o:`My ``Offsets```) RETURN o.offset"))
                .isEqualTo(1);
        assertThat(database.number("SHOW CONSTRAINTS YIELD labelsOrTypes, properties"
                        + " WHERE labelsOrTypes = ['My `Offsets`'] AND properties = ['connector', 'partition', 'topic']"
                        + " RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void aBatchSizeCutsAPollIntoTransactionsInOrder() {
        var cut = settings(settings.get("neo4j.uri"), "neo4j.batch-size", "2");
        try (var task = RunningTask.start(cut).open(P0)) {
            task.put(List.of(
                    event(P0, 0, 1, Map.of("step", "a")),
                    event(P0, 1, 2, Map.of()),
                    event(P0, 2, 1, Map.of("step", "b")),
                    event(P0, 3, 1, Map.of("step", "c")),
                    event(P0, 4, 3, Map.of())));
        }

        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 5L));
        assertThat(database.number("MATCH (e:Event {id: 1, step: 'c'}) RETURN count(e)"))
                .isEqualTo(1);
    }
}
