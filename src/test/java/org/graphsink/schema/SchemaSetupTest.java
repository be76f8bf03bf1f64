package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class SchemaSetupTest {

    @Test
    void aServerThatIsDownIsTheDriversErrorAndNotOneOfTheSchema() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var config = Config.builder()
                .withMaxTransactionRetryTime(0, TimeUnit.MILLISECONDS)
                .build();
        try (var driver = GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.none(), config)) {
            var setup = new SchemaSetup(driver, SessionConfig.defaultConfig(), "shop", SchemaFixture.CREATE);
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> setup.apply(SchemaFixture.schema(SchemaFixture.unique("A", "id"))));
        }
    }
}
