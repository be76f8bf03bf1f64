package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.P1;
import static org.graphsink.support.RunningTask.settings;

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
import org.graphsink.support.Database;
import org.graphsink.support.Records;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
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
    /** Another task takes over in so many polls. */
    private static final int TAKE_OVER = 20;

    private static final List<Fault> FAULTS = List.of(
            Fault.DELAY,
            Fault.CLOSE_BEFORE,
            Fault.CLOSE_AFTER,
            Fault.RESET_BEFORE,
            Fault.RESET_AFTER,
            Fault.HALF_CLOSE);
    /** One fault of so many is a silence, which takes the task all of its time. */
    private static final int SILENT = 40;

    private final Neo4jServer neo4j;
    private final Database database;
    private final long seed = Scale.seed();
    private final Random random = new Random(seed);
    private final Map<TopicPartition, Long> consumer = new HashMap<>(Map.of(P0, 0L, P1, 0L));
    private final Map<String, Long> latest = new HashMap<>();
    private final List<String> reported = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> unmappable = new HashSet<>();
    /** Reported by a task that lost its partitions before it had stored the offset. */
    private final Set<String> repeatable = new HashSet<>();

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
                    "neo4j.write-timeout",
                    "2s",
                    "neo4j.batch-size",
                    "15",
                    "neo4j.pattern.topic.events",
                    "(:Event {!id}) ; (:Latest {!partition: __partition, offset: __offset})");
            var task = RunningTask.start(settings).open(P0, P1);
            proxy.faults(message -> fault(message, appearances));
            for (int poll = 0; poll < polls; poll++) {
                var records = poll(poll);
                if (poll % TAKE_OVER == TAKE_OVER - 1) {
                    var heir = replaced(task, records, settings, proxy, appearances);
                    var sought = Map.copyOf(heir.context.sought);
                    records = records.stream()
                            .filter(record -> record.kafkaOffset() >= sought.getOrDefault(partition(record), 0L))
                            .toList();
                    repeatable.addAll(records.stream()
                            .map(GeneratedFaultsIT::coordinates)
                            .filter(task.reported()::contains)
                            .toList());
                    task = heir;
                }
                task.deliver(records);
            }
            proxy.healthy();
            end(task);

            var counted = appearances.counted();
            proxy.injected().forEach((fault, times) -> figures.injected(times).add(fault.name(), times));
            long right = (long) polls * RECORDS - refused.size() - unmappable.size();
            var repeated = new ArrayList<>(reported);
            new HashSet<>(reported).forEach(repeated::remove);
            figures.add("unmappable", unmappable.size())
                    .add("refused", refused.size())
                    .add("reported", reported.size())
                    .add("reported-again", repeated.size())
                    .counted(counted, right, strays());
            assertThat(proxy.injected().keySet()).as("seed " + seed).containsAll(FAULTS);
            assertThat(strays()).as("seed " + seed).isZero();
            assertThat(reported).as("seed " + seed).containsAll(refused).containsAll(unmappable);
            assertThat(repeated).as("seed " + seed).doesNotHaveDuplicates().isSubsetOf(repeatable);
            assertThat(counted).as("seed " + seed).isEqualTo(new Appearances.Counted(right, Map.of()));
            assertThat(latest()).as("seed " + seed).isEqualTo(latest);
            assertThat(database.offsets())
                    .as("seed " + seed)
                    .isEqualTo(Map.of("events-0", consumer.get(P0), "events-1", consumer.get(P1)));
        }
    }

    private synchronized Fault fault(BoltMessage message, Appearances appearances) {
        appearances.takeBefore(message);
        int percent = message == BoltMessage.COMMIT ? 25 : 2;
        if (random.nextInt(100) >= percent) {
            return Fault.NONE;
        }
        return random.nextInt(SILENT) == 0 ? Fault.SILENCE : FAULTS.get(random.nextInt(FAULTS.size()));
    }

    /** The first record of some polls is surely wrong. */
    private List<SinkRecord> poll(int number) {
        var poll = new ArrayList<SinkRecord>();
        for (int i = 0; i < RECORDS; i++) {
            var partition = random.nextBoolean() ? P0 : P1;
            long offset = consumer.merge(partition, 1L, Long::sum) - 1;
            int kind = random.nextInt(400);
            if (kind == 0 || i == 0 && number % TAKE_OVER == TAKE_OVER - 1) {
                unmappable.add(partition + "@" + offset);
                poll.add(Records.record(partition, offset, Map.of("name", "no id")));
            } else if (kind == 1 || i == 0 && number % TAKE_OVER == 0) {
                refused.add(partition + "@" + offset);
                poll.add(Records.event(partition, offset, "x".repeat(40_000), Map.of()));
            } else {
                latest.put(partition.toString(), offset);
                poll.add(Records.event(partition, offset, offset * 2 + partition.partition(), Map.of()));
            }
        }
        return poll;
    }

    /** The old task may get into the middle of a poll. Before it notices, it tries to write once more. */
    private RunningTask replaced(
            RunningTask old,
            List<SinkRecord> poll,
            Map<String, String> settings,
            FaultyProxy proxy,
            Appearances appearances) {
        try {
            old.put(poll);
        } catch (RetriableException e) {
            // It would be given the poll again.
        }
        proxy.healthy();
        var heir = RunningTask.start(settings).open(P0, P1);
        proxy.faults(message -> fault(message, appearances));
        assertThatThrownBy(() -> old.put(Records.event(P0, consumer.get(P0), -1, Map.of())))
                .isInstanceOf(RetriableException.class);
        end(old);
        return heir;
    }

    private long strays() {
        return reported.stream()
                .filter(coordinates -> !refused.contains(coordinates) && !unmappable.contains(coordinates))
                .count();
    }

    /** The offset of the last record of each partition that was written, which is that of its last right one. */
    private Map<String, Long> latest() {
        var found = new HashMap<String, Long>();
        database.driver()
                .executableQuery("MATCH (l:Latest) RETURN 'events-' + l.partition AS partition, l.offset AS offset")
                .execute()
                .records()
                .forEach(row -> found.put(
                        row.get("partition").asString(), row.get("offset").asLong()));
        return found;
    }

    private static TopicPartition partition(SinkRecord record) {
        return new TopicPartition(record.topic(), record.kafkaPartition());
    }

    private static String coordinates(SinkRecord record) {
        return partition(record) + "@" + record.kafkaOffset();
    }

    private void end(RunningTask task) {
        task.close();
        assertThat(task.reported()).as("seed " + seed).doesNotHaveDuplicates();
        assertThat(task.context.reports)
                .as("seed " + seed)
                .allSatisfy(report -> assertThat(report.error().getMessage().contains("Neo4j answered Neo."))
                        .as(report.coordinates())
                        .isEqualTo(refused.contains(report.coordinates())));
        reported.addAll(task.reported());
    }
}
