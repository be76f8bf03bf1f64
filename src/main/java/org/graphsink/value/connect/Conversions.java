package org.graphsink.value.connect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.graphsink.value.Absent;
import org.graphsink.value.EpochUnit;
import org.graphsink.value.Unconvertible;

/**
 * The conversion of each Connect schema. Logical types go by their full name and only over the type that they are
 * defined on; anything else under such a name is converted by its plain type.
 *
 * @see <a
 *     href="https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-data-types">Debezium
 *     data types</a>
 */
public final class Conversions {

    private final Map<String, Logical> logical = new HashMap<>();
    private final Map<Schema.Type, Conversion> plain = new HashMap<>();
    private final TypeSettings settings;
    private final Decimals decimals;
    private final JsonText json = new JsonText(this);
    private final JavaConversion byJavaType;

    private record Logical(Schema.Type type, Conversion conversion) {}

    public Conversions(TypeSettings settings) {
        this.settings = settings;
        this.decimals = new Decimals(settings.decimal());
        this.byJavaType = new JavaConversion(this);
        definePlainTypes();
        defineConnectTypes();
        defineDebeziumTypes();
        DebeziumTime.define(this::define);
    }

    TypeSettings settings() {
        return settings;
    }

    Decimals decimals() {
        return decimals;
    }

    /** @param schema null for schemaless data */
    public Conversion of(Schema schema) {
        if (schema == null) {
            return byJavaType;
        }
        var known = logical(schema);
        if (known != null) {
            return known;
        }
        if (schema.type() == Schema.Type.ARRAY) {
            return new ListConversion(this, schema);
        }
        return isNested(schema) ? nested(schema) : plain.get(schema.type());
    }

    /** The value as JSON text, whatever its type. */
    public Conversion json(Schema schema) {
        return value -> json.of(schema, value);
    }

    /** Whether values have fields of their own rather than being one value. */
    public boolean isNested(Schema schema) {
        return (schema.type() == Schema.Type.STRUCT || schema.type() == Schema.Type.MAP) && logical(schema) == null;
    }

    /** Whether {@code *} stands for the fields of a nested value instead of the value. */
    public boolean flattens() {
        return settings.nested() == NestedMode.FLATTEN;
    }

    /** What reading a struct or map as one value gives. One without fields has nothing to write when flattened. */
    Conversion nested(Schema schema) {
        return switch (settings.nested()) {
            case JSON -> json(schema);
            case FLATTEN ->
                value -> {
                    if (value instanceof Map<?, ?> map && Unavailable.is(map)) {
                        return Absent.UNAVAILABLE;
                    }
                    if (isEmpty(value)) {
                        return Absent.MISSING;
                    }
                    throw new Unconvertible("a struct or map is no property value; name one of its fields, or write it"
                            + " as text with json()");
                };
            case FAIL ->
                value -> {
                    throw new Unconvertible("it holds a struct or map, which neo4j.types.nested=fail refuses; set it to"
                            + " flatten or json, or leave the field out of the pattern");
                };
        };
    }

    /** The conversion of the schema's logical type, or null where it has none. */
    Conversion logical(Schema schema) {
        if (schema.name() == null) {
            return null;
        }
        var known = logical.get(schema.name());
        if (known == null || known.type() != schema.type()) {
            return null;
        }
        return isSingleBit(schema) ? value -> (Bytes.array(value)[0] & 1) == 1 : known.conversion();
    }

    private void definePlainTypes() {
        for (var type : List.of(Schema.Type.INT8, Schema.Type.INT16, Schema.Type.INT32, Schema.Type.INT64)) {
            plain.put(type, value -> value instanceof Long ? value : (Object) ((Number) value).longValue());
        }
        for (var type : List.of(Schema.Type.FLOAT32, Schema.Type.FLOAT64)) {
            plain.put(type, value -> value instanceof Double ? value : (Object) ((Number) value).doubleValue());
        }
        plain.put(Schema.Type.BOOLEAN, value -> value);
        plain.put(Schema.Type.STRING, Conversions::text);
        plain.put(Schema.Type.BYTES, Conversions::bytes);
    }

    private void defineConnectTypes() {
        define(Decimal.LOGICAL_NAME, Schema.Type.BYTES, value -> decimals.of((BigDecimal) value));
        define(
                org.apache.kafka.connect.data.Date.LOGICAL_NAME,
                Schema.Type.INT32,
                value -> Temporals.date((Date) value));
        define(Time.LOGICAL_NAME, Schema.Type.INT32, value -> EpochUnit.MILLIS.timeOfDay(((Date) value).getTime()));
        define(Timestamp.LOGICAL_NAME, Schema.Type.INT64, value -> Temporals.timestamp((Date) value));
    }

    private void defineDebeziumTypes() {
        define("io.debezium.data.VariableScaleDecimal", Schema.Type.STRUCT, value -> decimals.of(decimal(value)));
        define("io.debezium.data.EnumSet", Schema.Type.STRING, value -> enumSet((String) value));
        define("io.debezium.data.Bits", Schema.Type.BYTES, Conversions::bytes);
        define("io.debezium.data.FloatVector", Schema.Type.ARRAY, value -> DebeziumVectors.floats((List<?>) value));
        define("io.debezium.data.DoubleVector", Schema.Type.ARRAY, value -> DebeziumVectors.doubles((List<?>) value));
        for (var name : List.of("SparseDoubleVector", "SparseVector")) {
            define("io.debezium.data." + name, Schema.Type.STRUCT, value -> DebeziumVectors.sparse((Struct) value));
        }
        for (var name : List.of("Point", "Geometry", "Geography")) {
            define("io.debezium.data.geometry." + name, Schema.Type.STRUCT, value -> Geometries.of((Struct) value));
        }
    }

    private void define(String name, Schema.Type type, Conversion conversion) {
        logical.put(name, new Logical(type, conversion));
    }

    static Object text(Object value) {
        return Unavailable.is((String) value) ? Absent.UNAVAILABLE : value;
    }

    static Object bytes(Object value) {
        var bytes = Bytes.array(value);
        return Unavailable.is(bytes) ? Absent.UNAVAILABLE : bytes;
    }

    /** The number in a {@code VariableScaleDecimal}. */
    static BigDecimal decimal(Object value) {
        var struct = (Struct) value;
        return new BigDecimal(new BigInteger(Bytes.array(struct.get("value"))), struct.getInt32("scale"));
    }

    private static Object enumSet(String value) {
        if (Unavailable.is(value)) {
            return Absent.UNAVAILABLE;
        }
        return value.isEmpty() ? List.of() : List.of((Object[]) value.split(","));
    }

    private static boolean isEmpty(Object nested) {
        return nested instanceof Map<?, ?> map
                ? map.isEmpty()
                : ((Struct) nested).schema().fields().isEmpty();
    }

    private static boolean isSingleBit(Schema schema) {
        return "io.debezium.data.Bits".equals(schema.name())
                && schema.parameters() != null
                && "1".equals(schema.parameters().get("length"));
    }
}
