package org.graphsink.record.decoder;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.record.Image;
import org.graphsink.record.Metadata;
import org.graphsink.record.image.Layouts;

/** The metadata of a sink record, made only as far as it is asked for. */
final class RecordMetadata implements Metadata {

    private final SinkRecord record;
    private final Layouts layouts;
    private final KeyChanges keyChanges;
    private Image headers;

    RecordMetadata(SinkRecord record, Layouts layouts, KeyChanges keyChanges) {
        this.record = record;
        this.layouts = layouts;
        this.keyChanges = keyChanges;
    }

    @Override
    public Optional<String> keyChange() {
        return keyChanges.of(record);
    }

    @Override
    public Object timestamp() {
        return record.timestamp() == null
                ? null
                : Instant.ofEpochMilli(record.timestamp()).atZone(ZoneOffset.UTC);
    }

    @Override
    public String topic() {
        return record.topic();
    }

    @Override
    public long partition() {
        return record.kafkaPartition();
    }

    @Override
    public long offset() {
        return record.kafkaOffset();
    }

    @Override
    public Image headers() {
        if (headers == null) {
            var values = new LinkedHashMap<String, SchemaAndValue>();
            for (var header : record.headers()) {
                values.put(header.key(), new SchemaAndValue(header.schema(), header.value()));
            }
            headers = layouts.of(values);
        }
        return headers;
    }

    @Override
    public String toString() {
        return record.topic() + "-" + record.kafkaPartition() + "@" + record.kafkaOffset();
    }
}
