package org.graphsink.record.decoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graphsink.record.RecordException;

/** Text or bytes that hold a JSON object: what StringConverter and ByteArrayConverter make of JSON. */
final class JsonObjects {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerForMapOf(Object.class);

    private JsonObjects() {}

    /** Whether the data starts as a JSON object does. */
    static boolean isLikely(Object value) {
        if (value instanceof String text) {
            int i = 0;
            while (i < text.length() && text.charAt(i) <= ' ') {
                i++;
            }
            return i < text.length() && text.charAt(i) == '{';
        }
        if (value instanceof byte[] bytes) {
            int i = 0;
            while (i < bytes.length && bytes[i] >= 0 && bytes[i] <= ' ') {
                i++;
            }
            return i < bytes.length && bytes[i] == '{';
        }
        return false;
    }

    /** The object with its fields in order, or null where the data is not one. */
    static Map<String, Object> read(Object value) {
        if (!isLikely(value)) {
            return null;
        }
        var text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) value;
        try {
            return JSON.readValue(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /**
     * Refuses what JsonConverter writes with schemas and another converter, or the same without schemas, has read: nothing of
     * it is where a pattern expects it.
     *
     * @param part {@code key} or {@code value}
     */
    static void requireWithoutSchema(Map<?, ?> object, String part) {
        if (object.size() == 2
                && object.containsKey("payload")
                && object.get("schema") instanceof Map<?, ?> schema
                && schema.get("type") instanceof String) {
            throw new RecordException("The record " + part + " is JSON with its schema, which " + part
                    + ".converter does not read as such; set " + part
                    + ".converter=org.apache.kafka.connect.json.JsonConverter and " + part
                    + ".converter.schemas.enable=true");
        }
    }
}
