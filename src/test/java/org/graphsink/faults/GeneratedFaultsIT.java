package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.faults.Records.P0;
import static org.graphsink.faults.Records.P1;
import static org.graphsink.faults.RunningTask.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.servers.BoltMessage;
import org.graphsink.servers.Fault;
import org.graphsink.servers.FaultyProxy;
import org.graphsink.servers.Neo4jServer;
import org.graphsink.servers.WithNeo4j;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/** Many polls over connections that break at any message, by tasks that take each other's place. */
@WithNeo4j
class GeneratedFaultsIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static final int RECORDS = 40;
    private static final List<Fault> FAULTS = List.of(
            Fault.DELAY,
            Fault.CLOSE_BEFORE,
            Fault.CLOSE_AFTER,
            Fault.RESET_BEFORE,
            Fault.RESET_AFTER,
            Fault.HALF_CLOSE);

    private final Neo4jServer neo4j;
    private final Database database;
    private final long seed = Scale.seed();
    private final Random random = new Random(seed);
    private final Map<TopicPartition, Long> consumer = new HashMap<>(Map.of(P0, 0L, P1, 0L));
    private final Set<String> reported = new HashSet<>();
    private final Set<String> wrong = new HashSet<>();

    GeneratedFaultsIT(Neo4jServer neo4j, Driver driver) {
        this.neo4j = neo4j;
        this.database = new Database(driver);
    }

    /** @param retry how long the driver repeats by itself before the task hands the poll back */
    @ParameterizedTest
    @ValueSource(strings = {"0s", "4s"})
    void eachRecordIsWrittenOnceWhateverHappensToTheConnection(String retry) {
        int polls = Scale.of(60, 150);
        try (var proxy = FaultyProxy.to(neo4j);
                var appearances = Appearances.watch(database.driver())) {
            var settings = settings(
                    proxy.uri(),
                    "neo4j.max-retry-time",
                    retry,
                    "neo4j.batch-size",
                    "15",
                    "neo4j.pattern.topic.events",
                    "(:Event {!id}) ; (:Latest {!partition: __partition, offset: __offset})");
            var task = RunningTask.start(settings).open(P0, P1);
            proxy.faults(this::fault);
            for (int poll = 0; poll < polls; poll++) {
                if (poll % 20 == 19) {
                    task = replaced(task, settings, proxy);
                }
                task.deliver(poll());
            }
            proxy.healthy();
            end(task);

            var counted = appearances.counted();
            proxy.injected().forEach((fault, times) -> figures.injected(times).add(fault.name(), times));
            figures.add("reported", reported.size()).counted(counted, (long) polls * RECORDS - wrong.size(), strays());
            assertThat(proxy.injected().keySet()).as("seed " + seed).containsAll(FAULTS);
            assertThat(reported).as("seed " + seed).isEqualTo(wrong);
            assertThat(counted)
                    .as("seed " + seed)
                    .isEqualTo(new Appearances.Counted((long) polls * RECORDS - wrong.size(), Map.of()));
            assertThat(database.offsets())
                    .as("seed " + seed)
                    .isEqualTo(Map.of("events-0", consumer.get(P0), "events-1", consumer.get(P1)));
        }
    }

    private synchronized Fault fault(BoltMessage message) {
        int percent = message == BoltMessage.COMMIT ? 25 : 2;
        return random.nextInt(100) < percent ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
    }

    private List<SinkRecord> poll() {
        var poll = new ArrayList<SinkRecord>();
        for (int i = 0; i < RECORDS; i++) {
            var partition = random.nextBoolean() ? P0 : P1;
            long offset = consumer.merge(partition, 1L, Long::sum) - 1;
            if (random.nextInt(200) == 0) {
                wrong.add(partition + "@" + offset);
                poll.add(Records.record(partition, offset, Map.of("name", "no id")));
            } else {
                poll.add(Records.event(partition, offset, offset * 2 + partition.partition(), Map.of()));
            }
        }
        return poll;
    }

    /** Before it notices, the old task tries to write once more. */
    private RunningTask replaced(RunningTask old, Map<String, String> settings, FaultyProxy proxy) {
        proxy.healthy();
        var heir = RunningTask.start(settings).open(P0, P1);
        proxy.faults(this::fault);
        assertThatThrownBy(() -> old.put(Records.event(P0, consumer.get(P0), -1, Map.of())))
                .isInstanceOf(RetriableException.class);
        end(old);
        return heir;
    }

    private long strays() {
        return reported.stream()
                .filter(coordinates -> !wrong.contains(coordinates))
                .count();
    }

    private void end(RunningTask task) {
        task.close();
        reported.addAll(task.reported());
    }
}
