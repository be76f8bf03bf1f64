package org.graphsink.faults;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.graphsink.servers.ConnectClient;
import org.graphsink.servers.ConnectOptions;
import org.graphsink.servers.ConnectWorker;
import org.graphsink.servers.GraphsinkPlugin;
import org.graphsink.servers.KafkaBroker;
import org.graphsink.servers.Neo4jServer;

/** A broker, two workers and a database, which notice quickly that one of them is gone. */
final class Cluster implements AutoCloseable {

    static final int PARTITIONS = 4;
    private static final Duration LONG = Duration.ofMinutes(3);

    final Neo4jServer neo4j = Neo4jServer.start();
    final KafkaBroker broker = KafkaBroker.start();
    final ConnectWorker first;
    final ConnectWorker second;

    Cluster() {
        var options = ConnectOptions.withPlugins(GraphsinkPlugin.install())
                .setting("scheduled.rebalance.max.delay.ms", "0")
                .setting("session.timeout.ms", "6000")
                .setting("heartbeat.interval.ms", "1000")
                .setting("rebalance.timeout.ms", "10000")
                .setting("consumer.session.timeout.ms", "6000")
                .setting("consumer.heartbeat.interval.ms", "1000")
                .setting("consumer.max.poll.records", "20");
        first = ConnectWorker.start(broker, options);
        second = ConnectWorker.start(broker, options);
    }

    ConnectClient connect() {
        return first.client();
    }

    /** A connector of this name for a new topic of this name, with a dead letter queue. */
    void configure(String name, int tasks, String pattern) {
        configure(name, tasks, pattern, neo4j.uri());
    }

    /** @param database where the tasks find the database, which may be a way that breaks */
    void configure(String name, int tasks, String pattern, URI database) {
        connect().configure(name, settings(name, tasks, pattern, database));
    }

    private static Map<String, String> settings(String name, int tasks, String pattern, URI database) {
        var settings = new HashMap<String, String>();
        settings.put("connector.class", "org.graphsink.Neo4jSinkConnector");
        settings.put("tasks.max", Integer.toString(tasks));
        settings.put("topics", name);
        settings.put("neo4j.uri", database.toString());
        settings.put("neo4j.authentication.type", "NONE");
        settings.put("neo4j.max-retry-time", "2s");
        settings.put("neo4j.pattern.topic." + name, pattern);
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("errors.tolerance", "all");
        settings.put("errors.deadletterqueue.topic.name", name + "-dlq");
        settings.put("errors.deadletterqueue.topic.replication.factor", "1");
        return settings;
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
    void takeEvents() {
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

    void awaitAllWritten(String connector) {
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> stored(connector).equals(ends(connector)));
        connect().requireNotFailed(connector);
    }

    /** Waits until the database has the share of all records, so that what follows happens in the middle. */
    void awaitWritten(String connector, long records) {
        await(connector)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> written(connector) >= records);
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
    public void close() {
        first.close();
        second.close();
        broker.close();
        neo4j.close();
    }
}
