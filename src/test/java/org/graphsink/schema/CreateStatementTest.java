package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CreateStatementTest {

    @ParameterizedTest
    @MethodSource
    void theTextOf(Declaration declaration, String cypher) {
        assertThat(CreateStatement.of(declaration)).isEqualTo(cypher);
    }

    static List<Arguments> theTextOf() {
        return List.of(
                Arguments.of(
                        NodeConstraint.declared(new LabelKey("Customer", List.of("id")), false),
                        "CREATE CONSTRAINT `graphsink_unique_Customer__id` IF NOT EXISTS"
                                + " FOR (n:`Customer`) REQUIRE (n.`id`) IS UNIQUE"),
                Arguments.of(
                        NodeConstraint.declared(new LabelKey("Place", List.of("zip", "country")), false),
                        "CREATE CONSTRAINT `graphsink_unique_Place__country__zip` IF NOT EXISTS"
                                + " FOR (n:`Place`) REQUIRE (n.`country`, n.`zip`) IS UNIQUE"),
                Arguments.of(
                        NodeConstraint.declared(new LabelKey("Place", List.of("zip", "country")), true),
                        "CREATE CONSTRAINT `graphsink_key_Place__country__zip` IF NOT EXISTS"
                                + " FOR (n:`Place`) REQUIRE (n.`country`, n.`zip`) IS NODE KEY"),
                Arguments.of(
                        PropertyIndex.range(Target.relationship("CONTAINS", List.of("id", "line"))),
                        "CREATE RANGE INDEX `graphsink_range_CONTAINS__id__line` IF NOT EXISTS"
                                + " FOR ()-[n:`CONTAINS`]-() ON (n.`id`, n.`line`)"),
                Arguments.of(
                        PropertyIndex.parse("t", "TEXT (:Book {title})"),
                        "CREATE TEXT INDEX `t` IF NOT EXISTS FOR (n:`Book`) ON (n.`title`)"),
                Arguments.of(
                        PropertyIndex.parse("p", "POINT (:Shop {at})"),
                        "CREATE POINT INDEX `p` IF NOT EXISTS FOR (n:`Shop`) ON (n.`at`)"),
                Arguments.of(
                        PropertyIndex.parse("f", "FULLTEXT (:Book|Film {title, `a ``b`})"),
                        "CREATE FULLTEXT INDEX `f` IF NOT EXISTS FOR (n:`Book`|`Film`)"
                                + " ON EACH [n.`title`, n.`a ``b`]"),
                Arguments.of(
                        VectorIndex.parse("v", "(:Document {embedding}) 384 cosine"),
                        "CREATE VECTOR INDEX `v` IF NOT EXISTS FOR (n:`Document`) ON (n.`embedding`) OPTIONS"
                                + " {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}}"),
                Arguments.of(
                        VectorIndex.parse(
                                "odd `name`",
                                "()-[:MENTIONS {e}]-() 8 euclidean quantization=false hnsw.m=16 hnsw.ef_construction=100"),
                        "CREATE VECTOR INDEX `odd ``name``` IF NOT EXISTS FOR ()-[n:`MENTIONS`]-() ON (n.`e`) OPTIONS"
                                + " {indexConfig: {`vector.dimensions`: 8, `vector.similarity_function`: 'euclidean',"
                                + " `vector.quantization.enabled`: false, `vector.hnsw.m`: 16,"
                                + " `vector.hnsw.ef_construction`: 100}}"));
    }
}
