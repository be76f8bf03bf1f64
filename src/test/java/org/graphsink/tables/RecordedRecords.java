package org.graphsink.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Records that Debezium 3.7 wrote for tables on PostgreSQL 17, one after the other: {@code by_key} has REPLICA IDENTITY
 * DEFAULT, {@code in_full} and {@code without_key} have REPLICA IDENTITY FULL, and the last one has no primary key. Large texts
 * are cut.
 *
 * <p>The records of MySQL and SQL Server are what the schema builders and value converters of Debezium 3.6.1 make of values
 * as its connectors read them, without a server: {@code products} with the connectors' defaults, {@code lossy} with
 * {@code time.precision.mode=connect}, decimals as doubles or text, binary data as text, and MySQL's
 * {@code bigint.unsigned.handling.mode=long}.
 *
 * @see <a href="https://debezium.io/documentation/reference/stable/connectors/mysql.html#mysql-data-types">MySQL's data
 *     types</a>
 * @see <a href="https://debezium.io/documentation/reference/stable/connectors/sqlserver.html#sqlserver-data-types">SQL
 *     Server's data types</a>
 */
final class RecordedRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedRecords() {}

    /**
     * @param recording the name of a file beside this class
     * @param topic the one whose records to give, without the prefix {@code shop.}
     */
    static List<SinkRecord> of(String recording, String topic) {
        try (var stream = RecordedRecords.class.getResourceAsStream(recording + ".json");
                var keys = converter(recording, true);
                var values = converter(recording, false)) {
            var read = JSON.readTree(stream);
            var records = new ArrayList<SinkRecord>();
            long offset = 0;
            for (JsonNode recorded : read.get("records")) {
                if (recorded.get("topic").asText().endsWith(topic)) {
                    var key = data(keys, read.get("schemas"), recorded, "key");
                    var value = data(values, read.get("schemas"), recorded, "value");
                    records.add(new SinkRecord(
                            recorded.get("topic").asText(),
                            0,
                            key.schema(),
                            key.value(),
                            value.schema(),
                            value.value(),
                            offset++,
                            0L,
                            TimestampType.CREATE_TIME,
                            headers(recorded.get("headers"))));
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonConverter converter(String recording, boolean key) {
        var converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", !recording.contains("without")), key);
        return converter;
    }

    private static SchemaAndValue data(JsonConverter converter, JsonNode schemas, JsonNode recorded, String part)
            throws IOException {
        var payload = recorded.get(part);
        if (payload.isNull()) {
            return SchemaAndValue.NULL;
        }
        if (!recorded.has(part + "Schema")) {
            return converter.toConnectData("any", JSON.writeValueAsBytes(payload));
        }
        ObjectNode whole = JSON.createObjectNode();
        whole.set("schema", schemas.get(recorded.get(part + "Schema").asText()));
        whole.set("payload", payload);
        return converter.toConnectData("any", JSON.writeValueAsBytes(whole));
    }

    private static ConnectHeaders headers(JsonNode recorded) {
        var headers = new ConnectHeaders();
        recorded.properties()
                .forEach(
                        header -> headers.add(header.getKey(), header.getValue().toString(), Schema.STRING_SCHEMA));
        return headers;
    }
}
