package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.mapping.bound.VectorProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors are as long as the vector index that the connector declares on their property. */
@ParameterizedClass
@EnumSource
class DeclaredVectorsTest {

    private static final String COLUMNS = "id int64, kind string, text string";

    private static final MappingSettings SETTINGS = new MappingSettings(
            true,
            true,
            MissingEndpoints.CREATE,
            Optional.of("__Placeholder"),
            Set.of(),
            List.of(
                    new VectorProperty(false, "Document", "embedding", 3, "neo4j.schema.vector.docs"),
                    new VectorProperty(true, "MENTIONS", "embedding", 2, "neo4j.schema.vector.mentions")),
            Truncate.IGNORE,
            UnchangedRows.WRITE);

    @Parameter
    DataForm form;

    private DebeziumTable documents(String pattern) {
        return new DebeziumTable(form, pattern, COLUMNS, "id", SETTINGS);
    }

    private static Map<String, Object> document(String kind, String text) {
        return row("id", 1L, "kind", kind, "text", text);
    }

    @Test
    void aVectorOfTheDeclaredLengthIsTaken() {
        assertThat(documents("(:Document {!id, embedding: vector(text)})").inserted(document("a", "[1, 2, 3]")))
                .isEqualTo("""
                upsert (:Document {id: 1}) += {embedding: vector([1.0, 2.0, 3.0])}
                """);
    }

    @Test
    void aVectorOfAnotherLengthIsTheRecordsError() {
        var pattern = "(:Document {!id, embedding: vector(text)})";
        assertThat(List.of("[1, 2]", "[1, 2, 3, 4]", "[]"))
                .extracting(text -> error(() -> documents(pattern).inserted(document("a", text))))
                .containsExactly(
                        tooLong(
                                pattern,
                                "embedding is a vector of 2 dimensions where neo4j.schema.vector.docs declares 3"),
                        tooLong(
                                pattern,
                                "embedding is a vector of 4 dimensions where neo4j.schema.vector.docs declares 3"),
                        tooLong(
                                pattern,
                                "embedding is a vector of 0 dimensions where neo4j.schema.vector.docs declares 3"));
    }

    private static String tooLong(String pattern, String what) {
        return "in the pattern " + pattern + ": the property " + what;
    }

    @Test
    void aLabelThatARecordGivesIsTheIndexsOrNot() {
        var table = documents("(:Item:$(kind) {!id, embedding: vector(text)})");

        assertThat(table.inserted(document("Picture", "[1, 2]"))).isEqualTo("""
                upsert (:Item {id: 1}) +Picture += {embedding: vector([1.0, 2.0])}
                """);
        assertThat(error(() -> table.inserted(document("Document", "[1, 2]"))))
                .endsWith("is a vector of 2 dimensions where neo4j.schema.vector.docs declares 3");
    }

    @Test
    void relationshipsHaveIndexesOfTheirOwn() {
        var table = documents("(:Document {!id})-[:$(kind) {embedding: vector(text)}]->(:Word {!id})");

        assertThat(table.inserted(document("MENTIONS", "[1, 2]"))).endsWith("""
                upsert (:Document {id: 1})-[:MENTIONS]->(:Word {id: 1}) += {embedding: vector([1.0, 2.0])}
                """);
        assertThat(error(() -> table.inserted(document("MENTIONS", "[1, 2, 3]"))))
                .endsWith("is a vector of 3 dimensions where neo4j.schema.vector.mentions declares 2");
        assertThat(table.inserted(document("Document", "[1, 2, 3]")))
                .endsWith("+= {embedding: vector([1.0, 2.0, 3.0])}\n");
    }

    @Test
    void aNullAndATextAreNoVectors() {
        var table = documents("(:Document {!id, embedding: text})");

        assertThat(table.inserted(document("a", null))).contains("embedding: null");
        assertThat(table.inserted(document("a", "[1, 2]"))).contains("embedding: '[1, 2]'");
    }
}
