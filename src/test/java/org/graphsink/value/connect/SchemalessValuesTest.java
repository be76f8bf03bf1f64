package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.graphsink.value.DurationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemalessValuesTest {

    static List<Arguments> values() {
        var moment = ZonedDateTime.of(2024, 2, 29, 10, 15, 30, 1, ZoneOffset.UTC);
        var paris = moment.withZoneSameInstant(ZoneId.of("Europe/Paris"));
        return List.of(
                arguments((byte) 1, 1L),
                arguments((short) 1, 1L),
                arguments(1, 1L),
                arguments(1L, 1L),
                arguments(0.5f, 0.5),
                arguments(Double.NaN, Double.NaN),
                arguments(true, true),
                arguments("text", "text"),
                arguments('c', "c"),
                arguments(new byte[] {1}, new byte[] {1}),
                arguments(ByteBuffer.wrap(new byte[] {1, 2}).position(1), new byte[] {2}),
                arguments(new BigDecimal("1.50"), "1.50"),
                arguments(new Date(1), LocalDateTime.of(1970, 1, 1, 0, 0, 0, 1_000_000)),
                arguments(moment.toInstant(), moment),
                arguments(Instant.EPOCH, Instant.EPOCH.atZone(ZoneOffset.UTC)),
                arguments(OffsetDateTime.from(moment), moment),
                arguments(paris, paris),
                arguments(LocalDate.EPOCH, LocalDate.EPOCH),
                arguments(LocalTime.NOON, LocalTime.NOON),
                arguments(OffsetTime.MAX, OffsetTime.MAX),
                arguments(moment.toLocalDateTime(), moment.toLocalDateTime()),
                arguments(Duration.ofMillis(-1), new DurationValue(0, 0, -1, 999_000_000)),
                arguments(Period.of(1, 2, 3), new DurationValue(14, 3, 0, 0)),
                arguments(
                        UUID.fromString("6f1b8d9c-0000-4000-8000-000000000001"),
                        "6f1b8d9c-0000-4000-8000-000000000001"),
                arguments(TimeUnit.DAYS, "DAYS"),
                arguments(new float[] {0.5f}, new float[] {0.5f}),
                arguments(new double[] {0.5}, new double[] {0.5}),
                arguments(List.of(), List.of()),
                arguments(List.of(1, 2L, (short) 3), List.of(1L, 2L, 3L)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void javaTypesFollowTheTable(Object value, Object decoded) {
        assertThat(Decoding.decoded(value)).isEqualTo(decoded);
    }

    @Test
    void aNullIsNull() {
        assertThat(Decoding.decoded((Object) null)).isNull();
    }

    @Test
    void otherJavaTypesAreAnErrorThatNamesTheType() {
        assertThatThrownBy(() -> Decoding.decoded(new StringBuilder("secret")))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: values of the Java type java.lang.StringBuilder are not supported");
    }
}
