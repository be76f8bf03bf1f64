package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.ConfigValue;
import org.graphsink.check.ConnectionProblem;
import org.graphsink.check.ConnectionProblem.Subject;
import org.graphsink.support.ConnectorSettings;
import org.junit.jupiter.api.Test;

class SinkConfigValidationTest {

    private static final ConnectorSettings SOUND = ConnectorSettings.to("neo4j://localhost:7687")
            .named("shop")
            .as("neo4j", "secret")
            .topic("orders", "(:Order {!id})");

    @Test
    void aSoundConfigurationHasNoErrors() {
        assertThat(errors(SOUND)).isEmpty();
    }

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
    void aDurationNeedsAUnit() {
        assertThat(errors(SOUND.with("neo4j.max-retry-time", "30")))
                .containsExactly(entry(
                        "neo4j.max-retry-time",
                        List.of("Invalid value 30 for configuration neo4j.max-retry-time: a duration is written like"
                                + " 500ms, 30s, 1m30s, 2h or 1d")));
    }

    @Test
    void aChoiceNamesItsChoices() {
        assertThat(errors(SOUND.with("neo4j.types.decimal", "float")))
                .containsExactly(entry(
                        "neo4j.types.decimal",
                        List.of("Invalid value float for configuration neo4j.types.decimal: must be one of string,"
                                + " double, fail")));
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
    void aTopicNeedsAMapping() {
        assertThat(errors(SOUND.with("topics", "orders, pg.public.items")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.pg.public.items",
                        List.of("The topic pg.public.items has no mapping: set neo4j.pattern.topic.pg.public.items, or"
                                + " take the topic out of topics")));
    }

    @Test
    void aMappingNeedsATopic() {
        assertThat(errors(SOUND.with("neo4j.pattern.topic.order", "(:Order {!id})")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.order",
                        List.of(
                                "neo4j.pattern.topic.order maps a topic that is not in topics (orders): add it there, or"
                                        + " remove the mapping")));
    }

    @Test
    void aMappingMustMatchTheRegularExpressionOfTopics() {
        var config = SOUND.without("topics").with("topics.regex", "shop\\..*");

        assertThat(errors(config))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of("neo4j.pattern.topic.orders maps a topic that topics.regex (shop\\..*) does not match:"
                                + " widen it, or remove the mapping")));
    }

    @Test
    void aRegularExpressionOfTopicsNeedsSomeMapping() {
        var config = SOUND.without("topics", "neo4j.pattern.topic.orders").with("topics.regex", "orders");

        assertThat(errors(config))
                .containsExactly(entry(
                        "topics.regex",
                        List.of("No topic of topics.regex has a mapping: set neo4j.pattern.topic.<topic>")));
    }

    @Test
    void aBrokenRegularExpressionIsLeftToKafkaConnect() {
        var config = SOUND.without("topics").with("topics.regex", "(");

        assertThat(errors(config)).isEmpty();
    }

    @Test
    void topicsAreNotComparedWhereATransformationMayRenameThem() {
        assertThat(errors(SOUND.with(
                        "topics",
                        "pg.public.orders",
                        "transforms",
                        "route",
                        "transforms.route.type",
                        "org.apache.kafka.connect.transforms.RegexRouter")))
                .isEmpty();
    }

    @Test
    void topicsAreComparedWhereNoTransformationRenamesThem() {
        assertThat(errors(SOUND.with(
                        "topics",
                        "pg.public.orders",
                        "transforms",
                        "unwrap, flat",
                        "transforms.unwrap.type",
                        "io.debezium.transforms.ExtractNewRecordState",
                        "transforms.flat.type",
                        "org.apache.kafka.connect.transforms.Flatten$Value")))
                .containsOnlyKeys("neo4j.pattern.topic.orders", "neo4j.pattern.topic.pg.public.orders");
    }

    @Test
    void aTopicOfRowsNeedsAMapping() {
        assertThat(errors(SOUND.with("neo4j.pattern.rows.topics", "orders,items")))
                .containsExactly(entry(
                        "neo4j.pattern.rows.topics",
                        List.of("neo4j.pattern.rows.topics names the topic items, which has no mapping: set"
                                + " neo4j.pattern.topic.items, or take it out")));
    }

    @Test
    void aBadPatternIsShownWithItsPlace() {
        assertThat(errors(SOUND.with(
                        "neo4j.pattern.topic.orders", "(:Order {!id})-[:OF->(:Customer {!id: customer_id})")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of("neo4j.pattern.topic.orders: Column 20: expected '{' or ']' but found '-'\n"
                                + "  (:Order {!id})-[:OF->(:Customer {!id: customer_id})\n"
                                + "                     ^")));
    }

    @Test
    void aBadVectorIndexIsShownWithItsPlace() {
        assertThat(errors(SOUND.with("neo4j.schema.vector.docs", "(:Document {embedding}) 384 manhattan")))
                .containsExactly(entry(
                        "neo4j.schema.vector.docs",
                        List.of(
                                "neo4j.schema.vector.docs: Column 29: expected cosine or euclidean but found \"manhattan\"\n"
                                        + "  (:Document {embedding}) 384 manhattan\n"
                                        + "                              ^")));
    }

    @Test
    void aMistypedNameIsAnErrorWithTheNearestName() {
        assertThat(errors(SOUND.with("neo4j.authentication.basic.pasword", "hunter2")))
                .containsExactly(entry(
                        "neo4j.authentication.basic.pasword",
                        List.of("There is no setting neo4j.authentication.basic.pasword: did you mean"
                                + " neo4j.authentication.basic.password?")));
    }

    @Test
    void theValueOfAMistypedNameIsNotRepeated() {
        var value = validated(SOUND.with("neo4j.authentication.basic.pasword", "hunter2"))
                .get("neo4j.authentication.basic.pasword");

        assertThat(value.value()).isNull();
    }

    @Test
    void aMistypedMappingIsAnErrorWithTheNearestName() {
        assertThat(errors(SOUND.with("neo4j.patern.topic.pg.public.orders", "(:Order {!id})")))
                .containsExactly(entry(
                        "neo4j.patern.topic.pg.public.orders",
                        List.of("There is no setting neo4j.patern.topic.pg.public.orders: did you mean"
                                + " neo4j.pattern.topic.pg.public.orders?")));
    }

    @Test
    void aNameThatIsLikeNoneIsAnErrorWithoutAdvice() {
        assertThat(errors(SOUND.with("neo4j.something.else.altogether", "1")))
                .containsExactly(entry(
                        "neo4j.something.else.altogether",
                        List.of("There is no setting neo4j.something.else.altogether")));
    }

    @Test
    void settingsOfOthersAreNotJudged() {
        assertThat(errors(SOUND.with("consumer.override.max.poll.records", "2000", "neo4jish", "1")))
                .isEmpty();
    }

    @Test
    void strategiesOfTheOfficialConnectorAreNamedAsMissing() {
        assertThat(errors(SOUND.with("neo4j.cypher.topic.orders", "MERGE (n)", "neo4j.pattern.bind-key-as", "k")))
                .containsOnly(
                        entry(
                                "neo4j.cypher.topic.orders",
                                List.of("neo4j.cypher.topic.orders is a setting of the official Neo4j connector that"
                                        + " Graphsink does not have: write the mapping as graph patterns in"
                                        + " neo4j.pattern.topic.<topic>")),
                        entry(
                                "neo4j.pattern.bind-key-as",
                                List.of("neo4j.pattern.bind-key-as is a setting of the official Neo4j connector that"
                                        + " Graphsink does not have: patterns always call the parts of a record __key,"
                                        + " __value, __header and __timestamp")));
    }

    @Test
    void aDeadLetterQueueNeedsTolerance() {
        assertThat(errors(SOUND.with("errors.deadletterqueue.topic.name", "dlq")))
                .containsExactly(entry(
                        "errors.deadletterqueue.topic.name",
                        List.of("errors.deadletterqueue.topic.name has no effect while errors.tolerance is none, where"
                                + " the first bad record stops the task: set errors.tolerance=all, or remove the dead"
                                + " letter queue")));
    }

    @Test
    void aDeadLetterQueueWithToleranceIsFine() {
        assertThat(errors(SOUND.with("errors.deadletterqueue.topic.name", "dlq", "errors.tolerance", "all")))
                .isEmpty();
    }

    @Test
    void theLabelOfPlaceholdersIsNotOneOfRows() {
        assertThat(errors(SOUND.with(
                        "neo4j.placeholder-label",
                        "Client",
                        "neo4j.pattern.topic.orders",
                        "(:Order {!id})-[:PLACED_BY]->(:$(kind|Client,Shop) {!id: customer})")))
                .containsExactly(entry(
                        "neo4j.placeholder-label",
                        List.of("neo4j.placeholder-label is Client, a label that neo4j.pattern.topic.orders gives to"
                                + " nodes of rows: choose one that no pattern has")));
    }

    @Test
    void theLabelOfStoredOffsetsIsNotOneOfRows() {
        assertThat(errors(SOUND.with(
                        "neo4j.eos-offset-label", "Position", "neo4j.pattern.topic.orders", "(:Order:Position {!id})")))
                .containsExactly(entry(
                        "neo4j.eos-offset-label",
                        List.of("neo4j.eos-offset-label is Position, a label that neo4j.pattern.topic.orders gives to"
                                + " nodes of rows: choose one that no pattern has")));
    }

    @Test
    void placeholdersAndStoredOffsetsHaveDifferentLabels() {
        assertThat(errors(SOUND.with("neo4j.placeholder-label", "Own", "neo4j.eos-offset-label", "Own")))
                .containsExactly(entry(
                        "neo4j.placeholder-label",
                        List.of("neo4j.placeholder-label is Own, and neo4j.eos-offset-label is too: choose two"
                                + " labels")));
    }

    @Test
    void rowsDoNotHaveTheLabelOfTheConnectorsRecordsOfItsSchema() {
        assertThat(errors(SOUND.with("neo4j.pattern.topic.orders", "(:__GraphsinkSchema {!id})")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of("neo4j.pattern.topic.orders gives the label __GraphsinkSchema, under which connectors"
                                + " keep what they have created: choose another")));
    }

    @Test
    void withoutLabelsOfTheirOwnPlaceholdersAndOffsetsDoNotClash() {
        assertThat(errors(SOUND.with("neo4j.placeholder-label", "", "neo4j.eos-offset-label", "")))
                .isEmpty();
    }

    @Test
    void anUnreachableServerIsBlamedOnTheAddress() {
        assertThat(errorsWith(new ConnectionProblem(Subject.ADDRESS, "neo4j://db cannot be reached")))
                .containsExactly(entry("neo4j.uri", List.of("neo4j://db cannot be reached: check neo4j.uri")));
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
    void aNullValueIsLeftToKafkaConnect() {
        var config = SOUND.map();
        config.put("neo4j.database", null);

        assertThat(errors(config)).isEmpty();
    }

    @Test
    void onlyTheSettingsOfTheChosenAuthenticationAreVisible() {
        var values = validated(SOUND);

        assertThat(values.get("neo4j.authentication.basic.password").visible()).isTrue();
        assertThat(values.get("neo4j.authentication.bearer.token").visible()).isFalse();
    }

    @Test
    void choicesAreRecommended() {
        assertThat(validated(SOUND).get("neo4j.authentication.type").recommendedValues())
                .containsExactly("NONE", "BASIC", "BEARER", "KERBEROS", "CUSTOM");
    }

    private static Map<String, List<String>> errors(ConnectorSettings settings) {
        return errors(settings.map());
    }

    private static Map<String, List<String>> errors(Map<String, String> config) {
        return errors(config, Optional.empty());
    }

    private static Map<String, List<String>> errorsWith(ConnectionProblem problem) {
        return errors(SOUND.map(), Optional.of(problem));
    }

    private static Map<String, List<String>> errors(Map<String, String> config, Optional<ConnectionProblem> problem) {
        var errors = new LinkedHashMap<String, List<String>>();
        for (var value : new SinkConfigValidation((connection, schema) -> problem)
                .validate(config)
                .configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }

    private static Map<String, ConfigValue> validated(ConnectorSettings settings) {
        var values = new HashMap<String, ConfigValue>();
        new SinkConfigValidation((connection, schema) -> Optional.empty())
                .validate(settings.map())
                .configValues()
                .forEach(value -> values.put(value.name(), value));
        return values;
    }
}
