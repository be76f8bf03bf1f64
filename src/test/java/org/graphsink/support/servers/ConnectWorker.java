package org.graphsink.support.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A distributed Kafka Connect worker. It keeps its port over restarts; its connectors live in the broker. */
public final class ConnectWorker implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final int port = Ports.free();
    private final ChildProcess process;
    private final ConnectClient client = new ConnectClient(uri());

    private ConnectWorker(KafkaBroker broker, ConnectOptions options) {
        Path folder = ServerFolder.create("connect");
        Path configuration = PropertiesFile.write(folder.resolve("worker.properties"), settings(broker, options));
        this.process = new ChildProcess(Launch.jvm(
                        "Kafka Connect " + broker.version(),
                        folder,
                        KafkaClassPath.command(
                                broker.version(),
                                folder,
                                options.heapMegabytes(),
                                "org.apache.kafka.connect.cli.ConnectDistributed",
                                configuration.toString()))
                .environment(options.environment()));
    }

    /** A worker of the broker's version. */
    public static ConnectWorker start(KafkaBroker broker, ConnectOptions options) {
        var worker = new ConnectWorker(broker, options);
        worker.startAgain();
        return worker;
    }

    /** The REST interface: {@code http://127.0.0.1:<port>/}. */
    public URI uri() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port + "/");
    }

    public ConnectClient client() {
        return client;
    }

    /** The process, to freeze, resume, kill and stop it. */
    public ChildProcess process() {
        return process;
    }

    /** Starts the worker again after {@link ChildProcess#stop()} or {@link ChildProcess#kill()}. */
    public void startAgain() {
        process.start(DEADLINE, () -> Ports.accepts(port) && client.connectors() != null);
    }

    @Override
    public void close() {
        process.close();
    }

    private Map<String, String> settings(KafkaBroker broker, ConnectOptions options) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("group.id", "connect");
        for (String topic : List.of("offset", "config", "status")) {
            settings.put(topic + ".storage.topic", "_connect-" + topic);
            settings.put(topic + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        settings.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("listeners", "http://" + Ports.LOOPBACK + ":" + port);
        if (!options.plugins().isEmpty()) {
            settings.put(
                    "plugin.path",
                    options.plugins().stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        // Several times faster to start than the scan of all classes.
        settings.put("plugin.discovery", "service_load");
        settings.putAll(options.settings());
        return settings;
    }
}
