package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.RunningTask.settings;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.Records;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** Records give the label by which their nodes are found, so that its constraint is made when it is met. */
@WithNeo4j
class OpenLabelIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static final String[] PATTERN = {"neo4j.pattern.topic.events", "(:$(kind):Event {!id})"};

    private final Neo4jServer neo4j;
    private final Map<String, String> settings;
    private final Database database;

    OpenLabelIT(Neo4jServer neo4j, Driver driver) {
        this.neo4j = neo4j;
        this.settings = settings(neo4j.uri(), PATTERN);
        this.database = new Database(driver);
    }

    @Test
    void aLabelThatCannotHaveItsConstraintIsItsRecordsFailureAlone() {
        database.run("UNWIND [1, 1] AS id CREATE (:Twin {id: id})");
        try (var log = LogCapture.everything();
                var task = RunningTask.start(settings).open(P0)) {
            figures.injected(2);
            task.put(event(0, "Twin"), event(1, "Single"), event(2, "Twin"), event(3, "Single"));

            assertThat(task.reported()).containsExactly("events-0@0", "events-0@2");
            assertThat(task.messages())
                    .allMatch(message -> message.matches("The record events-0@[02] cannot be written: the uniqueness"
                            + " constraint on \\[id] of a label that records name cannot be created: 2 nodes share 1"
                            + " value of it, for example \\(by element id\\) \\S+ = \\S+\\. Merge or delete them and"
                            + " send the record again"));
            assertThat(log.lines("Twin")).isEmpty();
        }

        figures.assertWritten(database.events(), 1L, 3L);
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 4L));
    }

    @Test
    void aServerThatFailsToMakeAConstraintIsNoFailureOfTheRecord() {
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), PATTERN)).open(P0)) {
            proxy.refuse(
                    statement -> statement.startsWith("CREATE CONSTRAINT"),
                    "Neo.DatabaseError.Schema.ConstraintCreationFailed");
            assertThatThrownBy(() -> task.put(event(0, "New"))).isInstanceOf(RetriableException.class);
            proxy.injected().values().forEach(figures::injected);

            proxy.healthy();
            task.deliver(List.of(event(0, "New")));
            figures.assertReported(task.reported());
        }

        figures.assertWritten(database.events(), 0L);
    }

    @Test
    void theConstraintOfALabelIsMadeWhenARecordNamesIt() {
        try (var task = RunningTask.start(settings).open(P0)) {
            task.put(event(0, "Odd `Label`"));
        }

        assertThat(database.number("SHOW CONSTRAINTS YIELD labelsOrTypes, properties"
                        + " WHERE labelsOrTypes = ['Odd `Label`'] AND properties = ['id'] RETURN count(*)"))
                .isEqualTo(1);
        figures.assertWritten(database.events(), 0L);
    }

    private static SinkRecord event(long offset, String kind) {
        return Records.record(P0, offset, Map.of("id", offset, "kind", kind));
    }
}
