package org.graphsink.check;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.graphsink.check.ConnectionProblem.Subject;
import org.graphsink.neo4j.Authentication;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.PoolSettings;
import org.graphsink.neo4j.SecuritySettings;
import org.graphsink.schema.OnConflict;
import org.graphsink.schema.SchemaMode;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses at which something listens that is spoken to in the wrong way. */
@WithNeo4j
class EncryptionMismatchIT {

    private static final ConnectionCheck CHECK = new ConnectionCheck("graphsink/test", Duration.ofSeconds(3));
    private static final SchemaSettings SCHEMA = new SchemaSettings(
            SchemaMode.NONE, false, Duration.ofMinutes(1), OnConflict.ERROR, false, List.of(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"})
    void aServerWithoutEncryptionIsNotOneThatIsAway(String scheme, Neo4jServer server) {
        var uri = URI.create(scheme + "://localhost:" + server.uri().getPort());

        assertThat(problem(uri)).hasValueSatisfying(problem -> {
            assertThat(problem.subject()).isEqualTo(Subject.ENCRYPTION);
            assertThat(problem.message())
                    .matches("\\Q" + uri + "\\E is a server without encryption, and the settings ask for it"
                            + "|No encrypted connection to \\Q" + uri + "\\E could be made: .*");
        });
    }

    @Test
    void aServerThatWantsEncryptionIsNotOneThatIsAway(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var certificate = SelfSignedCertificate.in(folder);
        var options = Neo4jOptions.defaults()
                .setting("server.bolt.tls_level", "REQUIRED")
                .setting("dbms.ssl.policy.bolt.enabled", "true")
                .setting("dbms.ssl.policy.bolt.base_directory", folder.toString())
                .setting(
                        "dbms.ssl.policy.bolt.private_key",
                        certificate.privateKey().toString())
                .setting(
                        "dbms.ssl.policy.bolt.public_certificate",
                        certificate.certificate().toString())
                .setting("dbms.ssl.policy.bolt.client_auth", "NONE");
        try (var server = Neo4jServer.start(options)) {
            for (var scheme : List.of("bolt", "neo4j")) {
                var uri = URI.create(scheme + "://localhost:" + server.uri().getPort());

                assertThat(problem(uri))
                        .contains(new ConnectionProblem(
                                Subject.ENCRYPTION, uri + " wants encryption, and the settings do not ask for it"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void anotherServiceIsAMatterOfTheAddress(String scheme) throws IOException {
        try (var web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var uri = URI.create(scheme + "://localhost:" + web.getLocalPort());
            var serving = new Thread(() -> answer(web));
            serving.setDaemon(true);
            serving.start();

            assertThat(problem(uri).map(ConnectionProblem::subject)).contains(Subject.ADDRESS);
        }
    }

    private static void answer(ServerSocket web) {
        while (!web.isClosed()) {
            try (var client = web.accept()) {
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                if (!web.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Optional<ConnectionProblem> problem(URI uri) {
        return CHECK.apply(
                new ConnectionSettings(
                        List.of(uri),
                        Optional.empty(),
                        new Authentication.None(),
                        SecuritySettings.NONE,
                        new PoolSettings(10, Duration.ofMinutes(1), Optional.empty(), Duration.ofHours(1)),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)),
                SCHEMA);
    }
}
