package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexParserTest {

    @Test
    void aVectorIndexOnNodes() {
        assertThat(VectorIndex.parse("docs", "(:Document {embedding}) 384 cosine"))
                .isEqualTo(new VectorIndex(
                        "docs",
                        Target.node("Document", List.of("embedding")),
                        new VectorConfiguration(384, "cosine", null, null, null)));
    }

    @Test
    void aVectorIndexOnRelationshipsWithAllOptionsAndAnySpacing() {
        assertThat(
                        VectorIndex.parse(
                                "m",
                                " ( ) - [ :MENTIONS{ embedding } ] -( )\n 8 EUCLIDEAN hnsw.ef_construction = 100 quantization=false hnsw.m=16 "))
                .isEqualTo(new VectorIndex(
                        "m",
                        Target.relationship("MENTIONS", List.of("embedding")),
                        new VectorConfiguration(8, "euclidean", false, 16, 100)));
    }

    @Test
    void aFullTextIndexOnSeveralLabelsWithQuotedNames() {
        assertThat(PropertyIndex.parse("f", "fulltext (:Article|`a ``b` {title, `two words`, address.city})"))
                .isEqualTo(new PropertyIndex(
                        "f",
                        IndexType.FULLTEXT,
                        new Target(
                                EntityType.NODE,
                                List.of("Article", "a `b"),
                                List.of("title", "two words", "address.city"))));
    }

    @Test
    void aRangeIndexOnRelationshipsWithTwoProperties() {
        assertThat(PropertyIndex.parse("r", "RANGE ()-[:RATED {stars, at}]-()"))
                .isEqualTo(
                        new PropertyIndex("r", IndexType.RANGE, Target.relationship("RATED", List.of("stars", "at"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(:Document {embedding}) 384 cosine",
                "()-[:MENTIONS {embedding}]-() 8 euclidean quantization=true hnsw.m=16 hnsw.ef_construction=100",
                "(:`a ``b` {`c d`}) 1 cosine"
            })
    void theCanonicalTextParsesToTheSameVectorIndex(String text) {
        VectorIndex index = VectorIndex.parse("v", text);
        assertThat(index.target() + " " + index.configuration()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void aMistakeInAnIndexPointsAtItsColumn(String text, String message) {
        assertMistake(() -> PropertyIndex.parse("x", text), message);
    }

    static List<Arguments> aMistakeInAnIndexPointsAtItsColumn() {
        return List.of(
                Arguments.of("", """
                        Column 1: expected RANGE, TEXT, POINT or FULLTEXT but found the end
                         \s
                          ^"""),
                Arguments.of("BTREE (:A {b})", """
                        Column 1: expected RANGE, TEXT, POINT or FULLTEXT but found "BTREE"
                          BTREE (:A {b})
                          ^"""),
                Arguments.of("RANGE :A {b}", """
                        Column 7: expected (:Label {property}) or ()-[:TYPE {property}]-() but found ":"
                          RANGE :A {b}
                                ^"""),
                Arguments.of("RANGE (A {b})", """
                        Column 8: expected ":" and a label, or ")" of ()-[:TYPE {property}]-() but found "A"
                          RANGE (A {b})
                                 ^"""),
                Arguments.of("RANGE (:A)", """
                        Column 10: expected "{" but found ")"
                          RANGE (:A)
                                   ^"""),
                Arguments.of("RANGE (:A {})", """
                        Column 12: expected a property but found "}"
                          RANGE (:A {})
                                     ^"""),
                Arguments.of("RANGE (:A {b, b})", """
                        Column 15: named twice
                          RANGE (:A {b, b})
                                        ^"""),
                Arguments.of("RANGE (:A|B {b})", """
                        Column 10: a range index takes only one
                          RANGE (:A|B {b})
                                   ^"""),
                Arguments.of("TEXT (:A {b, c})", """
                        Column 12: a text index takes only one
                          TEXT (:A {b, c})
                                     ^"""),
                Arguments.of("RANGE (:A {`b})", """
                        Column 12: this backtick is never closed
                          RANGE (:A {`b})
                                     ^"""),
                Arguments.of("RANGE ()-[:T {b}]->()", """
                        Column 19: expected ]-() (an index has no direction) but found ">"
                          RANGE ()-[:T {b}]->()
                                            ^"""),
                Arguments.of("RANGE (:A {b})\n  x", """
                        Column 3: expected the end but found "x"
                            x
                            ^"""));
    }

    @ParameterizedTest
    @MethodSource
    void aMistakeInAVectorIndexPointsAtItsColumn(String text, String message) {
        assertMistake(() -> VectorIndex.parse("x", text), message);
    }

    static List<Arguments> aMistakeInAVectorIndexPointsAtItsColumn() {
        return List.of(
                Arguments.of("(:D {e})", """
                        Column 9: expected the number of dimensions but found the end
                          (:D {e})
                                  ^"""),
                Arguments.of("(:D {e}) 5000 cosine", """
                        Column 10: expected the number of dimensions from 1 to 4096 but found "5000"
                          (:D {e}) 5000 cosine
                                   ^"""),
                Arguments.of("(:D {e}) 3 dot", """
                        Column 12: expected cosine or euclidean but found "dot"
                          (:D {e}) 3 dot
                                     ^"""),
                Arguments.of("(:D {e}) 3 cosine m=3", """
                        Column 19: expected quantization=, hnsw.m=, hnsw.ef_construction= or the end but found "m"
                          (:D {e}) 3 cosine m=3
                                            ^"""),
                Arguments.of("(:D {e}) 3 cosine hnsw.m=3 hnsw.m=4", """
                        Column 28: hnsw.m is given twice
                          (:D {e}) 3 cosine hnsw.m=3 hnsw.m=4
                                                     ^"""),
                Arguments.of("(:D {e}) 3 cosine hnsw.m=0", """
                        Column 26: expected a number from 1 to 512 but found "0"
                          (:D {e}) 3 cosine hnsw.m=0
                                                   ^"""),
                Arguments.of("(:D {e}) 3 cosine quantization=yes", """
                        Column 32: expected true or false but found "yes"
                          (:D {e}) 3 cosine quantization=yes
                                                         ^"""),
                Arguments.of("(:D {e, f}) 3 cosine", """
                        Column 7: a vector index takes only one
                          (:D {e, f}) 3 cosine
                                ^"""));
    }

    private static void assertMistake(ThrowingCallable parsing, String message) {
        assertThatExceptionOfType(SchemaSyntaxException.class)
                .isThrownBy(parsing)
                .withMessage(message);
    }
}
