package org.graphsink.support.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A Kafka broker that is its own controller (KRaft). It keeps its port and data over restarts. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final String CLUSTER = "Z3JhcGhzaW5rLXRlc3RzMQ";

    private final int port = Ports.free();
    private final ChildProcess process;
    private final String version;

    private KafkaBroker(String version) {
        this.version = version;
        Path folder = ServerFolder.create("kafka");
        Path configuration = PropertiesFile.write(folder.resolve("server.properties"), settings(folder));
        format(folder, configuration);
        this.process = new ChildProcess(Launch.jvm(
                "Kafka " + version,
                folder,
                KafkaClassPath.command(version, folder, 512, "kafka.Kafka", configuration.toString())));
    }

    /** A broker of the version of the system property {@code kafka.version}. */
    public static KafkaBroker start() {
        return start(Versions.kafka());
    }

    public static KafkaBroker start(String version) {
        var broker = new KafkaBroker(version);
        broker.startAgain();
        return broker;
    }

    public String version() {
        return version;
    }

    /** {@code 127.0.0.1:<port>}. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    public void createTopic(String name, int partitions) {
        try (var admin = admin()) {
            get(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all());
        }
    }

    /** Returns when the topic is gone, so that another one can have its name. */
    public void deleteTopic(String name) {
        try (var admin = admin()) {
            get(admin.deleteTopics(List.of(name)).all());
            Awaitility.await("deletion of " + name)
                    .atMost(DEADLINE)
                    .until(() -> !get(admin.listTopics().names()).contains(name));
        }
    }

    /** Deletes a consumer group as soon as it has no members any more. */
    public void forgetGroup(String group) {
        try (var admin = admin()) {
            Awaitility.await("deletion of " + group)
                    .atMost(DEADLINE)
                    .ignoreExceptions()
                    .until(() -> {
                        get(admin.deleteConsumerGroups(List.of(group)).all());
                        return true;
                    });
        }
    }

    /** A client of its own for the caller to close. */
    public Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()));
    }

    /** A producer of text for the caller to close; null is a tombstone. */
    public KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers(), "linger.ms", "5"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** A consumer of all records of a topic, once it exists, from the first one, for the caller to close. */
    public KafkaConsumer<String, String> consumer(String topic) {
        try (var admin = admin()) {
            Awaitility.await("topic " + topic)
                    .atMost(DEADLINE)
                    .until(() -> get(admin.listTopics().names()).contains(topic));
        }
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        return consumer;
    }

    /** The process, to freeze, resume, kill and stop it. */
    public ChildProcess process() {
        return process;
    }

    /** Starts the broker again after {@link ChildProcess#stop()} or {@link ChildProcess#kill()}. */
    public void startAgain() {
        process.start(DEADLINE, () -> Ports.accepts(port) && isUnfenced());
    }

    @Override
    public void close() {
        process.close();
    }

    /** The controller lists a broker once it may serve clients. */
    private boolean isUnfenced() {
        try (var admin = admin()) {
            return !get(admin.describeCluster().nodes()).isEmpty();
        }
    }

    private void format(Path folder, Path configuration) {
        ShortProgram.run(
                "Formatting the storage of Kafka " + version,
                folder,
                KafkaClassPath.command(
                        version,
                        folder,
                        256,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        CLUSTER,
                        "-c",
                        configuration.toString()));
    }

    private Map<String, String> settings(Path folder) {
        int controllerPort = Ports.free();
        String controller = Ports.LOOPBACK + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("listeners", "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + bootstrapServers()),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.resolve("data").toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("auto.create.topics.enable", "false"),
                // Records may have timestamps of long ago.
                Map.entry("log.retention.hours", "-1"),
                // A killed broker waits at its next start until its old session has ended.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not do what it was asked to", e);
        }
    }
}
