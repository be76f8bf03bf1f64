package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.LogCapture;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/**
 * Tasks that write and delete the rows of a few customers while others write and delete orders of theirs: whichever task
 * comes first to a node, the graph ends as the rows say.
 */
@WithNeo4j
class ComingAndGoingIT {

    private static final int PARTITIONS = 2;
    private static final int POLLS = Scale.of(150, 400);
    private static final int RECORDS = 10;
    private static final int CUSTOMERS = 8;
    private static final int ORDERS = 40;

    @RegisterExtension
    static final Figures figures = new Figures();

    private final Driver driver;
    private final Map<String, String> settings;
    private final Map<Long, String> customers = new ConcurrentHashMap<>();
    private final Map<Long, Long> orders = new ConcurrentHashMap<>();

    ComingAndGoingIT(Neo4jServer neo4j, Driver driver) {
        this.driver = driver;
        this.settings = ConnectorSettings.to(neo4j.uri())
                .named("faults")
                .topic("customers", "(:Customer {!id, name})")
                .topic("orders", "(:Order {!id}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer})")
                .with("neo4j.pattern.rows.topics", "customers,orders")
                .map();
    }

    @Test
    void theGraphIsWhatTheLastRowsSay() throws Exception {
        var tasks = new ArrayList<Callable<Void>>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int number = partition;
            tasks.add(() -> run(new TopicPartition("customers", number), CUSTOMERS, this::customer));
            tasks.add(() -> run(new TopicPartition("orders", number), ORDERS, this::order));
        }
        try (var log = LogCapture.everything()) {
            var threads = Executors.newFixedThreadPool(tasks.size());
            for (var end : threads.invokeAll(tasks)) {
                end.get();
            }
            threads.shutdown();
            int repeated = log.lines("and is repeated").size();
            figures.injected(repeated)
                    .add("refused", log.lines("Neo4j refused a transaction").size());
            assertThat(repeated).isPositive();
        }

        var expected = expected();
        var found = found();
        figures.add("records", (long) tasks.size() * POLLS * RECORDS)
                .add("nodes and relationships", expected.size())
                .doubled(found.size(), found.size() - new HashSet<>(found).size())
                .add(
                        "lost",
                        expected.stream().filter(line -> !found.contains(line)).count())
                .add(
                        "strays",
                        found.stream().filter(line -> !expected.contains(line)).count());
        assertThat(found).isEqualTo(expected);
    }

    /** What a row of this id now is; null where it is deleted. */
    private interface NextRow {
        Map<String, Object> next(long id, Random random);
    }

    private Map<String, Object> customer(long id, Random random) {
        if (random.nextInt(3) == 0) {
            customers.remove(id);
            return null;
        }
        var name = "name " + random.nextInt(1_000);
        customers.put(id, name);
        return Map.of("id", id, "name", name);
    }

    private Map<String, Object> order(long id, Random random) {
        if (random.nextInt(3) == 0) {
            orders.remove(id);
            return null;
        }
        long customer = random.nextInt(CUSTOMERS);
        orders.put(id, customer);
        return Map.of("id", id, "customer", customer);
    }

    private Void run(TopicPartition partition, int ids, NextRow row) {
        var random = new Random(Scale.seed() + partition.hashCode());
        try (var task = RunningTask.start(settings).open(partition)) {
            long offset = 0;
            for (int poll = 0; poll < POLLS; poll++) {
                var records = new ArrayList<SinkRecord>();
                for (int i = 0; i < RECORDS; i++) {
                    long id = random.nextInt(ids / PARTITIONS) * PARTITIONS + partition.partition();
                    records.add(new SinkRecord(
                            partition.topic(),
                            partition.partition(),
                            null,
                            Map.of("id", id),
                            null,
                            row.next(id, random),
                            offset++));
                }
                task.deliver(records);
            }
            assertThat(task.messages()).isEqualTo(List.of());
        }
        return null;
    }

    private List<String> expected() {
        var referred = new TreeMap<Long, List<Long>>();
        orders.forEach((order, customer) ->
                referred.computeIfAbsent(customer, id -> new ArrayList<>()).add(order));
        var lines = new TreeSet<String>();
        for (long id = 0; id < CUSTOMERS; id++) {
            if (customers.containsKey(id)) {
                lines.add("customer " + id + " " + customers.get(id));
            } else if (referred.containsKey(id)) {
                lines.add("placeholder " + id + " null");
            }
        }
        orders.forEach((order, customer) -> lines.add("order " + order + " of " + customer));
        return List.copyOf(lines);
    }

    /** Sorted; what is there twice, twice. */
    private List<String> found() {
        var kinds = new HashMap<Boolean, String>(Map.of(true, "placeholder ", false, "customer "));
        var lines = new ArrayList<String>();
        driver.executableQuery("MATCH (c:Customer) RETURN c.id AS id, c.name AS name, c:__Placeholder AS placeholder")
                .execute()
                .records()
                .forEach(row -> lines.add(kinds.get(row.get("placeholder").asBoolean())
                        + row.get("id").asLong() + " "
                        + row.get("name").asString(null)));
        driver.executableQuery("MATCH (o:Order) OPTIONAL MATCH (o)-[r:PLACED_BY]->(c)"
                        + " RETURN o.id AS id, c.id AS customer")
                .execute()
                .records()
                .forEach(row -> lines.add("order " + row.get("id").asLong() + " of "
                        + row.get("customer").asObject()));
        lines.sort(null);
        return lines;
    }
}
