package org.graphsink.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of one table as Debezium writes them with the JSON converter and schemas.
 *
 * @param columns the Connect types by column, as {@code int32}; the first column is the primary key
 * @see <a href="https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-events">Data
 *     change events</a>
 */
public record DebeziumJson(String topic, Map<String, String> columns) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> SOURCE = Map.of("connector", "postgresql", "name", "shop", "table", "any");

    public String key(Object id) {
        String column = columns.keySet().iterator().next();
        return text(struct("Key", List.of(field(column, columns.get(column), false))), Map.of(column, id));
    }

    public String created(Map<String, ?> after) {
        return envelope("c", null, after);
    }

    public String updated(Map<String, ?> before, Map<String, ?> after) {
        return envelope("u", before, after);
    }

    public String deleted(Map<String, ?> before) {
        return envelope("d", before, null);
    }

    private String envelope(String operation, Map<String, ?> before, Map<String, ?> after) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("before", before);
        payload.put("after", after);
        payload.put("source", SOURCE);
        payload.put("op", operation);
        payload.put("ts_ms", 1_700_000_000_000L);
        return text(
                struct(
                        "Envelope",
                        List.of(
                                row("before"),
                                row("after"),
                                named(
                                        "source",
                                        Map.of(
                                                "type",
                                                "struct",
                                                "name",
                                                "io.debezium.connector.postgresql.Source",
                                                "fields",
                                                SOURCE.keySet().stream()
                                                        .map(name -> field(name, "string", true))
                                                        .toList())),
                                field("op", "string", false),
                                field("ts_ms", "int64", true))),
                payload);
    }

    private Map<String, Object> row(String name) {
        var row = new LinkedHashMap<>(struct(
                "Value",
                columns.entrySet().stream()
                        .map(column -> field(column.getKey(), column.getValue(), true))
                        .toList()));
        row.put("optional", true);
        return named(name, row);
    }

    private Map<String, Object> struct(String name, List<Map<String, Object>> fields) {
        return Map.of("type", "struct", "name", topic + "." + name, "fields", fields);
    }

    private static Map<String, Object> field(String name, String type, boolean optional) {
        return Map.of("field", name, "type", type, "optional", optional);
    }

    private static Map<String, Object> named(String name, Map<String, Object> schema) {
        var field = new LinkedHashMap<>(schema);
        field.put("field", name);
        return field;
    }

    private static String text(Map<String, Object> schema, Map<String, ?> payload) {
        try {
            return JSON.writeValueAsString(Map.of("schema", schema, "payload", payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
