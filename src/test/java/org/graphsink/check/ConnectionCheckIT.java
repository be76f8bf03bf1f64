package org.graphsink.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.graphsink.neo4j.CertificateTrust;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.PoolSettings;
import org.graphsink.neo4j.SecuritySettings;
import org.graphsink.schema.OnConflict;
import org.graphsink.schema.SchemaMode;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.QueryConfig;

class ConnectionCheckIT {

    private static final String PASSWORD = "correct-horse";
    private static final Authentication AUTHENTICATION = new Authentication.Basic("neo4j", PASSWORD, "");

    @TempDir
    static Path folder;

    private static SelfSignedCertificate certificate;
    private static Neo4jServer server;

    private static final SchemaSettings UNIQUE = schema(SchemaMode.CREATE, false);

    private final ConnectionCheck check = new ConnectionCheck("graphsink/test", Duration.ofSeconds(5));

    /** A server with a password that takes both plain and encrypted connections. */
    @BeforeAll
    static void startServer() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = SelfSignedCertificate.in(folder);
        server = Neo4jServer.start(Neo4jOptions.defaults()
                .password(PASSWORD)
                .setting("dbms.security.auth_max_failed_attempts", "10")
                .setting("server.bolt.tls_level", "OPTIONAL")
                .setting("dbms.ssl.policy.bolt.enabled", "true")
                .setting("dbms.ssl.policy.bolt.base_directory", folder.toString())
                .setting(
                        "dbms.ssl.policy.bolt.private_key",
                        certificate.privateKey().toString())
                .setting(
                        "dbms.ssl.policy.bolt.public_certificate",
                        certificate.certificate().toString())
                .setting("dbms.ssl.policy.bolt.client_auth", "NONE"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j", "bolt+ssc", "neo4j+ssc"})
    void aSoundConnectionHasNoProblem(String scheme) {
        assertThat(problem(to(uri(scheme)))).isEmpty();
    }

    @Test
    void aDatabaseThatExistsIsFound() {
        assertThat(problem(inDatabase("neo4j", uri("bolt")))).isEmpty();
    }

    @Test
    void severalAddressesAreFirstContactsOfOneCluster() throws IOException {
        var dead = URI.create("neo4j://localhost:" + unusedPort());

        assertThat(problem(to(uri("neo4j"), dead))).isEmpty();
    }

    /** A server that stands alone names the address by which it was first asked, here that of the dead one. */
    @Test
    void aClusterMemberThatCannotBeReachedIsAway() throws IOException {
        var dead = URI.create("neo4j://localhost:" + unusedPort());

        assertThat(problem(to(dead, uri("neo4j"))))
                .contains(new ConnectionProblem(
                        Subject.AWAY,
                        dead + ", " + uri("neo4j")
                                + " answered, but the server that it names for the database cannot be reached (its"
                                + " advertised address is set by server.bolt.advertised_address)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j", "bolt+ssc", "neo4j+ssc"})
    void aServerOfWhichNobodyListensIsAway(String scheme) throws IOException {
        var nobody = URI.create(scheme + "://localhost:" + unusedPort());

        assertThat(problem(to(nobody))).contains(new ConnectionProblem(Subject.AWAY, nobody + " cannot be reached"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void anUnknownHostIsAMatterOfTheAddress(String scheme) {
        var unknown = URI.create(scheme + "://no-such-host.invalid");

        assertThat(problem(to(unknown)))
                .contains(new ConnectionProblem(
                        Subject.ADDRESS, unknown + " cannot be reached: the host is not known to this worker"));
    }

    @Test
    void aServerThatNeverAnswersIsAway() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("bolt://localhost:" + silent.getLocalPort());
            var hasty = new ConnectionCheck("graphsink/test", Duration.ofMillis(500));

            assertThat(hasty.apply(to(uri), UNIQUE).map(ConnectionProblem::subject))
                    .contains(Subject.AWAY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j", "neo4j+ssc"})
    void aWrongPasswordIsAMatterOfAuthentication(String scheme) {
        assertThat(problem(as(new Authentication.Basic("neo4j", "wrong", ""), uri(scheme))))
                .contains(new ConnectionProblem(
                        Subject.AUTHENTICATION, uri(scheme) + " refused the authentication as unauthorized"));
    }

    @Test
    void tooManyWrongPasswordsAreAMatterOfAuthentication() {
        server.driver()
                .executableQuery("CREATE USER alice SET PASSWORD 'a-good-one' CHANGE NOT REQUIRED")
                .withConfig(QueryConfig.builder().withDatabase("system").build())
                .execute();
        var wrong = as(new Authentication.Basic("alice", "wrong", ""), uri("bolt"));
        for (int i = 0; i < 10; i++) {
            problem(wrong);
        }

        assertThat(problem(wrong))
                .contains(new ConnectionProblem(
                        Subject.AUTHENTICATION,
                        uri("bolt")
                                + " accepts no authentication for a while after too many wrong ones: try again later"));
    }

    @Test
    void noAuthenticationWhereOneIsAskedIsAMatterOfAuthentication() {
        assertThat(problem(as(new Authentication.None(), uri("bolt"))))
                .contains(new ConnectionProblem(
                        Subject.AUTHENTICATION, uri("bolt") + " refused the authentication as unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void aMissingDatabaseIsAMatterOfTheDatabase(String scheme) {
        assertThat(problem(inDatabase("shop", uri(scheme))))
                .contains(
                        new ConnectionProblem(Subject.DATABASE, "The database shop does not exist on " + uri(scheme)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt+s", "neo4j+s"})
    void aCertificateThatNobodySignedIsAMatterOfEncryption(String scheme) {
        assertThat(problem(to(uri(scheme)))).hasValueSatisfying(problem -> {
            assertThat(problem.subject()).isEqualTo(Subject.ENCRYPTION);
            assertThat(problem.message()).startsWith("No encrypted connection to " + uri(scheme) + " could be made: ");
        });
    }

    @Test
    void systemAuthoritiesDoNotVouchForACertificateThatNobodySigned() {
        assertThat(problem(secured(CertificateTrust.TRUST_SYSTEM_CA_SIGNED_CERTIFICATES, List.of()))
                        .map(ConnectionProblem::subject))
                .contains(Subject.ENCRYPTION);
    }

    @Test
    void aCertificateFileIsTrusted() {
        assertThat(problem(secured(
                        CertificateTrust.TRUST_CUSTOM_CA_SIGNED_CERTIFICATES, List.of(certificate.certificate()))))
                .isEmpty();
    }

    @Test
    void allCertificatesAreTrustedWhereThatIsAskedFor() {
        assertThat(problem(secured(CertificateTrust.TRUST_ALL_CERTIFICATES, List.of())))
                .isEmpty();
    }

    @Test
    void nodeKeysOnCommunityAreAMatterOfNodeKeys() {
        assertThat(check.apply(to(uri("bolt")), schema(SchemaMode.CREATE, true)))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.subject()).isEqualTo(Subject.NODE_KEYS);
                    assertThat(problem.message())
                            .matches(
                                    "neo4j\\.schema\\.keys=true needs Neo4j Enterprise Edition, the server is [0-9.]+ Community:"
                                            + " set neo4j\\.schema\\.keys=false for uniqueness constraints");
                });
    }

    @Test
    void nodeKeysDoNotMatterWhereTheSchemaIsLeftToTheUser() {
        assertThat(check.apply(to(uri("bolt")), schema(SchemaMode.NONE, true))).isEmpty();
    }

    @Test
    void theConnectionIsEncryptedWhereThatIsAskedFor() {
        var settings = secured(CertificateTrust.TRUST_ALL_CERTIFICATES, List.of());

        try (var connection = Neo4jConnection.open(settings, "graphsink/test")) {
            assertThat(connection.driver().isEncrypted()).isTrue();
        }
    }

    @Test
    void theServerSeesTheUserAgent() {
        try (var connection = Neo4jConnection.open(to(uri("bolt")), "graphsink/1.2.3");
                var session = connection.session()) {
            assertThat(session.run("CALL dbms.listConnections() YIELD userAgent RETURN userAgent")
                            .list(row -> row.get(0).asString()))
                    .contains("graphsink/1.2.3");
        }
    }

    private Optional<ConnectionProblem> problem(ConnectionSettings settings) {
        return check.apply(settings, UNIQUE);
    }

    private static SchemaSettings schema(SchemaMode mode, boolean nodeKeys) {
        return new SchemaSettings(mode, nodeKeys, Duration.ofMinutes(1), OnConflict.ERROR, false, List.of(), List.of());
    }

    private static URI uri(String scheme) {
        return URI.create(scheme + "://localhost:" + server.uri().getPort());
    }

    private static ConnectionSettings to(URI... uris) {
        return settings(List.of(uris), Optional.empty(), AUTHENTICATION, SecuritySettings.NONE);
    }

    private static ConnectionSettings as(Authentication authentication, URI uri) {
        return settings(List.of(uri), Optional.empty(), authentication, SecuritySettings.NONE);
    }

    private static ConnectionSettings inDatabase(String database, URI uri) {
        return settings(List.of(uri), Optional.of(database), AUTHENTICATION, SecuritySettings.NONE);
    }

    private static ConnectionSettings secured(CertificateTrust trust, List<Path> files) {
        var security = new SecuritySettings(true, trust, files, true);
        return settings(List.of(uri("bolt")), Optional.empty(), AUTHENTICATION, security);
    }

    private static ConnectionSettings settings(
            List<URI> uris, Optional<String> database, Authentication authentication, SecuritySettings security) {
        var pool = new PoolSettings(10, Duration.ofMinutes(1), Optional.empty(), Duration.ofHours(1));
        return new ConnectionSettings(
                uris, database, authentication, security, pool, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
