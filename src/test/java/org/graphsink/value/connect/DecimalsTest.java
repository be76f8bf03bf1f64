package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.kafka.connect.data.Decimal;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.Decoding;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    private static final BigInteger BEYOND_64_BITS = BigInteger.ONE.shiftLeft(63);

    @Test
    void textKeepsEveryDigitAndTheScale() {
        assertThat(Decoding.decoded(Decimal.schema(3), new BigDecimal("1.500"))).isEqualTo("1.500");
    }

    @Test
    void textIsPlainNotation() {
        assertThat(Decoding.decoded(new BigDecimal("1.2E+5"))).isEqualTo("120000");
    }

    @Test
    void textOfAnExtremeScaleStaysShort() {
        assertThat(Decoding.decoded(new BigDecimal("1E+1000000"))).isEqualTo("1E+1000000");
    }

    @Test
    void doubleIsTheNearestFloat() {
        assertThat(Decoding.decoded(
                        Decoding.decimals(DecimalMode.DOUBLE),
                        Decimal.schema(19),
                        new BigDecimal("0.1234567890123456789")))
                .isEqualTo(0.12345678901234568);
    }

    @Test
    void failAcceptsADecimalThatAFloatHolds() {
        assertThat(Decoding.decoded(Decoding.decimals(DecimalMode.FAIL), Decimal.schema(2), new BigDecimal("9.90")))
                .isEqualTo(9.9);
    }

    @Test
    void failRefusesADecimalThatWouldLoseDigits() {
        assertThatThrownBy(() -> Decoding.decoded(
                        Decoding.decimals(DecimalMode.FAIL),
                        Decimal.schema(19),
                        new BigDecimal("0.1234567890123456789")))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a decimal would lose digits as FLOAT, which neo4j.types.decimal=fail refuses;"
                        + " set it to string or double");
    }

    @Test
    void doubleRefusesADecimalBeyondTheRangeOfFloats() {
        assertThatThrownBy(() -> Decoding.decoded(Decoding.decimals(DecimalMode.DOUBLE), new BigDecimal("1E+400")))
                .isInstanceOf(RecordException.class)
                .hasMessage("Field v: a decimal is beyond the range of FLOAT; set neo4j.types.decimal to string");
    }

    @Test
    void aBigIntegerOf64BitsIsAnInteger() {
        assertThat(Decoding.decoded(BigInteger.valueOf(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void anIntegerBeyond64BitsFollowsTheDecimalSetting() {
        assertThat(Decoding.decoded(BEYOND_64_BITS)).isEqualTo("9223372036854775808");
        assertThat(Decoding.decoded(Decoding.decimals(DecimalMode.DOUBLE), BEYOND_64_BITS))
                .isEqualTo(9.223372036854775807E18);
        assertThat(Decoding.decoded(Decoding.decimals(DecimalMode.FAIL), BEYOND_64_BITS))
                .isEqualTo(9.223372036854775807E18);
        assertThatThrownBy(
                        () -> Decoding.decoded(Decoding.decimals(DecimalMode.FAIL), BEYOND_64_BITS.add(BigInteger.ONE)))
                .isInstanceOf(RecordException.class);
    }

    @Test
    void anIntegerBeyond64BitsInJsonTextIsRead() {
        var event = Decoding.decoder().decode(Decoding.record("k", "{\"v\": 123456789012345678901234567890}"));

        assertThat(Decoding.value(event, "v")).isEqualTo("123456789012345678901234567890");
    }
}
