package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.graphsink.config.Validated.SOUND;
import static org.graphsink.config.Validated.errors;
import static org.graphsink.config.Validated.errorsWith;
import static org.graphsink.config.Validated.validated;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphsink.check.ConnectionProblem;
import org.graphsink.check.ConnectionProblem.Subject;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;

/** What validation says of the address, of the encryption and of who the connector is. */
class ConnectionValidationTest {

    @Test
    void theAddressIsRequired() {
        assertThat(errors(SOUND.without("neo4j.uri")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("Missing required configuration \"neo4j.uri\" which has no default value.")));
    }

    @Test
    void anAddressNeedsAKnownScheme() {
        assertThat(errors(SOUND.with("neo4j.uri", "http://localhost:7474")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of(
                                "Invalid value http://localhost:7474 for configuration neo4j.uri: the scheme must be one"
                                        + " of neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc")));
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
        assertThat(errors(SOUND.with("neo4j.uri", "bolt://neo4j:hunter2@localhost")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("neo4j.uri must not contain a user name or password: use"
                                + " neo4j.authentication.basic.username and neo4j.authentication.basic.password")));
    }

    @Test
    void somethingThatIsNoAddressIsRefusedWithoutShowingIt() {
        assertThat(errors(SOUND.with("neo4j.uri", "bolt://neo4j:hun ter2@localhost")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("neo4j.uri holds something that is not an address: Illegal character in authority at"
                                + " position 8; an address is written like neo4j://host:7687")));
    }

    @Test
    void anAddressNeedsAHost() {
        assertThat(errors(SOUND.with("neo4j.uri", "neo4j://")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("neo4j.uri holds something that is not an address: Expected authority at position 9; an"
                                + " address is written like neo4j://host:7687")));
    }

    @Test
    void severalAddressesHaveOneScheme() {
        assertThat(errors(SOUND.with("neo4j.uri", "neo4j://a, neo4j+s://b")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("neo4j.uri mixes the schemes neo4j, neo4j+s: all addresses must have the same")));
    }

    @Test
    void severalAddressesNeedARoutingScheme() {
        assertThat(errors(SOUND.with("neo4j.uri", "bolt://a, bolt://b")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of(
                                "neo4j.uri names several servers with the scheme bolt, which talks to one: use neo4j for"
                                        + " the members of a cluster")));
    }

    @Test
    void basicAuthenticationNeedsUserAndPassword() {
        assertThat(errors(SOUND.without("neo4j.authentication.basic.username", "neo4j.authentication.basic.password")))
                .containsOnly(
                        entry(
                                "neo4j.authentication.basic.username",
                                List.of("neo4j.authentication.basic.username must be set, since"
                                        + " neo4j.authentication.type is BASIC unless set otherwise (NONE is for a server"
                                        + " without authentication)")),
                        entry(
                                "neo4j.authentication.basic.password",
                                List.of("neo4j.authentication.basic.password must be set, since"
                                        + " neo4j.authentication.type is BASIC unless set otherwise (NONE is for a server"
                                        + " without authentication)")));
    }

    @Test
    void noAuthenticationTakesNoPassword() {
        assertThat(errors(SOUND.with("neo4j.authentication.type", "NONE", "neo4j.authentication.basic.username", " ")))
                .containsExactly(entry(
                        "neo4j.authentication.basic.password",
                        List.of("neo4j.authentication.basic.password is set while neo4j.authentication.type is NONE:"
                                + " remove it, or set the type to BASIC")));
    }

    @Test
    void aTokenNeedsTheBearerType() {
        assertThat(errors(SOUND.with("neo4j.authentication.bearer.token", "x")))
                .containsExactly(entry(
                        "neo4j.authentication.bearer.token",
                        List.of("neo4j.authentication.bearer.token is set while neo4j.authentication.type is BASIC:"
                                + " remove it, or set the type to BEARER")));
    }

    @Test
    void customAuthenticationNeedsSchemePrincipalAndCredentials() {
        var config = SOUND.without("neo4j.authentication.basic.username", "neo4j.authentication.basic.password")
                .with("neo4j.authentication.type", "custom", "neo4j.authentication.custom.principal", "me");

        assertThat(errors(config))
                .containsOnly(
                        entry(
                                "neo4j.authentication.custom.scheme",
                                List.of("neo4j.authentication.custom.scheme must be set, since"
                                        + " neo4j.authentication.type is CUSTOM")),
                        entry(
                                "neo4j.authentication.custom.credentials",
                                List.of("neo4j.authentication.custom.credentials must be set, since"
                                        + " neo4j.authentication.type is CUSTOM")));
    }

    @Test
    void aSchemeThatEncryptsCannotBeUnencrypted() {
        assertThat(errors(SOUND.with("neo4j.uri", "neo4j+s://db", "neo4j.security.encrypted", "false")))
                .containsExactly(entry(
                        "neo4j.security.encrypted",
                        List.of("neo4j.security.encrypted=false contradicts the scheme neo4j+s of neo4j.uri, which"
                                + " encrypts: remove it, or use the scheme neo4j")));
    }

    @Test
    void aSchemeThatTrustsEveryCertificateTakesNoOtherStrategy() {
        assertThat(errors(SOUND.with(
                        "neo4j.uri",
                        "bolt+ssc://db",
                        "neo4j.security.trust-strategy",
                        "TRUST_SYSTEM_CA_SIGNED_CERTIFICATES")))
                .containsExactly(entry(
                        "neo4j.security.trust-strategy",
                        List.of("neo4j.security.trust-strategy=TRUST_SYSTEM_CA_SIGNED_CERTIFICATES contradicts the"
                                + " scheme bolt+ssc of neo4j.uri, which trusts every certificate: remove it, or use the"
                                + " scheme bolt")));
    }

