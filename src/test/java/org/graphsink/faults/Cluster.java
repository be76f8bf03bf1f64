package org.graphsink.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.ConnectClient;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.Neo4jServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker, two workers and a database, which notice quickly that one of them is gone. As an extension it is there for all
 * tests of a class; the events and the connectors are each test's own, and how often an event appears is watched.
 */
final class Cluster implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final int PARTITIONS = 4;
    private static final Duration LONG = Duration.ofMinutes(3);

    Neo4jServer neo4j;
    KafkaBroker broker;
    ConnectWorker first;
    ConnectWorker second;
    private Appearances appearances;

    @Override
    public void beforeAll(ExtensionContext context) {
        neo4j = Neo4jServer.start();
        broker = KafkaBroker.start();
        var options = ConnectOptions.withPlugins(GraphsinkPlugin.install())
                .setting("scheduled.rebalance.max.delay.ms", "0")
                .setting("session.timeout.ms", "6000")
                .setting("heartbeat.interval.ms", "1000")
                .setting("rebalance.timeout.ms", "10000")
                .setting("offset.flush.interval.ms", "2000")
                .setting("consumer.session.timeout.ms", "6000")
                .setting("consumer.heartbeat.interval.ms", "1000")
                .setting("consumer.max.poll.records", "20");
        first = ConnectWorker.start(broker, options);
        second = ConnectWorker.start(broker, options);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        takeEvents();
        appearances = Appearances.watch(neo4j.driver());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        appearances.close();
        connect().connectors().forEach(connect()::delete);
    }

    /** Of the events of the test that runs. */
    Appearances appearances() {
        return appearances;
    }

    ConnectClient connect() {
        return first.client();
    }

    /** Settings of a connector of this name for a topic of this name, with a dead letter queue. */
    ConnectorSettings settings(String name, int tasks, String pattern) {
        return ConnectorSettings.to(neo4j.uri())
                .topic(name, pattern)
                .plainJson()
                .with("tasks.max", Integer.toString(tasks))
                .with("neo4j.max-retry-time", "2s")
                .with("errors.tolerance", "all")
                .with("errors.deadletterqueue.topic.name", name + "-dlq")
                .with("errors.deadletterqueue.topic.replication.factor", "1")
                .with("errors.deadletterqueue.context.headers.enable", "true");
    }

    /** The same with a transformation: the task knows the records by another topic than they are stored under. */
    ConnectorSettings settingsWithRenamedTopic(String name, int tasks, String pattern) {
        return settings(name, tasks, pattern)
                .with("transforms", "rename")
                .with("transforms.rename.type", "org.apache.kafka.connect.transforms.RegexRouter")
                .with("transforms.rename.regex", ".*")
                .with("transforms.rename.replacement", "renamed")
                .without("neo4j.pattern.topic." + name)
                .pattern("renamed", pattern);
    }

    /** A new topic that takes records: until all of its partitions do, a producer may find its batches out of order. */
    void createTopic(String name) {
        broker.createTopic(name, PARTITIONS);
        await(name).atMost(LONG).ignoreExceptions().until(() -> ends(name).size() == PARTITIONS);
    }

    /**
     * Removes what the connectors of former tests have written, but not their offsets and constraints: a worker may take
     * a moment to end the tasks of a connector that is deleted.
     */
    private void takeEvents() {
        try (var session = neo4j.driver().session()) {
            session.run("MATCH (n:Event|Trace) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS")
                    .consume();
        }
    }

    /** Sends records with the numbers from the first to before the last, spread evenly over the partitions. */
    void send(String topic, int from, int to) {
        try (var producer = broker.producer()) {
            var sent = new ArrayList<Future<?>>();
            for (int id = from; id < to; id++) {
                sent.add(
                        producer.send(new ProducerRecord<>(topic, id % PARTITIONS, null, "{\"id\":%d}".formatted(id))));
            }
            for (var future : sent) {
                future.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Not all records were sent to " + topic, e);
        }
    }

    /** Sends one record, and returns where it is: {@code topic-partition@offset}. */
    String send(String topic, int partition, String value) {
        try (var producer = broker.producer()) {
            return producer.send(new ProducerRecord<>(topic, partition, null, value))
                    .get()
                    .toString();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The record was not sent to " + topic, e);
        }
    }

    /** Kafka's end offsets, as the database should have them stored. */
    Map<String, Long> ends(String topic) {
        try (var admin = broker.admin()) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(i -> new TopicPartition(topic, i))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().toString(),
                            entry -> entry.getValue().offset()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Long> stored(String connector) {
        return neo4j
                .driver()
                .executableQuery("MATCH (o:__KafkaOffset {connector: $connector}) WHERE o.offset IS NOT NULL"
                        + " RETURN o.topic + '-' + o.partition AS partition, o.offset AS offset")
                .withParameters(Map.of("connector", connector))
                .execute()
                .records()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("partition").asString(),
                        row -> row.get("offset").asLong()));
    }

    long reported(String connector) {
        try (var admin = broker.admin()) {
            var partition = new TopicPartition(connector + "-dlq", 0);
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in the dead letter queue of the connector, in order. */
    List<ConsumerRecord<String, String>> deadLetters(String connector) {
        var letters = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = broker.consumer(connector + "-dlq")) {
            await(connector).atMost(LONG).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return letters.size() >= reported(connector);
            });
        }
        return letters;
    }

    /** Has a consumer join those of the connector's tasks, and waits until it has got a partition from them: the first. */
    KafkaConsumer<String, String> takeFirstPartition(String connector) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        group(connector),
                        // Partitions go to the members in the order of their names.
                        "client.id",
                        "a",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(connector));
        await(connector).atMost(LONG).pollInSameThread().until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return consumer.assignment().equals(Set.of(new TopicPartition(connector, 0)));
        });
        return consumer;
    }

    /** Waits until each task has got its partitions and none waits for another to join. */
    void awaitAssigned(String connector, int tasks) {
        try (var admin = broker.admin()) {
            await(connector)
                    .atMost(LONG)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .until(() -> {
                        var group = admin.describeConsumerGroups(List.of(group(connector)))
                                .describedGroups()
                                .get(group(connector))
                                .get();
                        return group.groupState() == GroupState.STABLE
                                && group.members().size() == tasks;
                    });
        }
    }

    private static String group(String connector) {
        return "connect-" + connector;
    }

    /** Waits until the only task of the connector has failed, and returns why. */
    String awaitFailed(String connector) {
        return await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> connect().status(connector).at("/tasks/0/trace").asText(), trace -> !trace.isEmpty());
    }

    void awaitAllWritten(String connector) {
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> stored(connector).equals(ends(connector)));
        connect().requireNotFailed(connector);
    }

    /** Waits until the consumer group is where Kafka's topic ends. */
    void awaitAllCommitted(String connector) {
        awaitCommittedBut(Set.of(), connector);
    }

    /** Waits until the consumer group is at the ends of all partitions but these. */
    void awaitCommittedBut(Set<TopicPartition> partitions, String connector) {
        var ends = ends(connector);
        partitions.forEach(partition -> ends.remove(partition.toString()));
        try (var admin = broker.admin()) {
            await(connector)
                    .atMost(LONG)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> committed(admin, connector).entrySet().containsAll(ends.entrySet()));
        }
    }

    private static Map<String, Long> committed(Admin admin, String connector)
            throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(group(connector))
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().offset()));
    }

    /** Waits until the database has the share of all records, so that what follows happens in the middle. */
    void awaitWritten(String connector, long records) {
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> written(connector) >= records);
    }

    /** Waits until some of each partition has been written, so that every task is past its claims. */
    void awaitBegun(String connector) {
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> stored(connector).keySet().equals(ends(connector).keySet()));
    }

    /** Waits until all is written but records of these partitions. */
    void awaitWrittenBut(Set<TopicPartition> partitions, String connector) {
        var ends = ends(connector);
        partitions.forEach(partition -> ends.remove(partition.toString()));
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> stored(connector).entrySet().containsAll(ends.entrySet()));
    }

    long written(String connector) {
        return stored(connector).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Waits until the worker runs at least so many tasks. */
    void awaitTasksOn(ConnectWorker worker, String connector, int tasks) {
        String id = worker.uri().getHost() + ":" + worker.uri().getPort();
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> StreamSupport.stream(
                                        worker.client()
                                                .status(connector)
                                                .at("/tasks")
                                                .spliterator(),
                                        false)
                                .filter(task -> task.at("/worker_id").asText().equals(id)
                                        && task.at("/state").asText().equals("RUNNING"))
                                .count()
                        >= tasks);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        first.close();
        second.close();
        broker.close();
        neo4j.close();
    }
}
