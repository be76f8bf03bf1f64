package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final VectorConfiguration NONE = new VectorConfiguration(null, null, null, null, null);
    private static final Target TARGET = Target.node("A", List.of("x", "y"));
    private static final NodeConstraint UNIQUE = NodeConstraint.declared(new LabelKey("A", List.of("x", "y")), false);
    private static final NodeConstraint KEY = NodeConstraint.declared(new LabelKey("A", List.of("x", "y")), true);

    @Test
    void whatAnEmptyDatabaseLacksIsMissing() {
        assertThat(compare(UNIQUE, List.of(), List.of())).isEqualTo(new Finding.Missing(UNIQUE));
    }

    @Test
    void aConstraintOfAnotherNameOrderAndCypherVersionWillDo() {
        var index = index("c", "RANGE", TARGET, "c");
        assertThat(compare(
                        UNIQUE,
                        List.of(new ExistingConstraint(
                                "c", "NODE_PROPERTY_UNIQUENESS", Target.node("A", List.of("y", "x")))),
                        List.of(index)))
                .isEqualTo(new Finding.Present(UNIQUE, index));
    }

    @Test
    void aNodeKeyServesAsUniquenessConstraintButNotTheOtherWayRound() {
        var index = index("c", "RANGE", TARGET, "c");
        assertThat(compare(UNIQUE, List.of(new ExistingConstraint("c", "NODE_KEY", TARGET)), List.of(index)))
                .isEqualTo(new Finding.Present(UNIQUE, index));
        assertThat(compare(KEY, List.of(new ExistingConstraint("c", "UNIQUENESS", TARGET)), List.of(index)))
                .isEqualTo(new Finding.Conflict(
                        KEY,
                        "the uniqueness constraint c on (:A {x, y}) is in the way of the node key constraint on"
                                + " (:A {x, y}): drop it (DROP CONSTRAINT `c`), or set neo4j.schema.keys=false",
                        Optional.empty()));
    }

    @Test
    void aConstraintOnRelationshipsIsAnother() {
        assertThat(compare(
                        UNIQUE,
                        List.of(new ExistingConstraint(
                                "c", "RELATIONSHIP_UNIQUENESS", Target.relationship("A", List.of("x", "y")))),
                        List.of()))
                .isEqualTo(new Finding.Missing(UNIQUE));
    }

    @Test
    void aPlainIndexInAnotherOrderIsNotInTheWay() {
        assertThat(compare(UNIQUE, List.of(), List.of(index("i", "RANGE", Target.node("A", List.of("y", "x")), null))))
                .isEqualTo(new Finding.Missing(UNIQUE));
    }

    @Test
    void aConstraintsNameCannotBeTaken() {
        assertThat(compare(
                        UNIQUE,
                        List.of(),
                        List.of(index(UNIQUE.name(), "RANGE", Target.node("B", List.of("b")), null))))
                .isEqualTo(new Finding.Conflict(
                        UNIQUE,
                        "the name of the uniqueness constraint on (:A {x, y}) is taken by the range index"
                                + " graphsink_unique_A__x__y on (:B {b}): rename one of them, drop the existing one"
                                + " (DROP INDEX `graphsink_unique_A__x__y`)",
                        Optional.empty()));
    }

    @Test
    void aRangeIndexIsServedByTheIndexOfAConstraint() {
        var wanted = PropertyIndex.parse("i", "RANGE (:A {x, y})");
        var existing = index("c", "RANGE", TARGET, "c");
        assertThat(compare(wanted, List.of(), List.of(existing))).isEqualTo(new Finding.Present(wanted, existing));
    }

    @Test
    void theOrderMattersToARangeIndexAndNotToAFullTextIndex() {
        var reversed = Target.node("A", List.of("y", "x"));
        var range = PropertyIndex.parse("i", "RANGE (:A {x, y})");
        var fulltext = PropertyIndex.parse("i", "FULLTEXT (:A {x, y})");
        var existing = index("f", "FULLTEXT", reversed, null);
        assertThat(compare(range, List.of(), List.of(index("r", "RANGE", reversed, null))))
                .isEqualTo(new Finding.Missing(range));
        assertThat(compare(fulltext, List.of(), List.of(existing))).isEqualTo(new Finding.Present(fulltext, existing));
    }

    @Test
    void aVectorIndexMustDifferInNothingThatIsDeclared() {
        var plain = VectorIndex.parse("v", "(:A {e}) 3 cosine");
        var tuned = VectorIndex.parse("v", "(:A {e}) 3 cosine hnsw.m=8");
        var existing = new ExistingIndex(
                "other",
                "VECTOR",
                Target.node("A", List.of("e")),
                Optional.empty(),
                "ONLINE",
                100,
                new VectorConfiguration(3, "cosine", true, 16, 100));
        assertThat(compare(plain, List.of(), List.of(existing))).isEqualTo(new Finding.Present(plain, existing));
        assertThat(compare(tuned, List.of(), List.of(existing)))
                .isEqualTo(new Finding.Conflict(
                        tuned,
                        "neo4j.schema.vector.v declares the vector index v on (:A {e}) 3 cosine hnsw.m=8, but the database"
                                + " has the vector index other on (:A {e}) 3 cosine quantization=true hnsw.m=16"
                                + " hnsw.ef_construction=100: change the setting, drop the index (DROP INDEX `other`), or"
                                + " set neo4j.schema.on-conflict=recreate",
                        Optional.of("other")));
    }

    private static Finding compare(
            Declaration wanted, List<ExistingConstraint> constraints, List<ExistingIndex> indexes) {
        return new Comparison(new Catalog(constraints, indexes)).of(wanted);
    }

    private static ExistingIndex index(String name, String type, Target target, String owner) {
        return new ExistingIndex(name, type, target, Optional.ofNullable(owner), "ONLINE", 100, NONE);
    }
}
