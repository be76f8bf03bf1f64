package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Kafka's programs: what the scripts of a Kafka installation run, with its libraries from Maven. */
final class KafkaClassPath {

    private static final String LOGGING = """
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %m (%c{1})%n
            rootLogger.level = info
            logger.plugins.name = org.apache.kafka.connect.runtime.isolation
            logger.plugins.level = warn
            rootLogger.appenderRef.console.ref = console
            """;

    private KafkaClassPath() {}

    /**
     * @param folder gets the logging configuration
     * @param arguments the main class and its arguments
     */
    static List<String> command(String version, Path folder, int heapMegabytes, String... arguments) {
        try {
            Files.writeString(folder.resolve("log4j2.properties"), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<>(List.of(
                Jdk.running().java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"),
                "-cp",
                Artifacts.classPath(libraries(version))));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<Path> libraries(String version) {
        return Artifacts.withDependencies(
                "org.apache.kafka:kafka_2.13:" + version,
                "org.apache.kafka:connect-runtime:" + version,
                "org.apache.kafka:connect-json:" + version,
                "org.apache.kafka:connect-transforms:" + version,
                "org.apache.logging.log4j:log4j-slf4j-impl:2.25.4");
    }
}
