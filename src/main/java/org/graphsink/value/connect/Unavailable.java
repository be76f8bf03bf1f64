package org.graphsink.value.connect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The forms in which Debezium says that it does not know the value of an unchanged large column: one per column type
 * and per {@code binary.handling.mode} and {@code hstore.handling.mode}.
 *
 * @see <a
 *     href="https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-toasted-values">
 *     Toasted values</a>
 */
public final class Unavailable {

    private static final String TEXT = "__debezium_unavailable_value";
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);
    private static final String HSTORE_JSON = "{\"" + TEXT + "\":\"" + TEXT + "\"}";
    private static final String UUID_TEXT = UUID.nameUUIDFromBytes(BYTES).toString();

    private Unavailable() {}

    static boolean is(String text) {
        int length = text.length();
        return length == TEXT.length() && text.equals(TEXT)
                || length == BASE64.length() && text.equals(BASE64)
                || length == HSTORE_JSON.length() && text.equals(HSTORE_JSON);
    }

    static boolean is(byte[] bytes) {
        return bytes.length == BYTES.length && Arrays.equals(bytes, BYTES);
    }

    public static boolean is(Map<?, ?> map) {
        return map.size() == 1 && TEXT.equals(map.get(TEXT));
    }

    /** Of a list of converted values: an array of numbers holds the bytes of the text, one of UUIDs a UUID made of it. */
    static boolean is(List<?> values) {
        if (values.size() == 1) {
            return UUID_TEXT.equals(values.get(0));
        }
        if (values.size() != BYTES.length) {
            return false;
        }
        for (int i = 0; i < BYTES.length; i++) {
            if (!(values.get(i) instanceof Long number) || number != BYTES[i]) {
                return false;
            }
        }
        return true;
    }
}
