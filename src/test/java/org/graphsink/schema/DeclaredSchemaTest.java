package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graphsink.footprint.Footprints;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.Pattern;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.Source;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.source.PatternStrategy;
import org.graphsink.source.TopicStrategy;
import org.junit.jupiter.api.Test;

class DeclaredSchemaTest {

    @Test
    void everyLabelAndKeyHasOneConstraintAndEveryRelationshipKeyAnIndex() {
        var customer = node(new Name.Static("Customer"), "id");
        var order = node(new Name.Static("Order"), "number", "country");
        var relationship = new RelationshipPattern(order, new Name.Static("PLACED_BY"), keys("id", "at"), customer);

        assertThat(declared(List.of(customer, relationship, node(new Name.Static("Order"), "country", "number"))))
                .containsExactly(
                        "UNIQUENESS (:Customer {id})",
                        "UNIQUENESS (:Order {country, number})",
                        "RANGE ()-[:PLACED_BY {at, id}]-()");
    }

    @Test
    void furtherLabelsAndRelationshipsWithoutKeyNeedNothing() {
        var person = new NodePattern(new Name.Static("Person"), List.of(new Name.Static("Employee")), keys("id"));
        assertThat(declared(List.of(new RelationshipPattern(
                        person, new Name.Static("KNOWS"), List.of(new Selector.All()), person))))
                .containsExactly("UNIQUENESS (:Person {id})");
    }

    @Test
    void aListOfDynamicNamesIsDeclaredAndAnOpenOneIsKnownByItsKey() {
        var listed = node(new Name.Dynamic(field("kind"), List.of("Book", "Film")), "id");
        var open = node(new Name.Dynamic(field("kind"), List.of()), "b", "a");
        var relationship =
                new RelationshipPattern(listed, new Name.Dynamic(field("type"), List.of("X", "Y")), keys("id"), open);

        var schema = DeclaredSchema.of(footprints(List.of(relationship)), settings(false, List.of(), List.of()));

        assertThat(definitions(schema))
                .containsExactly(
                        "UNIQUENESS (:Book {id})",
                        "UNIQUENESS (:Film {id})",
                        "RANGE ()-[:X {id}]-()",
                        "RANGE ()-[:Y {id}]-()");
        assertThat(schema.openKeys()).containsExactly(List.of("a", "b"));
    }

    @Test
    void nodeKeysReplaceUniquenessConstraints() {
        var schema = DeclaredSchema.of(
                footprints(List.of(node(new Name.Static("A"), "id"))), settings(true, List.of(), List.of()));
        assertThat(schema.declarations())
                .containsExactly(
                        new NodeConstraint("graphsink_key_A__id", Target.node("A", List.of("id")), true, false));
    }

    @Test
    void indexesOfTheSettingsAreDeclaredUnlessAConstraintBringsThem() {
        var schema = DeclaredSchema.of(
                footprints(List.of(
                        node(new Name.Static("A"), "id"),
                        new RelationshipPattern(
                                node(new Name.Static("A"), "id"),
                                new Name.Static("T"),
                                keys("id"),
                                node(new Name.Static("A"), "id")))),
                settings(
                        false,
                        List.of(VectorIndex.parse("v", "(:A {e}) 3 cosine")),
                        List.of(
                                PropertyIndex.parse("covered", "RANGE (:A {id})"),
                                PropertyIndex.parse("mine", "RANGE ()-[:T {id}]-()"),
                                PropertyIndex.parse("text", "TEXT (:A {id})"))));

        assertThat(schema.declarations())
                .extracting(Declaration::name)
                .containsExactly("graphsink_unique_A__id", "mine", "text", "v");
    }

    @Test
    void aFurtherKeyComesFirstAndOnlyOnce() {
        var schema = DeclaredSchema.of(
                        footprints(List.of(node(new Name.Static("A"), "id"))), settings(false, List.of(), List.of()))
                .with(new LabelKey("__KafkaOffset", List.of("connector", "topic", "partition")))
                .with(new LabelKey("A", List.of("id")));
        assertThat(definitions(schema))
                .containsExactly("UNIQUENESS (:A {id})", "UNIQUENESS (:__KafkaOffset {connector, partition, topic})");
    }

    @Test
    void twoIndexesOfOneNameAreRefused() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> DeclaredSchema.of(
                        footprints(List.of()),
                        settings(
                                false,
                                List.of(VectorIndex.parse("x", "(:A {e}) 3 cosine")),
                                List.of(PropertyIndex.parse("x", "RANGE (:A {b})")))))
                .withMessage("neo4j.schema.vector.x and neo4j.schema.index.x declare two indexes of the same name");
    }

    @Test
    void differentVectorIndexesOnOnePropertyAreRefused() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> DeclaredSchema.of(
                        footprints(List.of()),
                        settings(
                                false,
                                List.of(
                                        VectorIndex.parse("x", "(:A {e}) 3 cosine"),
                                        VectorIndex.parse("y", "(:A {e}) 4 cosine")),
                                List.of())))
                .withMessage("neo4j.schema.vector.x and neo4j.schema.vector.y declare different vector indexes on"
                        + " (:A {e}): 3 cosine and 4 cosine");
    }

    private static Footprints footprints(List<Pattern> patterns) {
        return TopicStrategy.footprints(Map.of("topic", new PatternStrategy(TopicPatterns.of(patterns))));
    }

    private static List<String> declared(List<Pattern> patterns) {
        return definitions(DeclaredSchema.of(footprints(patterns), settings(false, List.of(), List.of())));
    }

    private static List<String> definitions(DeclaredSchema schema) {
        return schema.declarations().stream().map(Declaration::definition).toList();
    }

    private static SchemaSettings settings(boolean keys, List<VectorIndex> vectors, List<PropertyIndex> indexes) {
        return new SchemaSettings(
                SchemaMode.CREATE, keys, Duration.ofMinutes(1), OnConflict.ERROR, false, vectors, indexes);
    }

    private static NodePattern node(Name label, String... keys) {
        return new NodePattern(label, List.of(), keys(keys));
    }

    private static List<Selector> keys(String... properties) {
        return Stream.of(properties)
                .<Selector>map(property -> new Selector.Key(property, field(property)))
                .toList();
    }

    private static Source field(String name) {
        return new Source(Source.Root.RECORD, List.of(name));
    }
}
