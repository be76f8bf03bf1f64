package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.config.SinkSettings;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.Test;

class RecordMapperTest {

    private final RecordMapper mapper = new RecordMapper(
            GraphPipeline.of(SinkSettings.of(ConnectorSettings.to("bolt://localhost")
                    .named("shop")
                    .with("topics.regex", "shop\\..*")
                    .pattern("shop.customers", "(:Customer {!id})")
                    .map())),
            node -> {},
            ErrantRecords.of(TaskContext.intolerant(), new SinkCounters("shop")));

    @Test
    void aTransactionMarkerOfATopicWithoutPatternIsSkipped() {
        var marker = record(
                "shop.transaction", Map.of("status", "BEGIN", "id", "571:53195832", "ts_ms", 1L, "event_count", 3L));

        var mapped = mapper.map(List.of(marker));

        assertThat(mapped).containsExactly(MappedRecord.skipped(marker, "a Debezium transaction marker"));
    }

    @Test
    void aRowOfATopicWithoutPatternFailsTheTask() {
        var row = record("shop.orders", Map.of("id", 1L));

        assertThatThrownBy(() -> mapper.map(List.of(row)))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessage(
                        "The record shop.orders-0@7 cannot be written: no pattern is configured for the topic shop.orders (as it"
                                + " is after transformations); set neo4j.pattern.topic.shop.orders");
    }

    private static SinkRecord record(String topic, Map<String, Object> value) {
        return new SinkRecord(topic, 0, null, null, null, value, 7, 0L, TimestampType.CREATE_TIME);
    }
}
