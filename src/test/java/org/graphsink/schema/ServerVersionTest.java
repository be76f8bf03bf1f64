package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {

    private static final DeclaredSchema VECTORS = new DeclaredSchema(
            List.of(
                    VectorIndex.parse("plain", "(:A {e}) 3 cosine"),
                    VectorIndex.parse("tuned", "()-[:T {e}]-() 3 cosine hnsw.m=8")),
            Set.of());

    @ParameterizedTest
    @CsvSource({
        "5.26.30, community, 5, 26, 5.26.30 Community",
        "2026.08.1, enterprise, 2026, 8, 2026.08.1 Enterprise",
        "5.27-aura, enterprise, 5, 27, 5.27-aura Enterprise"
    })
    void versionsOfAllKindsAreRead(String text, String edition, int major, int minor, String shown) {
        assertThat(ServerVersion.of(text, edition))
                .isEqualTo(new ServerVersion(major, minor, text, edition.equals("enterprise")))
                .hasToString(shown);
    }

    @Test
    void anUnknownVersionIsAnError() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> ServerVersion.of("dev", "community"))
                .withMessage(
                        "The server reports the version \"dev\", which is none of Neo4j's: set neo4j.schema=none to"
                                + " start without reading the schema");
    }

    @Test
    void vectorIndexesNeed518AndTheirOptions523() {
        assertThat(ServerVersion.of("5.17.0", "community").cannot(VECTORS, false))
                .containsExactly(
                        "neo4j.schema.vector.plain needs Neo4j 5.18 or newer, the server is 5.17.0 Community",
                        "neo4j.schema.vector.tuned needs Neo4j 5.18 or newer, the server is 5.17.0 Community");
        assertThat(ServerVersion.of("5.22.1", "community").cannot(VECTORS, false))
                .containsExactly(
                        "the options of neo4j.schema.vector.tuned need Neo4j 5.23 or newer, the server is 5.22.1 Community");
        assertThat(ServerVersion.of("5.23.0", "community").cannot(VECTORS, false))
                .isEmpty();
        assertThat(ServerVersion.of("2026.08.1", "community").cannot(VECTORS, false))
                .isEmpty();
    }

    @Test
    void nodeKeysNeedEnterprise() {
        var nothing = new DeclaredSchema(List.of(), Set.of());
        assertThat(ServerVersion.of("5.26.30", "community").cannot(nothing, true))
                .containsExactly(
                        "neo4j.schema.keys=true needs Neo4j Enterprise Edition, the server is 5.26.30 Community:"
                                + " set neo4j.schema.keys=false for uniqueness constraints");
        assertThat(ServerVersion.of("5.26.30", "enterprise").cannot(nothing, true))
                .isEmpty();
    }

    @Test
    void serversBefore5AreTooOld() {
        assertThat(ServerVersion.of("4.4.48", "community").cannot(VECTORS, true))
                .containsExactly("constraints and indexes need Neo4j 5.0 or newer, the server is 4.4.48 Community:"
                        + " upgrade it, or set neo4j.schema=none");
    }
}
