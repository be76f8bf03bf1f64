package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.graphsink.support.ConnectorSettings;
import org.junit.jupiter.api.Test;

class Neo4jSinkConnectorTest {

    private static final ConnectorSettings SETTINGS =
            ConnectorSettings.to("bolt://localhost").named("shop").topic("orders", "(:Order {!id})");

    private final Neo4jSinkConnector connector = new Neo4jSinkConnector();

    @Test
    void everyTaskGetsTheWholeConfigurationAndItsNumber() {
        connector.start(SETTINGS.map());

        assertThat(connector.taskConfigs(2)).containsExactly(numbered("0"), numbered("1"));
    }

    @Test
    void aWrongConfigurationDoesNotStart() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> connector.start(Map.of("neo4j.uri", "http://localhost")))
                .withMessage("Invalid value http://localhost for configuration neo4j.uri: the scheme must be one of"
                        + " neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void validationJudgesTheWholeConfiguration() {
        var config = connector.validate(Map.of("topics", "orders", "neo4j.uri", "bolt://localhost"));

        assertThat(config.configValues())
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .contains("neo4j.pattern.topic.orders", "neo4j.authentication.basic.password");
    }

    private static Map<String, String> numbered(String task) {
        return SETTINGS.with("task.id", task).map();
    }
}
