package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.Truncate;
import org.graphsink.mapping.UnchangedRows;
import org.graphsink.mapping.bound.VectorProperty;
import org.graphsink.neo4j.Authentication;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.DeliverySettings;
import org.graphsink.neo4j.PoolSettings;
import org.graphsink.neo4j.SecuritySettings;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.schema.OnConflict;
import org.graphsink.schema.PropertyIndex;
import org.graphsink.schema.SchemaMode;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.schema.VectorIndex;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.value.connect.DecimalMode;
import org.graphsink.value.connect.ListOfStructsMode;
import org.graphsink.value.connect.NestedMode;
import org.graphsink.value.connect.TypeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkSettingsTest {

    private static final ConnectorSettings LEAST =
            ConnectorSettings.to("bolt://localhost").named("shop").as("neo4j", "hunter2");

    @Test
    void whatIsNotSetHasItsDefault() {
        var settings = SinkSettings.of(LEAST.map());

        assertThat(settings.connectorName()).isEqualTo("shop");
        assertThat(settings.connection())
                .isEqualTo(new ConnectionSettings(
                        List.of(URI.create("bolt://localhost")),
                        Optional.empty(),
                        new Authentication.Basic("neo4j", "hunter2", ""),
                        SecuritySettings.NONE,
                        new PoolSettings(100, Duration.ofMinutes(1), Optional.empty(), Duration.ofHours(1)),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)));
        assertThat(settings.decoder())
                .isEqualTo(new DecoderSettings(
                        Set.of(), new TypeSettings(DecimalMode.STRING, NestedMode.FLATTEN, ListOfStructsMode.JSON)));
        assertThat(settings.mapping())
                .isEqualTo(new MappingSettings(
                        true,
                        true,
                        MissingEndpoints.CREATE,
                        Optional.of("__Placeholder"),
                        Set.of(
                                "__Placeholder",
                                "__KafkaOffset",
                                "__GraphsinkSchema",
                                "__Moving",
                                "__Left",
                                "__Changing"),
                        List.of(),
                        Truncate.IGNORE,
                        UnchangedRows.WRITE));
        assertThat(settings.schema())
                .isEqualTo(new SchemaSettings(
                        SchemaMode.CREATE,
                        false,
                        Duration.ofMinutes(5),
                        OnConflict.ERROR,
                        false,
                        List.of(),
                        List.of()));
        assertThat(settings.delivery())
                .isEqualTo(new DeliverySettings(
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of("__KafkaOffset"),
                        Duration.ofMinutes(3),
                        Optional.empty()));
        assertThat(settings.topics()).isEmpty();
        assertThat(settings.matchesTopics()).isFalse();
    }

    @Test
    void whatIsSetIsRead() {
        var settings = with(
                "neo4j.uri", "neo4j://a, neo4j://b:7688",
                "neo4j.database", "shop",
                "neo4j.connection-timeout", "500ms",
                "neo4j.max-retry-time", "1m30s",
                "neo4j.pool.idle-time-before-connection-test", "10m",
                "neo4j.pattern.rows.topics", "orders,items",
                "neo4j.pattern.merge-node-properties", "false",
                "neo4j.relationships.missing-endpoints", "skip",
                "neo4j.cdc.truncate", "Apply",
                "neo4j.types.nested", "json",
                "neo4j.schema", "validate",
                "neo4j.schema.vector.docs", "(:Document {embedding}) 8 cosine",
                "neo4j.schema.index.titles", "TEXT (:Document {title})",
                "neo4j.batch-size", "500",
                "neo4j.batch-timeout", "10s",
                "neo4j.eos-offset-label", "",
                "neo4j.write-timeout", "90s",
                "neo4j.outage-timeout", "1d");

        assertThat(settings.connection().uris()).containsExactly(URI.create("neo4j://a"), URI.create("neo4j://b:7688"));
        assertThat(settings.connection().database()).contains("shop");
        assertThat(settings.connection().connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.connection().maxRetryTime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.connection().pool().idleTimeBeforeTest()).contains(Duration.ofMinutes(10));
        assertThat(settings.decoder().rowTopics()).containsExactlyInAnyOrder("orders", "items");
        assertThat(settings.decoder().types().nested()).isEqualTo(NestedMode.JSON);
        assertThat(settings.mapping())
                .isEqualTo(new MappingSettings(
                        false,
                        true,
                        MissingEndpoints.SKIP,
                        Optional.of("__Placeholder"),
                        Set.of("__Placeholder", "__GraphsinkSchema", "__Moving", "__Left", "__Changing"),
                        List.of(new VectorProperty(false, "Document", "embedding", 8, "neo4j.schema.vector.docs")),
                        Truncate.APPLY,
                        UnchangedRows.WRITE));
        assertThat(settings.schema().mode()).isEqualTo(SchemaMode.VALIDATE);
        assertThat(settings.schema().vectorIndexes())
                .containsExactly(VectorIndex.parse("docs", "(:Document {embedding}) 8 cosine"));
        assertThat(settings.schema().indexes())
                .containsExactly(PropertyIndex.parse("titles", "TEXT (:Document {title})"));
        assertThat(settings.delivery())
                .isEqualTo(new DeliverySettings(
                        OptionalInt.of(500),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.empty(),
                        Duration.ofSeconds(90),
                        Optional.of(Duration.ofDays(1))));
    }

    @Test
    void everyTypeOfAuthenticationIsRead() {
        assertThat(authentication("NONE")).isEqualTo(new Authentication.None());
        assertThat(authentication("BEARER", "neo4j.authentication.bearer.token", "t"))
                .isEqualTo(new Authentication.Bearer("t"));
        assertThat(authentication("kerberos", "neo4j.authentication.kerberos.ticket", "t"))
                .isEqualTo(new Authentication.Kerberos("t"));
        assertThat(authentication(
                        "CUSTOM",
                        "neo4j.authentication.custom.principal",
                        "p",
                        "neo4j.authentication.custom.credentials",
                        "c",
                        "neo4j.authentication.custom.realm",
                        "r",
                        "neo4j.authentication.custom.scheme",
                        "s"))
                .isEqualTo(new Authentication.Custom("p", "c", "r", "s"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0s, 0", "7ms, 7", "2m, 120000", "1h30m, 5400000", "1d, 86400000"})
    void durationsHaveUnits(String text, long millis) {
        assertThat(with("neo4j.connection-timeout", text).connection().connectTimeout())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theTextShowsNoSecret() {
        for (var type : AuthenticationType.values()) {
            var settings = LEAST.with(
                    "neo4j.authentication.type", type.name(),
                    "neo4j.authentication.bearer.token", "hunter2",
                    "neo4j.authentication.kerberos.ticket", "hunter2",
                    "neo4j.authentication.custom.credentials", "hunter2");

            assertThat(SinkSettings.of(settings.map()).toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aBadPatternNamesItsSetting() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with("neo4j.pattern.topic.orders", "nonsense {"))
                .withMessageStartingWith("neo4j.pattern.topic.orders: ");
    }

    private static Authentication authentication(String type, String... namesAndValues) {
        var settings = LEAST.with("neo4j.authentication.type", type).with(namesAndValues);
        return SinkSettings.of(settings.map()).connection().authentication();
    }

    private static SinkSettings with(String... namesAndValues) {
        return SinkSettings.of(LEAST.with(namesAndValues).map());
    }
}
