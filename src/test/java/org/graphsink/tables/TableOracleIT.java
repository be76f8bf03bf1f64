package org.graphsink.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.graphsink.tables.ShopVariant.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;

/**
 * Random changes of real tables stream through real servers while the connector is restarted and moved: at the end the
 * graph is what the rows say, row by row.
 *
 * <p>{@code -Dgraphsink.tables.operations} sets how many changes each run makes, {@code -Dgraphsink.tables.seed} repeats
 * a run's changes, {@code -Dgraphsink.tables.only=FULL,MARIADB} makes some of the runs. Keys are few and come again; topics have several partitions, and nothing orders what they do across
 * them.
 */
@WithNeo4j
class TableOracleIT {

    private static final int OPERATIONS = Integer.getInteger("graphsink.tables.operations", 1_000);
    private static final int BETWEEN_DISTURBANCES = Math.max(400, OPERATIONS / 40);
    private static final Duration CONSUMED = Duration.ofMinutes(15);

    /** The names of the variants to run; empty for all. */
    private static final String ONLY = System.getProperty("graphsink.tables.only", "");

    /** What the programs of MariaDB run on. */
    private static final boolean MARIADB_RUNS =
            OS.current() == OS.LINUX && System.getProperty("os.arch").equals("amd64");

    private static final Map<Database, SourceDatabase> DATABASES = new EnumMap<>(Database.class);

    private static KafkaBroker broker;
    private static ConnectOptions options;
    private static ConnectWorker source;
    private static ConnectWorker worker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start();
        DATABASES.put(Database.POSTGRES, SourceDatabase.postgres());
        if (MARIADB_RUNS) {
            DATABASES.put(Database.MARIADB, SourceDatabase.mariaDb());
        }
        // The tables are captured by a worker of its own, which nothing disturbs: a source connector that moves before
        // it has stored its first offsets takes its snapshot again, and what was deleted in between is in no topic.
        source = ConnectWorker.start(
                broker,
                ConnectOptions.withPlugins(DATABASES.values().stream()
                                .map(SourceDatabase::plugin)
                                .toArray(Path[]::new))
                        .setting("group.id", "source")
                        .setting("config.storage.topic", "_source-config")
                        .setting("offset.storage.topic", "_source-offset")
                        .setting("status.storage.topic", "_source-status"));
        options = ConnectOptions.withPlugins(GraphsinkPlugin.install())
                // A worker that has left is not waited for.
                .setting("scheduled.rebalance.max.delay.ms", "0")
                .setting("session.timeout.ms", "6000")
                .setting("heartbeat.interval.ms", "1000");
        worker = ConnectWorker.start(broker, options);
    }

    @AfterAll
    static void stop() {
        worker.close();
        source.close();
        DATABASES.values().forEach(SourceDatabase::close);
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void theGraphIsWhatTheRowsSay(ShopVariant variant, Neo4jServer neo4j, Driver driver) throws Exception {
        assumeTrue(DATABASES.containsKey(variant.database()), "the database does not run here");
        assumeTrue(ONLY.isEmpty() || ONLY.contains(variant.name()), "not asked for");
        long seed = Long.getLong("graphsink.tables.seed", System.nanoTime());
        long start = System.nanoTime();
        var random = new Random(seed);
        var shop = new ShopSchema(variant);
        try (var database = DATABASES.get(variant.database()).connect();
                var disturbance = new Disturbance(broker, worker, options, sink(shop), new Random(random.nextLong()))) {
            shop.create(database);
            capture(shop);
            write(shop, neo4j);
            int made = work(new ShopWorkload(database, variant, random), disturbance);
            awaitConsumed(shop);

            var comparison = new ShopComparison(database, driver, shop);
            var differences = comparison.differences();
            System.out.printf(
                    "%s, seed %d: %d changes, %s, compared %s in %d s: %d differences%n",
                    variant,
                    seed,
                    made,
                    disturbance.counts(),
                    comparison.sizes(),
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                    differences.size());
            assertThat(differences).as("%s, seed %d", variant, seed).isEmpty();
        } finally {
            worker.client().connectors().forEach(worker.client()::delete);
            source.client().connectors().forEach(source.client()::delete);
        }
    }

    private static int work(ShopWorkload workload, Disturbance disturbance) throws SQLException {
        workload.begin();
        int made = 0;
        int next = BETWEEN_DISTURBANCES;
        while (made < OPERATIONS) {
            made += workload.transaction();
            if (made >= next) {
                next += BETWEEN_DISTURBANCES;
                disturbance.happen();
            }
        }
        workload.end();
        return made;
    }

    private static void capture(ShopSchema shop) {
        var capture = new HashMap<>(DATABASES.get(shop.variant().database()).source(broker, shop.name(), shop.name()));
        capture.put("topic.creation.default.partitions", "3");
        capture.put("poll.interval.ms", "50");
        capture.put("hstore.handling.mode", "map");
        capture.putAll(shop.variant().source());
        source.client().configure(shop.name(), capture);
        source.client().awaitRunning(shop.name());
    }

    private static void write(ShopSchema shop, Neo4jServer neo4j) throws Exception {
        // The tasks find their topics when they start.
        try (var admin = broker.admin()) {
            admin.createTopics(shop.topics().stream()
                            .map(topic -> new NewTopic(topic, shop.partitions(topic), (short) 1))
                            .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        var sink = ConnectorSettings.to(neo4j.uri())
                .topics(shop.patterns())
                .with("tasks.max", "2")
                .with(shop.variant().sink());
        worker.client().configure(sink(shop), sink.map());
        worker.client().awaitRunning(sink(shop));
    }

    private static String sink(ShopSchema shop) {
        return shop.name() + "_graph";
    }

    /** All changes are in the topics once the last one is, and in the graph once the connector's group has no lag. */
    private static void awaitConsumed(ShopSchema shop) {
        try (var last = broker.consumer(shop.topic("last_change"))) {
            await().pollInSameThread()
                    .atMost(CONSUMED)
                    .until(() -> !last.poll(Duration.ofMillis(200)).isEmpty());
        }
        try (var admin = broker.admin()) {
            await().atMost(CONSUMED).until(() -> {
                worker.client().awaitRunning(sink(shop));
                var consumed = admin.listConsumerGroupOffsets("connect-" + sink(shop))
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = admin.listOffsets(shop.patterns().keySet().stream()
                                .flatMap(topic -> IntStream.range(0, shop.partitions(topic))
                                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all()
                        .get();
                return ends.entrySet().stream()
                        .allMatch(end -> end.getValue().offset() == 0
                                || consumed.get(end.getKey()) != null
                                        && consumed.get(end.getKey()).offset()
                                                == end.getValue().offset());
            });
        }
    }
}
