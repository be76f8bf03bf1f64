package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.graphsink.schema.SchemaFixture.CREATE;
import static org.graphsink.schema.SchemaFixture.RECREATE;
import static org.graphsink.schema.SchemaFixture.VALIDATE;
import static org.graphsink.schema.SchemaFixture.schema;
import static org.graphsink.schema.SchemaFixture.unique;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@WithNeo4j
class SchemaConflictsIT {

    private static final String OTHER_VECTOR_INDEX =
            "CREATE VECTOR INDEX other FOR (n:Document) ON (n.e) OPTIONS {indexConfig: {`vector.dimensions`: 3,"
                    + " `vector.similarity_function`: 'euclidean', `vector.quantization.enabled`: false,"
                    + " `vector.hnsw.m`: 8, `vector.hnsw.ef_construction`: 50}}";

    private final SchemaFixture database;

    SchemaConflictsIT(Driver driver) {
        this.database = new SchemaFixture(driver);
    }

    @Test
    void aPlainIndexInTheWayOfAConstraintIsNamed() {
        database.run("CREATE INDEX `in the way` FOR (n:A) ON (n.id)");
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(CREATE).apply(schema(unique("A", "id"), unique("B", "id"))))
                .withMessage("""
                        The schema cannot be set up:
                        - the range index in the way on (:A {id}) is in the way of the uniqueness constraint on (:A {id}), \
                        which brings an index of its own: drop it (DROP INDEX `in the way`)""");
    }

    @Test
    void duplicatesAreCountedAndShownByElementIdNeverByValue() {
        database.run("UNWIND ['secret1', 'secret1', 'secret2', 'secret2', 'secret2', 'secret3'] AS id"
                + " CREATE (:A {id: id}), (:B {id: 1})");
        var refusal = catchThrowableOfType(
                SchemaException.class,
                () -> database.setup(CREATE).apply(schema(unique("A", "id"), unique("B", "id"))));
        assertThat(refusal.problems()).hasSize(2);
        assertThat(refusal.problems().get(0))
                .matches("the uniqueness constraint on \\(:A \\{id}\\) cannot be created: 5 nodes share 2 values of it,"
                        + " for example \\(by element id\\) (4:[-0-9a-f]+:\\d+( = |, )?){5}\\."
                        + " Merge or delete them and start the connector again");
        assertThat(refusal.problems().get(1)).contains("6 nodes share 1 value of it");
        assertThat(refusal).hasMessageNotContaining("secret").hasNoCause();
    }

    @Test
    void duplicatesOfALabelMetInARecordAreReportedWithoutTheLabel() {
        database.run("CREATE (:Secret {id: 1}), (:Secret {id: 1})");
        var setup = database.setup(CREATE);
        setup.apply(new DeclaredSchema(List.of(), Set.of(List.of("id"))));
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> setup.ensure("Secret", List.of("id")))
                .withMessageNotContaining("Secret")
                .withMessageContaining(
                        "the uniqueness constraint on [id] of a label that records name cannot be created:"
                                + " 2 nodes share 1 value of it");
    }

    @Test
    void aDifferentVectorIndexIsAnErrorThatNamesBoth() {
        database.run(OTHER_VECTOR_INDEX);
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() ->
                        database.setup(CREATE).apply(schema(VectorIndex.parse("docs", "(:Document {e}) 2 cosine"))))
                .withMessage("""
                        The schema cannot be set up:
                        - neo4j.schema.vector.docs declares the vector index docs on (:Document {e}) 2 cosine, but the \
                        database has the vector index other on (:Document {e}) 3 euclidean quantization=false hnsw.m=8 \
                        hnsw.ef_construction=50: change the setting, drop the index (DROP INDEX `other`), or set \
                        neo4j.schema.on-conflict=recreate""");
        assertThat(database.existing()).containsExactly("VECTOR other (:Document {e})");
    }

    @Test
    void aDifferentVectorIndexIsRecreatedOnRequest() {
        database.run(OTHER_VECTOR_INDEX, "CREATE (:Document {name: 'x', e: [1.0, 0.0]})");
        database.setup(RECREATE).apply(schema(VectorIndex.parse("docs", "(:Document {e}) 2 cosine")));
        assertThat(database.existing()).containsExactly("VECTOR docs (:Document {e})");
        assertThat(database.strings(
                        "CALL db.index.vector.queryNodes('docs', 1, [1.0, 0.0]) YIELD node" + " RETURN node.name"))
                .containsExactly("x");
    }

    @Test
    void aVectorIndexThatMovedToAnotherPropertyIsRecreatedOnRequest() {
        database.setup(CREATE).apply(schema(VectorIndex.parse("docs", "(:Document {e}) 2 cosine")));
        var moved = schema(VectorIndex.parse("docs", "(:Document {f}) 2 cosine"));
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(CREATE).apply(moved))
                .withMessageContaining("the name of the vector index docs on (:Document {f}) 2 cosine is taken by the"
                        + " vector index docs on (:Document {e}) 2 cosine");
        database.setup(RECREATE).apply(moved);
        assertThat(database.existing()).containsExactly("VECTOR docs (:Document {f})");
    }

    @Test
    void anIndexOfAnotherTypeUnderTheSameNameIsNeverDropped() {
        database.run(
                "CREATE TEXT INDEX docs FOR (n:A) ON (n.t)", "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.id IS UNIQUE");
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(RECREATE)
                        .apply(schema(
                                VectorIndex.parse("docs", "(:Document {e}) 2 cosine"),
                                PropertyIndex.parse("c", "RANGE (:A {x})"))))
                .withMessage("""
                        The schema cannot be set up:
                        - the name of the vector index docs on (:Document {e}) 2 cosine is taken by the text index docs on \
                        (:A {t}): rename one of them, drop the existing one (DROP INDEX `docs`)
                        - the name of the range index c on (:A {x}) is taken by the uniqueness constraint c on (:A {id}): \
                        rename one of them""");
        assertThat(database.existing()).hasSize(2);
    }

    @Test
    void validationListsEverythingAndChangesNothing() {
        database.run(OTHER_VECTOR_INDEX, "CREATE INDEX plain FOR (n:B) ON (n.id)");
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(VALIDATE)
                        .apply(schema(
                                unique("A", "id"),
                                unique("B", "id"),
                                PropertyIndex.range(Target.relationship("T", List.of("id"))),
                                VectorIndex.parse("docs", "(:Document {e}) 2 cosine"))))
                .withMessage("""
                        The database lacks what the configuration declares. Add it, or let the connector do so with \
                        neo4j.schema=create:
                        - missing: the uniqueness constraint on (:A {id})
                            CREATE CONSTRAINT `graphsink_unique_A__id` IF NOT EXISTS FOR (n:`A`) REQUIRE (n.`id`) IS UNIQUE
                        - the range index plain on (:B {id}) is in the way of the uniqueness constraint on (:B {id}), which \
                        brings an index of its own: drop it (DROP INDEX `plain`)
                        - missing: the range index graphsink_range_T__id on ()-[:T {id}]-()
                            CREATE RANGE INDEX `graphsink_range_T__id` IF NOT EXISTS FOR ()-[n:`T`]-() ON (n.`id`)
                        - neo4j.schema.vector.docs declares the vector index docs on (:Document {e}) 2 cosine, but the \
                        database has the vector index other on (:Document {e}) 3 euclidean quantization=false hnsw.m=8 \
                        hnsw.ef_construction=50: change the setting, drop the index (DROP INDEX `other`), or set \
                        neo4j.schema.on-conflict=recreate""");
        assertThat(database.existing())
                .containsExactlyInAnyOrder("VECTOR other (:Document {e})", "RANGE plain (:B {id})");
        assertThat(database.recorded()).isEmpty();
    }

    @Test
    void nodeKeysOnCommunityAreAnErrorAtStart() {
        var keys = new SchemaSettings(
                SchemaMode.CREATE, true, Duration.ofMinutes(1), OnConflict.ERROR, false, List.of(), List.of());
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(keys).apply(schema()))
                .withMessageMatching("The server cannot have the declared schema:\n"
                        + "- neo4j.schema.keys=true needs Neo4j Enterprise Edition, the server is [0-9.]+ Community:"
                        + " set neo4j.schema.keys=false for uniqueness constraints");
    }

    @Test
    void whatTheServerRefusesIsReportedInItsWords() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(CREATE)
                        .apply(schema(new PropertyIndex("two", IndexType.TEXT, Target.node("A", List.of("x", "y"))))))
                .withMessageStartingWith(
                        "The schema cannot be set up:\n- the text index two on (:A {x, y}) cannot be created: ")
                .withMessageContaining("Neo.ClientError");
    }
}
