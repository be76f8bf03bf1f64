package org.graphsink.record.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;

class KeyChangesTest {

    private final KeyChanges changes = new KeyChanges();

    private static SinkRecord record(Object key, String header, Object other) {
        var record = new SinkRecord("shop.items", 0, null, key, null, null, 0, 1L, TimestampType.CREATE_TIME);
        if (header != null) {
            record.headers().add(header, other, null);
        }
        return record;
    }

    private static Struct struct(int id) {
        return new Struct(
                        SchemaBuilder.struct().field("id", Schema.INT32_SCHEMA).build())
                .put("id", id);
    }

    @Test
    void bothHalvesHaveOneNameWhateverConvertersTheirKeysWentThrough() {
        var names = Stream.of(
                        record(struct(1), "__debezium.newkey", struct(2)),
                        record(struct(2), "__debezium.oldkey", Map.of("id", (byte) 1)),
                        record(Map.of("id", 1L), "__debezium.newkey", "{\"id\": 2}"),
                        record("{\"id\": 2}", "__debezium.oldkey", new BigDecimal("1.0")))
                .map(record -> changes.of(record).orElseThrow());

        assertThat(names).containsOnly("1:1;1:2;");
    }

    @Test
    void keysOfSeveralFieldsAreComparedByName() {
        assertThat(changes.of(record(Map.of("a", 1, "b", "x"), "__debezium.newkey", "{\"b\": \"y;1:\", \"a\": 1}")))
                .contains("1:11:x;1:14:y;1:;");
    }

    @Test
    void aRecordWithoutSuchHeaderIsNoHalf() {
        assertThat(changes.of(record(struct(1), null, null))).isEmpty();
        assertThat(changes.of(record(struct(1), "__debezium.context.taskId", "0")))
                .isEmpty();
        assertThat(changes.of(record(null, "__debezium.newkey", struct(2)))).isEmpty();
    }

    @Test
    void aHeaderThatDoesNotNameTheFieldsOfTheKeyIsWarnedAboutOnce() {
        try (var log = LogCapture.info()) {
            for (int i = 0; i < 2; i++) {
                assertThat(changes.of(record(Map.of("a", 1, "b", 2), "__debezium.newkey", Map.of("a", 1, "c", 2))))
                        .isEmpty();
                assertThat(changes.of(record(Map.of("a", 1, "b", 2), "__debezium.oldkey", "Struct{a=1,b=2}")))
                        .isEmpty();
            }

            assertThat(log.lines("__debezium.newkey"))
                    .containsExactly(
                            "WARN KeyChanges: A record of topic shop.items has a header __debezium.newkey that does not name the"
                                    + " fields of the record key: changed primary keys of the topic are taken for a delete and a"
                                    + " create, and unchanged large columns are lost with them. Use the same kind of converter for keys"
                                    + " and headers (header.converter), and leave the fields of the record key as Debezium names them\n");
        }
    }
}
