package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.config.ConfigDef.Type;
import org.junit.jupiter.api.Test;

class AllSettingsTest {

    @Test
    void everySettingSaysWhatItIs() {
        assertThat(AllSettings.definition().configKeys().values()).allSatisfy(key -> {
            assertThat(key.name).matches("neo4j(\\.[a-z0-9-]+)+");
            assertThat(key.documentation).endsWith(".");
            assertThat(key.displayName).isNotEqualTo(key.name);
            assertThat(key.group).isNotEmpty();
            assertThat(key.orderInGroup).isPositive();
        });
    }

    @Test
    void secretsAreOfTheTypePassword() {
        assertThat(AllSettings.definition().configKeys().values())
                .filteredOn(key -> key.type == Type.PASSWORD)
                .extracting(key -> key.name)
                .containsExactlyInAnyOrder(
                        "neo4j.authentication.basic.password",
                        "neo4j.authentication.bearer.token",
                        "neo4j.authentication.kerberos.ticket",
                        "neo4j.authentication.custom.credentials");
    }
}
