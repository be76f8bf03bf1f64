package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.RunningTask.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.Neo4jSinkConnector;
import org.graphsink.support.Database;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** Something in the database stands against the nodes of the stored offsets. */
@WithNeo4j
class OffsetNodesIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private final Neo4jServer neo4j;
    private final Database database;

    OffsetNodesIT(Neo4jServer neo4j, Driver driver) {
        this.neo4j = neo4j;
        this.database = new Database(driver);
    }

    @Test
    void aDatabaseThatRefusesWhatHoldsNothingOfARecordIsAnOutage() {
        database.run("CREATE CONSTRAINT strange FOR (o:__KafkaOffset) REQUIRE o.offset IS UNIQUE");
        database.run("CREATE (:__KafkaOffset {connector: 'strange', topic: 'x', partition: 0, offset: 1})");
        try (var task = RunningTask.start(settings(neo4j.uri())).open(P0)) {
            figures.injected(1);
            assertThatThrownBy(() -> task.put(event(0)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessage("Neo4j cannot write (Neo4j refuses every transaction"
                            + " (Neo.ClientError.Schema.ConstraintValidationFailed); see the server's log, and the"
                            + " constraints on the label of neo4j.eos-offset-label)");
            assertThat(task.reported()).isEmpty();

            database.run("DROP CONSTRAINT strange");
            task.deliver(List.of(event(0)));
            assertThat(task.reported()).isEmpty();
        }

        figures.assertWritten(database.events(), 0L);
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 1L));
    }

    @Test
    void withoutStoredOffsetsARefusedRecordIsReportedAlone() {
        database.run("CREATE CONSTRAINT email FOR (e:Event) REQUIRE e.email IS UNIQUE");
        database.run("CREATE (:Event {id: -1, email: 'a'})");
        try (var task = RunningTask.start(settings(neo4j.uri(), "neo4j.eos-offset-label", ""))
                .open(P0)) {
            figures.injected(1);
            task.put(event(0), event(1, Map.of("email", "a")), event(2));

            assertThat(task.reported()).containsExactly("events-0@1");
        }

        figures.assertWritten(database.events(), -1L, 0L, 2L);
    }

    @Test
    void withoutStoredOffsetsAServerThatRefusesEverythingIsAnOutage() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.eos-offset-label", ""))
                        .open(P0)) {
            proxy.refuse(statement -> true, "Neo.ClientError.Schema.ConstraintValidationFailed");
            assertThatThrownBy(() -> task.put(event(0)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessage("Neo4j cannot write (Neo4j refuses every transaction"
                            + " (Neo.ClientError.Schema.ConstraintValidationFailed); see the server's log, and the"
                            + " constraints on the label of neo4j.eos-offset-label)");
            proxy.injected().values().forEach(figures::injected);

            proxy.healthy();
            task.deliver(List.of(event(0)));
            figures.assertReported(task.reported());
        }

        figures.assertWritten(database.events(), 0L);
    }

    @Test
    void aResetOfOnePartitionLeavesTheOthersAsTheyAre() {
        database.run("UNWIND ['faults', 'other'] AS connector UNWIND [0, 1] AS partition CREATE (:__KafkaOffset"
                + " {connector: connector, topic: 'events', partition: partition, offset: 5})");
        var reset = new HashMap<TopicPartition, Long>();
        reset.put(P0, null);

        new Neo4jSinkConnector().alterOffsets(settings(neo4j.uri()), reset);

        assertThat(database.offsets()).isEqualTo(Map.of("events-1", 5L));
        assertThat(database.number("MATCH (o:__KafkaOffset {connector: 'other'}) RETURN count(o)"))
                .isEqualTo(2);
    }

    @Test
    void aResetOfAGroupWithoutOffsetsForgetsAllOfTheConnector() {
        database.run("UNWIND ['faults', 'other'] AS connector CREATE (:__KafkaOffset"
                + " {connector: connector, topic: 'events', partition: 0, offset: 5})");

        new Neo4jSinkConnector().alterOffsets(settings(neo4j.uri()), Map.of());

        assertThat(database.offsets()).isEmpty();
        assertThat(database.number("MATCH (o:__KafkaOffset {connector: 'other'}) RETURN count(o)"))
                .isEqualTo(1);
    }

    @Test
    void onePartitionThatIsSetLeavesTheOthersAsTheyAre() {
        database.run("UNWIND [0, 1] AS partition CREATE (:__KafkaOffset"
                + " {connector: 'faults', topic: 'events', partition: partition, offset: 5})");

        new Neo4jSinkConnector().alterOffsets(settings(neo4j.uri()), Map.of(P0, 3L));

        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 3L, "events-1", 5L));
    }

    @Test
    void twoNodesForOnePartitionFailTheTaskInsteadOfLendingTheirOffsetsToOthers() {
        database.run("UNWIND [3, 9] AS offset CREATE (:__KafkaOffset"
                + " {connector: 'faults', topic: 'events', partition: 0, offset: offset})");
        try (var task = RunningTask.start(settings(neo4j.uri(), "neo4j.schema", "none"))) {
            figures.injected(1);
            assertThatThrownBy(() -> task.open(P0))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage("The stored offsets cannot be read: Several nodes of the label __KafkaOffset hold the"
                            + " offset of events-0: delete all but one, and let neo4j.schema=create make their"
                            + " constraint");
        }
    }
}
