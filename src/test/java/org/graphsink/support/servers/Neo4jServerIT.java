package org.graphsink.support.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@WithNeo4j
class Neo4jServerIT {

    @Test
    void clearingRemovesDataConstraintsAndIndexes(Neo4jServer server, Driver driver) {
        driver.executableQuery("CREATE CONSTRAINT `a ``name` FOR (p:Person) REQUIRE p.id IS UNIQUE")
                .execute();
        driver.executableQuery("CREATE INDEX FOR (p:Person) ON (p.name)").execute();
        driver.executableQuery("CREATE (:Person {id: 1})-[:KNOWS]->(:Person {id: 2})")
                .execute();

        server.clear();

        assertThat(count(driver, "MATCH (n) RETURN count(*)")).isZero();
        assertThat(count(driver, "SHOW CONSTRAINTS YIELD name RETURN count(*)")).isZero();
        assertThat(count(driver, "SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN count(*)"))
                .isZero();
    }

    @Test
    void aKilledServerStartsAgainWithItsData(Neo4jServer server, Driver driver) {
        driver.executableQuery("CREATE (:Person {id: 1})").execute();

        server.process().kill();
        assertThat(Ports.accepts(server.uri().getPort())).isFalse();
        server.startAgain();

        assertThat(count(driver, "MATCH (n:Person) RETURN count(*)")).isEqualTo(1);
    }

    @Test
    void aServerWithAPasswordTakesNoOther() {
        try (var server = Neo4jServer.start(Neo4jOptions.defaults().password("correct-horse"))) {
            assertThat(count(server.driver(), "RETURN 1")).isEqualTo(1);
            assertThat(server.driver().verifyAuthentication(org.neo4j.driver.AuthTokens.basic("neo4j", "wrong")))
                    .isFalse();
            server.restart();
            assertThat(count(server.driver(), "RETURN 1")).isEqualTo(1);
        }
    }

    private static long count(Driver driver, String query) {
        return driver.executableQuery(query)
                .withParameters(Map.of())
                .execute()
                .records()
                .get(0)
                .get(0)
                .asLong();
    }
}
