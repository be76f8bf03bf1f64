package org.graphsink.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.source.Mapped;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.DefaultSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedRecordsTest {

    private static final String SCHEMAS = "postgres-with-schemas";
    private static final String OWN = "(:Row {!id, big}) ; (:Row {!id})-[:OF]->(:Other {!id: ref})";
    private static final String JOIN = "(:Start {!id: ref})-[:TO {!id, txt}]->(:End {!id: ref})";
    private static final String BY_TEXT = "(:Row {!txt, id})";

    @ParameterizedTest
    @CsvSource({
        "postgres-with-schemas,    by_key",
        "postgres-with-schemas,    in_full",
        "postgres-without-schemas, by_key",
        "postgres-without-schemas, in_full"
    })
    void aChangedPrimaryKeyIsADeletedRowAndANewOneThatGetsWhatTheRecordsDoNotTell(String recording, String topic) {
        assertThat(kinds(recording, topic, "(:Row {!id, big})"))
                .containsExactly(
                        "upsert of 1",
                        "upsert of 1",
                        "what is left of 1, delete of 1",
                        "what is left of 1, delete of 1",
                        "upsert of 2, back to 2",
                        "delete of 2",
                        "delete of 2",
                        "upsert of 3",
                        "skipped: truncate (neo4j.cdc.truncate=ignore)");
    }

    @Test
    void anUnchangedLargeColumnIsNotWritten() {
        var second = map(SCHEMAS, "by_key", "(:Row {!id, big})").get(1);

        assertThat(((GraphChange.UpsertNode) second.get(0)).properties().names())
                .isEmpty();
    }

    @Test
    void aDeletedRowOfWhichOnlyTheKeyIsKnownNamesNoOtherRows() {
        assertThat(map(SCHEMAS, "by_key", OWN).get(2))
                .filteredOn(change -> !(change instanceof GraphChange.SetAsideNode))
                .isEqualTo(List.of(new GraphChange.DeleteNode(row(1), Claims.NONE)));
        assertThat(map(SCHEMAS, "by_key", JOIN).get(2))
                .singleElement()
                .isInstanceOfSatisfying(
                        GraphChange.PruneRelationships.class,
                        prune -> assertThat(prune.scope().key()).isEqualTo(Key.of(1L)));
    }

    @Test
    void aDeletedRowThatIsKnownInFullNamesItsRelationship() {
        assertThat(map(SCHEMAS, "in_full", JOIN).get(2))
                .filteredOn(GraphChange.DeleteRelationship.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        GraphChange.DeleteRelationship.class,
                        delete -> assertThat(delete.relationship().start())
                                .isEqualTo(NodeIdentity.of("Start", Map.of("id", 7L))));
    }

    @Test
    void theNodeOfADeletedRowIsNotGuessedFromTheValuesThatDebeziumFillsIn() {
        assertThatThrownBy(() -> map(SCHEMAS, "by_key", BY_TEXT))
                .isInstanceOf(RecordException.class)
                .hasMessage("in the pattern (:Row {!txt, id}): the node of the deleted row cannot be told: the record"
                        + " tells only the row's key, which has no field for the key property txt (from txt). Where the"
                        + " table has REPLICA IDENTITY DEFAULT, PostgreSQL tells no more than the primary key; set"
                        + " REPLICA IDENTITY FULL, or use the primary key as the node's key");
    }

    @Test
    void theNodeOfADeletedRowThatIsKnownInFullMayGoByAnyColumn() {
        assertThat(map(SCHEMAS, "in_full", BY_TEXT).get(2))
                .isEqualTo(List.of(
                        new GraphChange.DeleteNode(NodeIdentity.of("Row", Map.of("txt", "changed")), Claims.NONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEMAS, "postgres-without-schemas"})
    void aTableWithoutPrimaryKeyFollowsItsBeforeImages(String recording) {
        assertThat(map(recording, "without_key", "(:Row {!id: b})").stream()
                        .flatMap(List::stream)
                        .filter(change -> !(change instanceof GraphChange.UpsertNode))
                        .toList())
                .isEqualTo(List.of(
                        new GraphChange.RekeyNode(row("x"), row("y")),
                        new GraphChange.DeleteNode(row("y"), Claims.NONE)));
    }

    @ParameterizedTest
    @CsvSource({"shop.message, a Debezium logical message", "shop.transaction, a Debezium transaction marker"})
    void whatIsNoRowIsSkipped(String topic, String reason) {
        for (String recording : List.of(SCHEMAS, "postgres-without-schemas")) {
            assertThat(kinds(recording, topic, "(:Row {!id})"))
                    .isNotEmpty()
                    .allMatch(kind -> kind.equals("skipped: " + reason));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEMAS, "postgres-without-schemas"})
    void heartbeatsAreSkipped(String recording) {
        assertThat(kinds(recording, "__debezium-heartbeat.shop", "(:Row {!id})"))
                .containsExactly("skipped: a Debezium heartbeat");
    }

    @Test
    void mySqlsOwnTypesAreRead() {
        assertThat(properties("mysql-with-schemas", "products"))
                .containsExactly(
                        "at=2026-02-28T13:14:15",
                        "at_micros=2026-02-28T13:14:15.123456",
                        "before_noon=DurationValue[months=0, days=0, seconds=-5400, nanoseconds=0]",
                        "bits=dd02",
                        "bool=false",
                        "clock=13:14:15.123456",
                        "colours=[red, blue]",
                        "day=2026-02-28",
                        "dbl=0.1",
                        "doc={\"a\": 1}",
                        "embedding=[0.25, 0.5, 1.0]",
                        "flag=1",
                        "lasted=DurationValue[months=0, days=0, seconds=136800, nanoseconds=0]",
                        "made=2026",
                        "medium=16777215",
                        "name=täxt",
                        "one=true",
                        "place=PointValue[srid=4326, x=2.5, y=48.5, z=NaN]",
                        "price=12.34",
                        "raw=01ff",
                        "single=0.25",
                        "size=M",
                        "small=65535",
                        "tiny=255",
                        "ubig=18446744073709551615",
                        "uint=4294967295",
                        "way=LINESTRING (0 0, 1 2)",
                        "zoned=2026-02-28T11:14:15.123456Z");
    }

    @Test
    void mySqlsOwnTypesAreReadWhereTheModesOfDebeziumLoseDigits() {
        assertThat(properties("mysql-with-schemas", "lossy"))
                .contains(
                        "at=2026-02-28T13:14:15",
                        "at_micros=2026-02-28T13:14:15.123",
                        "before_noon=01:00",
                        "clock=13:14:15.123",
                        "day=2026-02-28",
                        "lasted=23:00",
                        "price=12.34",
                        "raw=Af8=",
                        "ubig=9",
                        "zoned=2026-02-28T11:14:15.123456Z");
    }

    @Test
    void sqlServersOwnTypesAreRead() {
        assertThat(properties("sqlserver-with-schemas", "products"))
                .containsExactly(
                        "amount=123456789.125",
                        "at=2026-02-28T13:14:15.123",
                        "clock=13:14:15.123456700",
                        "cost=1234.5678",
                        "day=2026-02-28",
                        "dbl=0.1",
                        "doc=<a>1</a>",
                        "flag=true",
                        "guid=1B671A64-40D5-491E-99B0-DA01FF1F3341",
                        "name=two",
                        "offset_at=2026-02-28T13:14:15.123456700+02:00",
                        "precise_at=2026-02-28T13:14:15.123456700",
                        "single=0.25",
                        "small_at=2026-02-28T13:14",
                        "small_cost=-0.5000",
                        "tiny=255",
                        "version=00000000000007d1");
    }

    @Test
    void sqlServersOwnTypesAreReadWhereTheModesOfDebeziumLoseDigits() {
        assertThat(properties("sqlserver-with-schemas", "lossy"))
                .contains(
                        "amount=123456789.125",
                        "clock=13:14:15.123",
                        "cost=1234.5678",
                        "day=2026-02-28",
                        "offset_at=2026-02-28T13:14:15.123456700+02:00",
                        "precise_at=2026-02-28T13:14:15.123",
                        "version=00000000000007d1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql-with-schemas", "sqlserver-with-schemas"})
    void deletesOfOtherDatabasesKnowTheirRow(String recording) {
        assertThat(map(recording, "products", "(:Row {!tiny})").get(1))
                .isEqualTo(
                        List.of(new GraphChange.DeleteNode(NodeIdentity.of("Row", Map.of("tiny", 255L)), Claims.NONE)));
    }

    /** The properties of a row with all of its columns. */
    private static List<String> properties(String recording, String topic) {
        var properties = ((GraphChange.UpsertNode)
                        map(recording, topic, "(:Row {!id, *})").get(0).get(0))
                .properties();
        var read = new ArrayList<String>();
        for (int i = 0; i < properties.names().size(); i++) {
            var value = properties.value(i);
            read.add(properties.names().get(i) + "=" + text(properties.value(i)));
        }
        return read.stream().sorted().toList();
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof float[] vector ? Arrays.toString(vector) : String.valueOf(value);
    }

    private static NodeIdentity row(Object id) {
        return NodeIdentity.of("Row", Map.of("id", id instanceof Integer number ? (Object) number.longValue() : id));
    }

    private static List<String> kinds(String recording, String topic, String pattern) {
        return mapped(recording, topic, pattern).stream()
                .map(mapped -> mapped instanceof Mapped.Skipped skipped
                        ? "skipped: " + skipped.reason()
                        : mapped.changes().stream()
                                .map(RecordedRecordsTest::kind)
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String kind(GraphChange change) {
        if (change instanceof GraphChange.DeleteNode delete) {
            return "delete of " + delete.node().key().value(0);
        } else if (change instanceof GraphChange.SetAsideNode aside) {
            return "what is left of " + aside.node().key().value(0);
        } else if (change instanceof GraphChange.TakeBackNode back) {
            return "back to " + back.node().key().value(0);
        }
        return "upsert of " + ((GraphChange.UpsertNode) change).node().key().value(0);
    }

    private static List<List<GraphChange>> map(String recording, String topic, String pattern) {
        return mapped(recording, topic, pattern).stream().map(Mapped::changes).toList();
    }

    private static List<Mapped> mapped(String recording, String topic, String pattern) {
        var records = RecordedRecords.of(recording, topic);
        var pipeline = GraphPipeline.of(
                Map.of(records.get(0).topic(), new PatternStrategy(TopicPatterns.parse(pattern))),
                new DecoderSettings(Set.of(), DefaultSettings.TYPES),
                DefaultSettings.MAPPING);
        return records.stream().map(pipeline::changes).toList();
    }
}
