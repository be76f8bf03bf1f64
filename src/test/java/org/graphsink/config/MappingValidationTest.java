package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.graphsink.config.Validated.SOUND;
import static org.graphsink.config.Validated.errors;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What validation says of topics, of their mappings and of the labels in them. */
class MappingValidationTest {

    @Test
    void aTopicNeedsAMapping() {
        assertThat(errors(SOUND.with("topics", "orders, pg.public.items")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.pg.public.items",
                        List.of("The topic pg.public.items has no mapping: set neo4j.pattern.topic.pg.public.items, or"
                                + " take the topic out of topics. No transformations (transforms) are set that could"
                                + " give records of it another topic")));
    }

    @Test
    void aMappingNeedsATopic() {
        assertThat(errors(SOUND.with("neo4j.pattern.topic.order", "(:Order {!id})")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.order",
                        List.of(
                                "neo4j.pattern.topic.order maps a topic that is not in topics (orders): add it there, or"
                                        + " remove the mapping. No transformations (transforms) are set that could"
                                        + " give records this topic")));
    }

    @Test
    void aMappingMustMatchTheRegularExpressionOfTopics() {
        var config = SOUND.without("topics").with("topics.regex", "shop\\..*");

        assertThat(errors(config))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of("neo4j.pattern.topic.orders maps a topic that topics.regex (shop\\..*) does not match:"
                                + " widen it, or remove the mapping. No transformations (transforms) are set that"
                                + " could give records this topic")));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.kafka.connect.transforms.RegexRouter",
                "io.debezium.transforms.ExtractNewRecordState",
                "org.apache.kafka.connect.transforms.Flatten$Value",
                "com.example.Custom"
            })
    void topicsAreNotComparedWithTransformationsWhichMayGiveRecordsAnother(String type) {
        var transformed = SOUND.with("transforms", "one", "transforms.one.type", type);

        assertThat(errors(transformed.with("topics", "pg.public.orders"))).isEmpty();
        assertThat(errors(transformed.without("topics").with("topics.regex", "pg\\..*")))
                .isEmpty();
    }

    @Test
    void someMappingIsNeededWithTransformationsToo() {
        var config = SOUND.without("neo4j.pattern.topic.orders")
                .with("transforms", "one", "transforms.one.type", "com.example.Custom");

        assertThat(errors(config))
                .containsExactly(
                        entry("topics", List.of("No topic of topics has a mapping: set neo4j.pattern.topic.<topic>")));
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
    void aReferenceIsBySomethingThatTheRowsOfTheLabelWrite() {
        var config = SOUND.with("topics", "orders,customers,people")
                .with("neo4j.pattern.topic.customers", "(:Customer {!id, name})")
                .with("neo4j.pattern.topic.people", "(:Person {!id, *})");

        assertThat(errors(config.with(
                        "neo4j.pattern.topic.orders", "(:Order {!id})-[:BY]->(:Customer {!email: customer_email})")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of(
                                "neo4j.pattern.topic.orders refers to nodes :Customer by {email}, which the rows of customers"
                                        + " that make such nodes do not write: refer to them by {id}, or write it in the pattern of"
                                        + " the rows")));
        assertThat(
                        errors(
                                config.with(
                                        "neo4j.pattern.topic.orders",
                                        "(:Person {!email})-[:BY]->(:Customer {!name: customer}) ; (:Order {!id})-[:IN]->(:City {!name: city})")))
                .isEmpty();
    }

    @Test
    void aReferenceByALabelThatRowsOnlyGiveBesidesSaysWhatToWrite() {
        var config = SOUND.with("topics", "orders,parties")
                .with("neo4j.pattern.topic.parties", "(:Party:Person {!id})")
                .with(
                        "neo4j.pattern.topic.orders",
                        "(:Order {!id}) ; (:Order {!id})-[:PLACED_BY]->(:Person {!id: person_id})");

        assertThat(errors(config))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of(
                                "neo4j.pattern.topic.orders refers to nodes by the label :Person, which the rows of parties"
                                        + " give besides the one that they are found by: refer to them by :Party, or write"
                                        + " :Person first in the pattern of the rows")));
    }

    @Test
    void aMappingGivesNoLabelOfWriters() {
        assertThat(errors(SOUND.with("neo4j.pattern.topic.orders", "(:Order:__Row_orders:__Shared {!id})")))
                .containsExactly(entry(
                        "neo4j.pattern.topic.orders",
                        List.of(
                                "neo4j.pattern.topic.orders gives the label __Row_orders, by which nodes tell whose rows are in"
                                        + " them: choose another",
                                "neo4j.pattern.topic.orders gives the label __Shared, by which nodes tell whose rows are in"
                                        + " them: choose another")));
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
    void theFieldsThatIdentifyARowAreShownWithTheirMistake() {
        assertThat(errors(SOUND.with("neo4j.pattern.key.topic.orders", "id, __offset")))
                .containsExactly(entry(
                        "neo4j.pattern.key.topic.orders",
                        List.of("neo4j.pattern.key.topic.orders: Column 5: expected a field of the row but found"
                                + " '__offset'\n"
                                + "  id, __offset\n"
                                + "      ^")));
        assertThat(errors(SOUND.with("neo4j.pattern.key.topic.orders", "tenant, order.number")))
                .isEmpty();
    }

    @Test
    void theFieldsThatIdentifyARowAreThoseOfATopicWithAMapping() {
        assertThat(errors(SOUND.with("neo4j.pattern.key.topic.order", "id")))
                .containsExactly(entry(
                        "neo4j.pattern.key.topic.order",
                        List.of("neo4j.pattern.key.topic.order is of a topic without mapping: set"
                                + " neo4j.pattern.topic.order, or remove it")));
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
}
