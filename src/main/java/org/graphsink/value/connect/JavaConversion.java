package org.graphsink.value.connect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.NamedOffsets;
import org.graphsink.value.Unconvertible;

/**
 * The conversion of data without schema, by Java type. A {@link Date} is what Connect's own Timestamp is, a LOCAL
 * DATETIME in UTC.
 */
final class JavaConversion implements Conversion {

    private final Conversions conversions;
    private final Map<Class<?>, Conversion> exact = new HashMap<>();

    JavaConversion(Conversions conversions) {
        this.conversions = conversions;
        for (var type : new Class<?>[] {Byte.class, Short.class, Integer.class, Long.class}) {
            exact.put(type, value -> value instanceof Long ? value : (Object) ((Number) value).longValue());
        }
        exact.put(Float.class, value -> ((Float) value).doubleValue());
        for (var type : new Class<?>[] {
            Double.class, Boolean.class, LocalDate.class, LocalTime.class, LocalDateTime.class, OffsetTime.class
        }) {
            exact.put(type, value -> value);
        }
        exact.put(String.class, Conversions::text);
        exact.put(byte[].class, Conversions::bytes);
        exact.put(Character.class, Object::toString);
        exact.put(UUID.class, Object::toString);
        exact.put(BigDecimal.class, value -> conversions.decimals().of((BigDecimal) value));
        exact.put(BigInteger.class, value -> conversions.decimals().of((BigInteger) value));
        exact.put(Instant.class, value -> Temporals.instant((Instant) value));
        exact.put(ZonedDateTime.class, value -> NamedOffsets.without((ZonedDateTime) value));
        exact.put(OffsetDateTime.class, value -> ((OffsetDateTime) value).toZonedDateTime());
        exact.put(Duration.class, value -> Temporals.duration((Duration) value));
        exact.put(Period.class, value -> Temporals.duration((Period) value));
        exact.put(float[].class, value -> value);
        exact.put(double[].class, value -> value);
        exact.put(Struct.class, value -> ofSchema(value, ((Struct) value).schema()));
        exact.put(SchemaAndValue.class, value -> {
            var typed = (SchemaAndValue) value;
            return ofSchema(typed.value(), typed.schema());
        });
    }

    @Override
    public Object convert(Object value) {
        var conversion = exact.get(value.getClass());
        return conversion == null ? ofInterface(value) : conversion.convert(value);
    }

    private Object ofSchema(Object value, org.apache.kafka.connect.data.Schema schema) {
        return value == null ? null : conversions.of(schema).convert(value);
    }

    private Object ofInterface(Object value) {
        if (value instanceof Map) {
            return conversions.nested(null).convert(value);
        }
        if (value instanceof Collection) {
            return new ListConversion(conversions, null).convert(value);
        }
        if (value instanceof Date date) {
            return Temporals.timestamp(date);
        }
        if (value instanceof ByteBuffer) {
            return Conversions.bytes(value);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new Unconvertible("values of the Java type " + value.getClass().getName() + " are not supported");
    }
}