    @Test
    void whatRepeatsTheSchemeIsNoContradiction() {
        assertThat(errors(SOUND.with(
                        "neo4j.uri",
                        "bolt+s://db",
                        "neo4j.security.encrypted",
                        "true",
                        "neo4j.security.trust-strategy",
                        "TRUST_SYSTEM_CA_SIGNED_CERTIFICATES",
                        "neo4j.security.hostname-verification-enabled",
                        "true")))
                .isEmpty();
    }

    @Test
    void customTrustNeedsEncryptionAndFiles() {
        assertThat(errors(SOUND.with("neo4j.security.trust-strategy", "TRUST_CUSTOM_CA_SIGNED_CERTIFICATES")))
                .containsOnly(
                        entry(
                                "neo4j.security.encrypted",
                                List.of("neo4j.security.encrypted must be true for certificates to be checked, as"
                                        + " neo4j.security.trust-strategy asks for")),
                        entry(
                                "neo4j.security.cert-files",
                                List.of("neo4j.security.cert-files must be set, since neo4j.security.trust-strategy is"
                                        + " TRUST_CUSTOM_CA_SIGNED_CERTIFICATES")));
    }

    @Test
    void certificateFilesMustBeThere() {
        assertThat(errors(SOUND.with("neo4j.security.encrypted", "true", "neo4j.security.cert-files", "ca.pem")))
                .containsEntry(
                        "neo4j.security.cert-files",
                        List.of("Invalid value ca.pem for configuration neo4j.security.cert-files: must be the absolute"
                                + " path of a file that every Connect worker can read"));
    }

    @Test
    void anUnreachableServerIsBlamedOnTheAddress() {
        assertThat(errorsWith(new ConnectionProblem(Subject.ADDRESS, "neo4j://db cannot be reached")))
                .containsExactly(entry("neo4j.uri", List.of("neo4j://db cannot be reached: check neo4j.uri")));
    }

    @Test
    void aServerThatIsAwayIsNoMistakeOfTheConfiguration() {
        try (var log = LogCapture.info()) {
            assertThat(errorsWith(new ConnectionProblem(Subject.AWAY, "neo4j://db cannot be reached")))
                    .isEmpty();
            assertThat(log.lines("WARN"))
                    .singleElement()
                    .asString()
                    .endsWith(
                            "neo4j://db cannot be reached. The configuration is accepted, and its tasks will wait for the"
                                    + " server; with neo4j.connection-check=strict it is refused\n");
        }
    }

    @Test
    void aServerThatIsAwayIsRefusedWhereThatIsAskedFor() {
        var away = new ConnectionProblem(Subject.AWAY, "neo4j://db cannot be reached");

        assertThat(errorsWith(away, SOUND.with("neo4j.connection-check", "strict")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("neo4j://db cannot be reached: check neo4j.uri, or set neo4j.connection-check=lenient"
                                + " where the server is there later")));
    }

    @Test
    void theConnectionIsNotTriedWhereThatIsAskedFor() {
        var refused = new ConnectionProblem(Subject.AUTHENTICATION, "neo4j://db refused");

        assertThat(errorsWith(refused, SOUND.with("neo4j.connection-check", "none")))
                .isEmpty();
    }

    @Test
    void aRefusedPasswordIsBlamedOnThePassword() {
        assertThat(errorsWith(new ConnectionProblem(Subject.AUTHENTICATION, "neo4j://db refused")))
                .containsExactly(entry(
                        "neo4j.authentication.basic.password",
                        List.of("neo4j://db refused: check neo4j.authentication.basic.username and"
                                + " neo4j.authentication.basic.password")));
    }

    @Test
    void aMissingDatabaseIsBlamedOnTheDatabase() {
        assertThat(errorsWith(new ConnectionProblem(Subject.DATABASE, "The database x does not exist")))
                .containsExactly(
                        entry("neo4j.database", List.of("The database x does not exist: check neo4j.database")));
    }

    @Test
    void failedEncryptionIsBlamedOnTheAddress() {
        assertThat(errorsWith(new ConnectionProblem(Subject.ENCRYPTION, "No encrypted connection")))
                .containsExactly(entry(
                        "neo4j.uri",
                        List.of("No encrypted connection: check the scheme of neo4j.uri and the settings"
                                + " neo4j.security.*")));
    }

    @Test
    void nodeKeysThatTheServerCannotHaveAreBlamedOnTheirSetting() {
        assertThat(errorsWith(new ConnectionProblem(Subject.NODE_KEYS, "neo4j.schema.keys=true needs another server")))
                .containsExactly(entry("neo4j.schema.keys", List.of("neo4j.schema.keys=true needs another server")));
    }

    @Test
    void theServerIsNotAskedWhereSomethingElseIsWrong() {
        var asked = new AtomicInteger();
        new SinkConfigValidation((connection, schema) -> {
                    asked.incrementAndGet();
                    return Optional.empty();
                })
                .validate(SOUND.with("topics", "orders,items").map());

        assertThat(asked).hasValue(0);
    }

    @Test
    void onlyTheSettingsOfTheChosenAuthenticationAreVisible() {
        var values = validated(SOUND);

        assertThat(values.get("neo4j.authentication.basic.password").visible()).isTrue();
        assertThat(values.get("neo4j.authentication.bearer.token").visible()).isFalse();
    }
}
