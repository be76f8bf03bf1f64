package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.graphsink.schema.SchemaFixture.CREATE;
import static org.graphsink.schema.SchemaFixture.schema;
import static org.graphsink.schema.SchemaFixture.unique;

import java.util.List;
import java.util.Set;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.ClientException;

@WithNeo4j
class SchemaCreationIT {

    static final DeclaredSchema EVERYTHING = schema(
            unique("Customer", "id"),
            unique("Place", "country", "zip"),
            unique("back`tick \\u0060", "a.b"),
            PropertyIndex.range(Target.relationship("CONTAINS", List.of("id", "line"))),
            PropertyIndex.parse("range", "RANGE (:Customer {name, born})"),
            PropertyIndex.parse("text", "TEXT (:Customer {name})"),
            PropertyIndex.parse("point", "POINT (:Place {at})"),
            PropertyIndex.parse("full", "FULLTEXT (:Book|Film {title, body})"),
            PropertyIndex.parse("full relationships", "FULLTEXT ()-[:SAID|WROTE {text}]-()"),
            VectorIndex.parse("docs", "(:Document {embedding}) 384 cosine"),
            VectorIndex.parse(
                    "mentions",
                    "()-[:MENTIONS {e}]-() 8 euclidean quantization=false hnsw.m=8 hnsw.ef_construction=50"));

    private final SchemaFixture database;

    SchemaCreationIT(Driver driver) {
        this.database = new SchemaFixture(driver);
    }

    @Test
    void everythingDeclaredIsCreatedOnceAndOnline() {
        database.setup(CREATE).apply(EVERYTHING);

        List<String> expected = List.of(
                "uniqueness constraint graphsink_unique_Customer__id on (:Customer {id})",
                "uniqueness constraint graphsink_unique_Place__country__zip on (:Place {country, zip})",
                "uniqueness constraint " + unique("back`tick \\u0060", "a.b").name()
                        + " on (:`back``tick \\u005Cu0060` {`a.b`})",
                "RANGE graphsink_range_CONTAINS__id__line ()-[:CONTAINS {id, line}]-()",
                "RANGE range (:Customer {name, born})",
                "TEXT text (:Customer {name})",
                "POINT point (:Place {at})",
                "FULLTEXT full (:Book|Film {title, body})",
                "FULLTEXT full relationships ()-[:SAID|WROTE {text}]-()",
                "VECTOR docs (:Document {embedding})",
                "VECTOR mentions ()-[:MENTIONS {e}]-()");
        assertThat(database.existing()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(database.strings("SHOW INDEXES YIELD state RETURN DISTINCT state"))
                .containsExactly("ONLINE");

        database.setup(CREATE).apply(EVERYTHING);
        assertThat(database.existing()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(database.recorded()).hasSize(11);
    }

    @Test
    void whatWasCreatedIsFoundByValidation() {
        database.setup(CREATE).apply(EVERYTHING);
        assertThatCode(() -> database.setup(SchemaFixture.VALIDATE).apply(EVERYTHING))
                .doesNotThrowAnyException();
    }

    @Test
    void constraintsAndIndexesOfOtherNamesAreUsed() {
        database.run(
                "CREATE CONSTRAINT mine FOR (n:Place) REQUIRE (n.zip, n.country) IS UNIQUE",
                "CREATE INDEX mine2 FOR ()-[r:T]-() ON (r.id)",
                "CREATE FULLTEXT INDEX mine3 FOR (n:Film|Book) ON EACH [n.body, n.title]",
                "CREATE VECTOR INDEX mine4 FOR (n:Document) ON (n.e) OPTIONS {indexConfig: {`vector.dimensions`: 8,"
                        + " `vector.similarity_function`: 'COSINE'}}");
        List<String> before = database.existing();

        database.setup(CREATE)
                .apply(schema(
                        unique("Place", "country", "zip"),
                        PropertyIndex.range(Target.relationship("T", List.of("id"))),
                        PropertyIndex.parse("full", "FULLTEXT (:Book|Film {title, body})"),
                        VectorIndex.parse("vector", "(:Document {e}) 8 cosine")));

        assertThat(database.existing()).isEqualTo(before);
        assertThat(database.recorded()).isEmpty();
    }

    @Test
    void modeNoneReadsAndChangesNothing() {
        var none =
                new SchemaSettings(SchemaMode.NONE, true, CREATE.await(), OnConflict.ERROR, true, List.of(), List.of());
        var setup = database.setup(none);
        setup.apply(EVERYTHING);
        setup.ensure("Met", List.of("id"));
        assertThat(database.existing()).isEmpty();
    }

    @Test
    void aLabelMetInARecordGetsItsConstraintOnce() {
        var setup = database.setup(CREATE);
        setup.apply(new DeclaredSchema(List.of(unique("Known", "id")), Set.of(List.of("id"))));

        setup.ensure("Known", List.of("id"));
        setup.ensure("Met", List.of("b", "a"));
        database.run("DROP CONSTRAINT " + unique("Met", "a", "b").name());
        setup.ensure("Met", List.of("a", "b"));

        assertThat(database.existing())
                .containsExactly("uniqueness constraint graphsink_unique_Known__id on (:Known {id})");
    }

    @Test
    void aConstraintHoldsAfterwards() {
        database.setup(CREATE).apply(EVERYTHING);
        database.run("CREATE (:Customer {id: 1})");
        assertThatExceptionOfType(ClientException.class).isThrownBy(() -> database.run("CREATE (:Customer {id: 1})"));
    }

    @Test
    void aVectorIndexAnswersQueries() {
        database.setup(CREATE).apply(schema(VectorIndex.parse("docs", "(:Document {e}) 2 cosine")));
        database.run("CREATE (:Document {name: 'near', e: [1.0, 0.1]}), (:Document {name: 'far', e: [-1.0, 0.0]})");
        assertThat(database.strings(
                        "CALL db.index.vector.queryNodes('docs', 1, [1.0, 0.0]) YIELD node" + " RETURN node.name"))
                .containsExactly("near");
    }
}
