package org.graphsink.record.decoder;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from a record's headers that it is one half of a changed primary key. A key in a header may have gone through another
 * converter than the record key, so keys are compared by what their values are written as: an integer of any width is its
 * digits. Used by one thread.
 */
final class KeyChanges {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChanges.class);
    private static final String NEW_KEY = "__debezium.newkey";
    private static final String OLD_KEY = "__debezium.oldkey";

    private final Set<String> warned = new HashSet<>();

    /** Empty for a record that is none, or where the header does not name the fields of the record key. */
    Optional<String> of(SinkRecord record) {
        if (record.headers().isEmpty() || record.key() == null) {
            return Optional.empty();
        }
        var to = record.headers().lastWithName(NEW_KEY);
        var from = to == null ? record.headers().lastWithName(OLD_KEY) : null;
        if (to == null && from == null) {
            return Optional.empty();
        }
        var here = fields(record.key());
        var there = fields((to == null ? from : to).value());
        if (here.size() != there.size()
                || here.isEmpty()
                || here.size() > 1 && !here.keySet().equals(there.keySet())) {
            if (warned.add(record.topic())) {
                LOG.warn(
                        "A record of topic {} has a header {} that does not name the fields of the record key: changed primary"
                                + " keys of the topic are taken for a delete and a create, and unchanged large columns are lost"
                                + " with them. Use the same kind of converter for keys and headers (header.converter), and leave"
                                + " the fields of the record key as Debezium names them",
                        record.topic(),
                        to == null ? OLD_KEY : NEW_KEY);
            }
            return Optional.empty();
        }
        return Optional.of(to == null ? text(there) + text(here) : text(here) + text(there));
    }

    /** By name; a key that is no object is one field without name. */
    private static Map<String, String> fields(Object key) {
        var fields = new TreeMap<String, String>();
        var map = key instanceof Map<?, ?> read ? read : JsonObjects.read(key);
        if (key instanceof Struct struct) {
            struct.schema().fields().forEach(field -> fields.put(field.name(), value(struct.get(field))));
        } else if (map != null) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value(value)));
        } else if (key != null) {
            fields.put("", value(key));
        }
        return fields;
    }

    /** Names need not be there, as both halves have the same. */
    private static String text(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.values().forEach(value -> text.append(value.length()).append(':').append(value));
        return text.append(';').toString();
    }

    private static String value(Object value) {
        if (value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long) {
            return Long.toString(((Number) value).longValue());
        }
        if (value instanceof BigInteger) {
            return value.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                    : value.toString();
        }
        if (value instanceof Date date) {
            return Long.toString(date.getTime());
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof ByteBuffer buffer) {
            var bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof Struct || value instanceof Map ? fields(value).toString() : String.valueOf(value);
    }
}
