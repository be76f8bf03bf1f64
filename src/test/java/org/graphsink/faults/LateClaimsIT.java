package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.P1;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** A partition that is assigned while the database is away is claimed later, when records of it are at hand. */
@WithNeo4j
class LateClaimsIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    @Test
    void recordsAtHandAreReadAgainWhenTheirPartitionIsClaimedAlongWithAnother(Neo4jServer neo4j, Driver driver) {
        var database = new Database(driver);
        try (var task = RunningTask.start(settings(neo4j.uri())).open(P0)) {
            task.put(events(0, 50));
        }
        database.takeEvents();
        try (var log = LogCapture.info();
                var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri(), "neo4j.max-retry-time", "0s"))) {
            proxy.faults(message -> Fault.CLOSE_BEFORE);
            task.open(P0);
            figures.injected(1);
            var atHand = events(20, 100);
            assertThatThrownBy(() -> task.put(atHand)).isInstanceOf(RetriableException.class);

            proxy.healthy();
            task.open(P1);
            assertThat(task.context.sought).isEqualTo(Map.of(P0, 50L));
            task.put(atHand);
            assertThat(database.events()).isEmpty();
            task.put(events(50, 100));

            assertThat(log.lines("restarted")).isEmpty();
        }

        figures.assertWritten(
                database.events(), LongStream.range(50, 100).boxed().toArray(Long[]::new));
        assertThat(database.offsets()).isEqualTo(Map.of("events-0", 100L));
    }
}
