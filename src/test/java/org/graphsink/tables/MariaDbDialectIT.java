package org.graphsink.tables;

import java.sql.SQLException;
import java.util.Map;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.neo4j.driver.Driver;

/** Every type of MariaDB, in all dialects of Debezium. */
@WithNeo4j
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariaDbDialectIT {

    private static Capture servers;
    private static DialectRun run;

    @BeforeAll
    static void start() throws SQLException {
        servers = new Capture(SourceDatabase.mariaDb());
        servers.execute("CREATE DATABASE shop");
        run = new DialectRun(servers, "shop", MariaDbTypes.ALL, MariaDbDialects.ALL);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void everyTypeArrivesInEveryDialect(Neo4jServer neo4j, Driver driver) throws SQLException {
        run.everyTypeArrives(neo4j, driver, Map.of());
        run.aDeletedRowGoes(driver);
    }
}
