package org.graphsink.value.connect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.Absent;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.graphsink.value.Unconvertible;

/**
 * JSON text of any Connect data. Decimals are numbers with every digit, temporal values ISO text, bytes base64, points
 * objects with {@code x}, {@code y}, {@code z} and {@code srid}; a Debezium {@code Json} column is embedded as it is.
 */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String JSON_COLUMN = "io.debezium.data.Json";

    private final Conversions conversions;

    JsonText(Conversions conversions) {
        this.conversions = conversions;
    }

    /**
     * @param schema null for schemaless data
     * @return text, or {@link Absent#UNAVAILABLE} where a part of the value is
     */
    Object of(Schema schema, Object value) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            if (!write(out, schema, value)) {
                return Absent.UNAVAILABLE;
            }
        } catch (IOException e) {
            throw new Unconvertible("it cannot be written as JSON: it nests too deep");
        }
        return text.toString();
    }

    /** Returns false, with the text in any state, where the value or a part of it is unavailable. */
    private boolean write(JsonGenerator out, Schema schema, Object value) throws IOException {
        if (value == null) {
            out.writeNull();
            return true;
        }
        if (value instanceof SchemaAndValue typed) {
            return write(out, typed.schema(), typed.value());
        }
        if (value instanceof BigDecimal decimal) {
            out.writeNumber(Decimals.text(decimal));
            return true;
        }
        if (value instanceof Float number) {
            out.writeNumber(number);
            return true;
        }
        if (value instanceof Struct struct) {
            return writeStruct(out, struct);
        }
        boolean isLogical = schema != null && conversions.logical(schema) != null;
        if (value instanceof Map<?, ?> map) {
            return writeMap(out, schema, map);
        }
        if (value instanceof Collection<?> list && !isLogical) {
            return writeList(out, schema, list);
        }
        if (value instanceof String text && schema != null && JSON_COLUMN.equals(schema.name())) {
            out.writeRawValue(text);
            return !Unavailable.is(text);
        }
        return writeConverted(out, conversions.of(schema).convert(value));
    }

    private boolean writeStruct(JsonGenerator out, Struct struct) throws IOException {
        var schema = struct.schema();
        if (!conversions.isNested(schema)) {
            return "io.debezium.data.VariableScaleDecimal".equals(schema.name())
                    ? write(out, null, Conversions.decimal(struct))
                    : writeConverted(out, conversions.of(schema).convert(struct));
        }
        out.writeStartObject();
        boolean isAvailable = true;
        for (var field : schema.fields()) {
            out.writeFieldName(field.name());
            isAvailable &= write(out, field.schema(), FieldAccess.to(field).from(struct));
        }
        out.writeEndObject();
        return isAvailable;
    }

    private boolean writeMap(JsonGenerator out, Schema schema, Map<?, ?> map) throws IOException {
        var valueSchema = schema == null ? null : schema.valueSchema();
        out.writeStartObject();
        boolean isAvailable = true;
        for (var entry : map.entrySet()) {
            out.writeFieldName(String.valueOf(entry.getKey()));
            isAvailable &= write(out, valueSchema, entry.getValue());
        }
        out.writeEndObject();
        return isAvailable;
    }

    private boolean writeList(JsonGenerator out, Schema schema, Collection<?> list) throws IOException {
        var valueSchema = schema == null ? null : schema.valueSchema();
        out.writeStartArray();
        boolean isAvailable = true;
        for (var element : list) {
            isAvailable &= write(out, valueSchema, element);
        }
        out.writeEndArray();
        return isAvailable;
    }

    private boolean writeConverted(JsonGenerator out, Object value) throws IOException {
        if (value == Absent.UNAVAILABLE) {
            out.writeNull();
            return false;
        }
        if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else if (value instanceof double[] vector) {
            out.writeArray(vector, 0, vector.length);
        } else if (value instanceof float[] vector) {
            out.writeStartArray();
            for (float number : vector) {
                out.writeNumber(number);
            }
            out.writeEndArray();
        } else if (value instanceof List<?> list) {
            return writeList(out, null, list);
        } else if (value instanceof PointValue point) {
            writePoint(out, point);
        } else if (value instanceof DurationValue duration) {
            out.writeString(iso(duration));
        } else {
            out.writeString(value.toString());
        }
        return true;
    }

    private static void writePoint(JsonGenerator out, PointValue point) throws IOException {
        out.writeStartObject();
        out.writeNumberField("srid", point.srid());
        out.writeNumberField("x", point.x());
        out.writeNumberField("y", point.y());
        if (point.hasHeight()) {
            out.writeNumberField("z", point.z());
        }
        out.writeEndObject();
    }

    private static String iso(DurationValue duration) {
        var seconds = BigDecimal.valueOf(duration.seconds())
                .add(BigDecimal.valueOf(duration.nanoseconds(), 9))
                .stripTrailingZeros();
        return "P" + duration.months() + "M" + duration.days() + "DT" + seconds.toPlainString() + "S";
    }
}
