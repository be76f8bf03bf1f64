package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.config.SinkSettings;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.source.Mapped;
import org.graphsink.store.Deadline;
import org.graphsink.store.SourcePartition;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.LogCapture;
import org.graphsink.support.TaskContext;
import org.junit.jupiter.api.Test;

class RecordMapperTest {

    private static final Partition PARTITION = Partition.unclaimable(new SourcePartition("shop", 0));

    private final RecordMapper mapper =
            mapper(ConnectorSettings.to("bolt://localhost").with("topics.regex", "shop\\..*"));

    @Test
    void aTransactionMarkerOfATopicWithoutPatternIsSkipped() {
        var marker = record(
                "shop.transaction", Map.of("status", "BEGIN", "id", "571:53195832", "ts_ms", 1L, "event_count", 3L));

        var mapped = map(mapper, marker);

        assertThat(mapped)
                .isEqualTo(MappedRecord.of(marker, PARTITION, Mapped.skipped("a Debezium transaction marker")));
    }

    @Test
    void aRowOfAListedTopicWithoutPatternFailsTheTask() {
        var listing = mapper(ConnectorSettings.to("bolt://localhost").with("topics", "shop.customers,shop.orders"));
        var row = record("shop.orders", Map.of("id", 1L));

        assertThatThrownBy(() -> map(listing, row))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessage(
                        "The record shop.orders-0@7 cannot be written: no pattern is configured for the topic shop.orders (as it"
                                + " is after transformations); set neo4j.pattern.topic.shop.orders");
    }

    @Test
    void rowsOfATopicThatMerelyMatchesAreSkippedAndTheirTopicIsNamedOnce() {
        try (var log = LogCapture.info()) {
            var row = record("shop.debezium_signal", Map.of("id", "1"));

            assertThat(map(mapper, row))
                    .isEqualTo(MappedRecord.of(row, PARTITION, Mapped.skipped("a record of a topic without mapping")))
                    .isEqualTo(map(mapper, row));
            map(mapper, record("shop.orders", Map.of("id", 1L)));

            assertThat(log.lines())
                    .containsExactly(
                            "WARN UnmappedTopics: No pattern is configured for the topic shop.debezium_signal (as it is after"
                                    + " transformations), which topics.regex lets in: its records are passed over and counted. Set"
                                    + " neo4j.pattern.topic.shop.debezium_signal to have them written\n",
                            "WARN UnmappedTopics: No pattern is configured for the topic shop.orders (as it is after"
                                    + " transformations), which topics.regex lets in: its records are passed over and counted. Set"
                                    + " neo4j.pattern.topic.shop.orders to have them written\n");
        }
    }

    @Test
    void whatTheConnectorDoesNotExpectIsSaidOncePerKindAndTopicWithItsTraceAndWithoutValues() {
        var context = TaskContext.tolerant();
        var broken = new RecordMapper(
                record -> {
                    throw new IllegalStateException("secret", new ClassCastException("secret"));
                },
                new UnmappedTopics(false),
                errants(context),
                new UnexpectedFailures());
        try (var log = LogCapture.everything()) {
            map(broken, record("a", Map.of()));
            map(broken, record("a", Map.of()));
            map(broken, record("b", Map.of()));

            var said = log.lines("ERROR UnexpectedFailures: A record of ");
            assertThat(said).hasSize(2);
            assertThat(said.get(0))
                    .contains("A record of a could not be read")
                    .contains("java.lang.IllegalStateException\n")
                    .contains("at org.graphsink.task.RecordMapperTest")
                    .contains("Caused by: java.lang.ClassCastException\n");
            assertThat(log.lines("secret")).isEmpty();
        }
        assertThat(context.reports)
                .extracting(report -> report.error().getMessage())
                .containsOnly(
                        "The record a-0@7 cannot be written: it could not be read (java.lang.IllegalStateException)",
                        "The record b-0@7 cannot be written: it could not be read (java.lang.IllegalStateException)");
    }

    private static RecordMapper mapper(ConnectorSettings settings) {
        var read = SinkSettings.of(settings.named("shop")
                .pattern("shop.customers", "(:Customer {!id})")
                .map());
        return new RecordMapper(
                GraphPipeline.of(read)::changes,
                new UnmappedTopics(read.matchesTopics()),
                errants(TaskContext.intolerant()),
                new UnexpectedFailures());
    }

    private static MappedRecord map(RecordMapper mapper, SinkRecord record) {
        return mapper.map(record, PARTITION, Deadline.in(Duration.ofMinutes(1)));
    }

    private static ErrantRecords errants(TaskContext context) {
        return ErrantRecords.of(context, new SinkCounters("shop"));
    }

    private static SinkRecord record(String topic, Map<String, Object> value) {
        return new SinkRecord(topic, 0, null, null, null, value, 7, 0L, TimestampType.CREATE_TIME);
    }
}
