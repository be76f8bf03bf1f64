package org.graphsink.value.connect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.Absent;
import org.graphsink.value.DurationText;
import org.graphsink.value.DurationValue;
import org.graphsink.value.EpochUnit;
import org.graphsink.value.Unconvertible;

/** The types of {@code io.debezium.time}: counts since an origin, ISO texts, and structs. */
final class DebeziumTime {

    @FunctionalInterface
    interface Definition {
        void define(String name, Schema.Type type, Conversion conversion);
    }

    private static final String PACKAGE = "io.debezium.time.";

    private final Definition types;

    private DebeziumTime(Definition types) {
        this.types = types;
    }

    static void define(Definition types) {
        var time = new DebeziumTime(types);
        time.defineCounts();
        time.defineTexts();
        time.defineStructs();
    }

    private void defineCounts() {
        types.define(PACKAGE + "Date", Schema.Type.INT32, value -> LocalDate.ofEpochDay(((Number) value).longValue()));
        types.define(PACKAGE + "Year", Schema.Type.INT32, value -> ((Number) value).longValue());
        types.define(PACKAGE + "Time", Schema.Type.INT32, value -> EpochUnit.MILLIS.timeOfDay((Integer) value));
        count("MicroTime", EpochUnit.MICROS::timeOfDay);
        count("NanoTime", EpochUnit.NANOS::timeOfDay);
        count("Timestamp", EpochUnit.MILLIS::timestamp);
        count("MicroTimestamp", EpochUnit.MICROS::timestamp);
        count("NanoTimestamp", EpochUnit.NANOS::timestamp);
        count("MicroDuration", EpochUnit.MICROS::duration);
        count("NanoDuration", EpochUnit.NANOS::duration);
    }

    private void defineTexts() {
        text("Interval", DebeziumTime::interval);
        text("IsoDate", Temporals::isoDate);
        text("IsoTime", Temporals::isoTime);
        text("IsoTimestamp", Temporals::isoTimestamp);
        text("ZonedTime", Temporals::zonedTime);
        text("ZonedTimestamp", Temporals::zonedTimestamp);
    }

    private void defineStructs() {
        struct("StructuredDate", StructuredTemporals::date);
        struct("StructuredTime", StructuredTemporals::time);
        struct("StructuredTimestamp", StructuredTemporals::timestamp);
        struct("StructuredZonedTime", StructuredTemporals::zonedTime);
        struct("StructuredZonedTimestamp", StructuredTemporals::zonedTimestamp);
        struct("StructuredDuration", StructuredTemporals::duration);
    }

    private void count(String name, Function<Long, Object> conversion) {
        types.define(PACKAGE + name, Schema.Type.INT64, value -> conversion.apply((Long) value));
    }

    private void text(String name, Function<String, Object> conversion) {
        types.define(
                PACKAGE + name,
                Schema.Type.STRING,
                value -> Unavailable.is((String) value) ? Absent.UNAVAILABLE : conversion.apply((String) value));
    }

    private void struct(String name, Function<Struct, Object> conversion) {
        types.define(PACKAGE + name, Schema.Type.STRUCT, value -> conversion.apply((Struct) value));
    }

    private static DurationValue interval(String text) {
        try {
            return DurationText.parse(text);
        } catch (DateTimeException e) {
            throw new Unconvertible("an interval is no ISO 8601 duration");
        }
    }
}
