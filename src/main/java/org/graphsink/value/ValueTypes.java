package org.graphsink.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** The names of Neo4j's types, for messages that must not show the value. */
public final class ValueTypes {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(Boolean.class, "BOOLEAN"),
            Map.entry(Long.class, "INTEGER"),
            Map.entry(Double.class, "FLOAT"),
            Map.entry(Float.class, "FLOAT"),
            Map.entry(String.class, "STRING"),
            Map.entry(byte[].class, "BYTES"),
            Map.entry(LocalDate.class, "DATE"),
            Map.entry(LocalTime.class, "LOCAL TIME"),
            Map.entry(OffsetTime.class, "ZONED TIME"),
            Map.entry(LocalDateTime.class, "LOCAL DATETIME"),
            Map.entry(ZonedDateTime.class, "ZONED DATETIME"),
            Map.entry(DurationValue.class, "DURATION"),
            Map.entry(PointValue.class, "POINT"),
            Map.entry(double[].class, "LIST<FLOAT>"),
            Map.entry(float[].class, "LIST<FLOAT>"));

    private ValueTypes() {}

    public static String name(Object value) {
        if (value instanceof List) {
            return "LIST";
        }
        return NAMES.getOrDefault(value.getClass(), value.getClass().getSimpleName());
    }
}
