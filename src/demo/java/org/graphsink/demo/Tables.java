package org.graphsink.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shop's tables in PostgreSQL. */
final class Tables implements AutoCloseable {

    /** With the column of the primary key. */
    private static final Map<String, String> KEYS = keys();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    static List<String> names() {
        return List.copyOf(KEYS.keySet());
    }

    /** Creates the tables and their first rows. */
    void create() {
        try (var script = Tables.class.getResourceAsStream("shop.sql")) {
            run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs statements in one transaction. */
    void run(String sql) {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    List<List<Object>> query(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return ResultRows.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    int count(String table) {
        return ((Number) query("SELECT count(*) FROM " + table).get(0).get(0)).intValue();
    }

    Contents contents() {
        var entities = new TreeMap<String, Map<String, String>>();
        KEYS.forEach((table, key) -> {
            for (var row : query("SELECT " + key + ", to_jsonb(t) - '" + key + "' FROM " + table + " t")) {
                entities.put(table + " " + row.get(0), fields(row.get(1).toString()));
            }
        });
        return new Contents(entities);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String json) {
        try {
            var fields = new LinkedHashMap<String, String>();
            JSON.readTree(json).properties().forEach(field -> fields.put(field.getKey(), text(field.getValue())));
            return fields;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode value) {
        return value.isArray() ? ShortText.list(value.size(), i -> value.get(i).asText()) : value.toString();
    }

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("customers", "id");
        keys.put("products", "sku");
        keys.put("orders", "id");
        keys.put("order_items", "id");
        keys.put("documents", "id");
        return keys;
    }
}
