package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.Records.events;
import static org.graphsink.support.RunningTask.settings;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address of the scheme {@code neo4j}: the driver asks the server where to write, and asks again every second. */
class RoutingIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static Neo4jServer neo4j;
    private static Database database;

    private FaultyProxy proxy;
    private Map<String, String> routed;

    @BeforeAll
    static void start() {
        neo4j = Neo4jServer.start(Neo4jOptions.defaults().setting("dbms.routing_ttl", "1s"));
        database = new Database(neo4j.driver());
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @BeforeEach
    void connect() {
        neo4j.clear();
        proxy = FaultyProxy.to(neo4j);
        routed = settings("neo4j://" + proxy.uri().getAuthority(), "neo4j.max-retry-time", "0s");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void aPollIsKeptWhileTheServerIsAwayAndWrittenWhenItIsBack() {
        try (var log = LogCapture.info();
                var task = RunningTask.start(routed).open(P0);
                var appearances = Appearances.watch(database.driver())) {
            long next = writtenUntilRoutedAgain(task);
            figures.injected(1);
            neo4j.process().kill();
            var poll = events(next, next + 50);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> task.put(poll)).isInstanceOf(RetriableException.class);
            }
            assertThatThrownBy(() -> task.put(poll))
                    .isInstanceOf(RetriableException.class)
                    .hasMessage("Neo4j cannot write (Could not perform discovery for database '<default database>'. No"
                            + " routing server available.)");
            neo4j.startAgain();

            task.deliver(poll);
            task.put(event(next + 50));

            var counted = appearances.counted();
            figures.counted(counted, next + 51, task.reported().size());
            assertThat(counted).isEqualTo(new Appearances.Counted(next + 51, Map.of()));
            assertThat(task.reported()).isEmpty();
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", next + 51));
            assertThat(log.lines("Outage")).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"})
    void aServerThatNoLongerLeadsIsLeftForTheOneThatTheRoutingTableNames(String code) {
        try (var task = RunningTask.start(routed).open(P0)) {
            task.put(event(0));
            int routes = proxy.count(BoltMessage.ROUTE);
            proxy.refuseOnce(BoltMessage.RUN, code);

            assertThatThrownBy(() -> task.put(event(1)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessage("Neo4j cannot write (Server at " + proxy.uri().getAuthority()
                            + " no longer accepts writes)");
            assertThat(proxy.injected()).isEqualTo(Map.of(Fault.REFUSAL, 1));
            figures.injected(1);
            task.put(event(1));

            assertThat(proxy.count(BoltMessage.ROUTE)).isGreaterThan(routes);
            figures.assertWritten(database.events(), 0L, 1L);
            figures.assertReported(task.reported());
        }
    }

    /** Writes one event after another until the driver has asked once more where to; gives the number of events. */
    private long writtenUntilRoutedAgain(RunningTask task) {
        int before = proxy.count(BoltMessage.ROUTE);
        var written = new AtomicLong();
        await().pollInSameThread().pollInterval(Duration.ofMillis(50)).until(() -> {
            task.put(event(written.getAndIncrement()));
            return proxy.count(BoltMessage.ROUTE) > before;
        });
        return written.get();
    }
}
