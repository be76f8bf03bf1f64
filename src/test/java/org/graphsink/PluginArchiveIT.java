package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipFile;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginArchiveIT {

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theArchiveIsOneFolderInTheLayoutOfAComponent() throws IOException {
        assertThat(entries(""))
                .allMatch(name -> name.startsWith(GraphsinkPlugin.name() + "/"))
                .contains(
                        GraphsinkPlugin.name() + "/manifest.json",
                        GraphsinkPlugin.name() + "/doc/LICENSE",
                        GraphsinkPlugin.name() + "/doc/CHANGELOG.md");
    }

    @Test
    void theLibrariesAreOursAndTheDriversAndJacksons() throws IOException {
        assertThat(entries("/lib/").stream()
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .map(name -> name.replaceFirst("-[0-9][^-]*\\.jar$", ""))
                        .sorted())
                .containsExactly(
                        "graphsink",
                        "jackson-annotations",
                        "jackson-core",
                        "jackson-databind",
                        "neo4j-bolt-connection",
                        "neo4j-bolt-connection-netty",
                        "neo4j-bolt-connection-pooled",
                        "neo4j-bolt-connection-routed",
                        "neo4j-java-driver",
                        "netty-buffer",
                        "netty-codec-base",
                        "netty-common",
                        "netty-handler",
                        "netty-resolver",
                        "netty-tcnative-classes",
                        "netty-transport",
                        "netty-transport-native-unix-common",
                        "reactive-streams",
                        "reactor-core");
    }

    @Test
    void theManifestNamesThisVersion() throws IOException {
        try (var archive = new ZipFile(GraphsinkPlugin.archive().toFile())) {
            var manifest = new ObjectMapper()
                    .readTree(archive.getInputStream(archive.getEntry(GraphsinkPlugin.name() + "/manifest.json")));
            assertThat(manifest.get("name").asText()).isEqualTo("graphsink");
            assertThat(manifest.get("version").asText()).isEqualTo(GraphsinkPlugin.version());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_load", "only_scan"})
    void aWorkerFindsTheConnector(String discovery) {
        var options = ConnectOptions.withPlugins(GraphsinkPlugin.install()).setting("plugin.discovery", discovery);
        try (var worker = ConnectWorker.start(broker, options)) {
            assertThat(worker.client().connectorPlugins())
                    .containsEntry("org.graphsink.Neo4jSinkConnector", GraphsinkPlugin.version());
        }
    }

    /** Names of files, not of folders. */
    private static List<String> entries(String containing) throws IOException {
        try (var archive = new ZipFile(GraphsinkPlugin.archive().toFile())) {
            return archive.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.contains(containing) && !name.endsWith("/"))
                    .toList();
        }
    }
}
