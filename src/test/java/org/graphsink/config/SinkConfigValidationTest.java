package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.graphsink.config.Validated.SOUND;
import static org.graphsink.config.Validated.errors;
import static org.graphsink.config.Validated.validated;

import java.util.List;
import org.junit.jupiter.api.Test;

class SinkConfigValidationTest {

    @Test
    void aSoundConfigurationHasNoErrors() {
        assertThat(errors(SOUND)).isEmpty();
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
    void aNullValueIsLeftToKafkaConnect() {
        var config = SOUND.map();
        config.put("neo4j.database", null);

        assertThat(errors(config)).isEmpty();
    }

    @Test
    void choicesAreRecommended() {
        assertThat(validated(SOUND).get("neo4j.authentication.type").recommendedValues())
                .containsExactly("NONE", "BASIC", "BEARER", "KERBEROS", "CUSTOM");
    }
}
