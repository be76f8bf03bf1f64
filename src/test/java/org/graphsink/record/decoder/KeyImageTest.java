package org.graphsink.record.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyImageTest {

    private static final Schema KEY =
            SchemaBuilder.struct().field("id", Schema.INT32_SCHEMA).build();

    /** What Debezium fills in for columns that may not be null, with {@code time.precision.mode=structured}. */
    @ParameterizedTest
    @CsvSource({
        "StructuredDate,           'year=1970,month=1,day=1',                                         true",
        "StructuredDate,           'year=1970,month=1,day=2',                                         false",
        "StructuredDate,           'year=2026,month=1,day=1',                                         false",
        "StructuredTime,           'hour=0,minute=0,second=0,nanos=0,precision=6',                    true",
        "StructuredTime,           'hour=0,minute=0,second=1,nanos=0,precision=6',                    false",
        "StructuredTimestamp,      'year=1970,month=1,day=1,hour=0,minute=0,nanos=0,precision=3',     true",
        "StructuredTimestamp,      'year=1970,month=1,day=1,hour=0,minute=0,nanos=1,precision=3',     false",
        "StructuredZonedTimestamp, 'year=1970,month=1,day=1,hour=0,nanos=0,offsetSeconds=0,zoneId=Z', true",
        "StructuredDuration,       'years=0,months=0,days=0,hours=0,nanos=0,precision=6',             true",
        "StructuredDuration,       'years=0,months=0,days=1,hours=0,nanos=0,precision=6',             false"
    })
    void aStructuredTemporalIsFilledInWhereItIsTheOriginOfTime(String type, String fields, boolean isFilledIn) {
        var value = temporal(type, fields);
        var row = new Struct(SchemaBuilder.struct()
                        .field("id", Schema.INT32_SCHEMA)
                        .field("at", value.schema())
                        .build())
                .put("id", 7)
                .put("at", value);
        var key = new Struct(KEY).put("id", 7);

        assertThat(KeyImage.is(row, key)).isEqualTo(isFilledIn);
        assertThat(KeyImage.is(Decoding.throughPlainJson(row), Map.of("id", 7))).isEqualTo(isFilledIn);
    }

    private static Struct temporal(String type, String fields) {
        var schema = SchemaBuilder.struct().name("io.debezium.time." + type);
        for (String field : fields.split(",")) {
            schema.field(field.split("=")[0], field.startsWith("zoneId") ? Schema.STRING_SCHEMA : Schema.INT32_SCHEMA);
        }
        var value = new Struct(schema.build());
        for (String field : fields.split(",")) {
            String[] parts = field.split("=");
            value.put(parts[0], parts[0].equals("zoneId") ? (Object) parts[1] : (Object) Integer.valueOf(parts[1]));
        }
        return value;
    }

    /** What may be null is filled in with zeros for some types, but never for plain numbers and truth values. */
    @ParameterizedTest
    @CsvSource({
        "int16, , false, 0, false",
        "int32, , false, 0, false",
        "int64, , false, 0, false",
        "float32, , false, 0, false",
        "float64, , false, 0, false",
        "boolean, , false, 0, false",
        "int64, , false, , true",
        "int64, , true, 0, true",
        "int64, io.debezium.time.MicroTimestamp, false, 0, true",
        "string, , false, '', true"
    })
    void aZeroThatMayBeNullIsTheRowsOwnWhereNothingIsFilledIn(
            String type, String name, boolean required, String value, boolean isFilledIn) {
        var builder = new SchemaBuilder(Schema.Type.valueOf(type.toUpperCase(Locale.ROOT))).name(name);
        var schema = (required ? builder : builder.optional()).build();
        var row = new Struct(SchemaBuilder.struct()
                        .field("id", Schema.INT32_SCHEMA)
                        .field("column", schema)
                        .build())
                .put("id", 7)
                .put("column", value == null ? null : zero(schema.type()));

        assertThat(KeyImage.is(row, new Struct(KEY).put("id", 7))).isEqualTo(isFilledIn);
    }

    private static Object zero(Schema.Type type) {
        return switch (type) {
            case INT16 -> (short) 0;
            case INT32 -> 0;
            case INT64 -> 0L;
            case FLOAT32 -> 0f;
            case FLOAT64 -> 0.0;
            case BOOLEAN -> false;
            default -> "";
        };
    }

    @Test
    void aColumnWithADefaultMayHoldItInPlaceOfANull() {
        var row = new Struct(SchemaBuilder.struct()
                        .field("id", Schema.INT32_SCHEMA)
                        .field(
                                "count",
                                SchemaBuilder.int32().optional().defaultValue(0).build())
                        .build())
                .put("id", 7)
                .put("count", 0);

        assertThat(KeyImage.is(row, new Struct(KEY).put("id", 7))).isTrue();
    }
}
