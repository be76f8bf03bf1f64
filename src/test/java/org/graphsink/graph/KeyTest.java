package org.graphsink.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graphsink.value.DurationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTest {

    private static Key key(Object value) {
        return Key.of(value);
    }

    static Stream<Arguments> equalValues() {
        return Stream.of(
                Arguments.of(1L, 1.0),
                Arguments.of(0L, -0.0),
                Arguments.of(0.0, -0.0),
                Arguments.of(1L << 60, (double) (1L << 60)),
                Arguments.of(new byte[] {1, 2}, new byte[] {1, 2}),
                Arguments.of(new byte[] {1, -2}, List.of(1L, -2L)),
                Arguments.of(new byte[0], new byte[0]),
                Arguments.of(List.of(1L, 2L), List.of(1.0, 2.0)),
                Arguments.of(List.of(1.5), new double[] {1.5}),
                Arguments.of(new float[] {1.5f}, new double[] {1.5}),
                Arguments.of(List.of("a"), new ArrayList<>(List.of("a"))),
                Arguments.of(LocalDate.of(2024, 2, 29), LocalDate.parse("2024-02-29")),
                Arguments.of(new DurationValue(0, 1, 2, 3), new DurationValue(0, 1, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("equalValues")
    void valuesThatTheDatabaseHoldsEqualAreOneKey(Object one, Object other) {
        assertThat(key(one)).isEqualTo(key(other)).hasSameHashCodeAs(key(other));
    }

    static Stream<Arguments> differentValues() {
        return Stream.of(
                Arguments.of(1L, "1"),
                Arguments.of(1L, true),
                Arguments.of(1L, 1.5),
                Arguments.of((1L << 53) + 1, (double) (1L << 53)),
                Arguments.of("a", "A"),
                Arguments.of(new byte[] {1, 2}, new byte[] {2, 1}),
                Arguments.of(new byte[0], List.of()),
                Arguments.of(List.of(1L, 2L), List.of(2L, 1L)),
                Arguments.of(List.of(1L), List.of(1L, 1L)),
                Arguments.of(List.of(1L), 1L),
                Arguments.of(LocalDate.of(2024, 2, 29), "2024-02-29"),
                Arguments.of(new DurationValue(0, 1, 0, 0), new DurationValue(0, 0, 86_400, 0)),
                Arguments.of(ZonedDateTime.parse("2024-01-01T10:00Z"), ZonedDateTime.parse("2024-01-01T11:00+01:00")));
    }

    @ParameterizedTest
    @MethodSource("differentValues")
    void valuesThatTheDatabaseTellsApartAreTwoKeys(Object one, Object other) {
        assertThat(key(one)).isNotEqualTo(key(other));
        assertThat(key(other)).isNotEqualTo(key(one));
    }

    /** An index that holds the one does not find it by the other, though a transaction takes them for equal. */
    @Test
    void aNumberOfAKeyIsTheOneByWhichAllEqualOnesAreFound() {
        assertThat(key(-0.0).value(0)).isEqualTo(0.0);
        assertThat(key((double) (1L << 60)).value(0)).isEqualTo(1L << 60);
        assertThat(key(-0x1p63).value(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(key(0x1p63).value(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(key(0x1p64).value(0)).isEqualTo(0x1p64);
        assertThat(key(1.0).value(0)).isEqualTo(1.0);
    }

    @Test
    void aKeyWithoutValuesIsNone() {
        assertThat(Key.of()).isSameAs(Key.NONE);
    }

    @Test
    void numbersAreInOrderOfTheirValueWhateverTheirType() {
        assertThat(Stream.of(key(3L), key(2.5), key(-1.0), key(2L)).sorted())
                .containsExactly(key(-1.0), key(2L), key(2.5), key(3L));
    }

    /** Where a float cannot tell two integers apart, a sort must still get the same answer for all three pairs. */
    @Test
    void theOrderOfIntegersAndFloatsIsTransitive() {
        var smaller = key(1L << 53);
        var larger = key((1L << 53) + 1);
        var floating = key((double) (1L << 53));

        assertThat(smaller.compareTo(larger)).isNegative();
        assertThat(floating.compareTo(larger)).isNegative();
        assertThat(smaller.compareTo(floating)).isZero();
    }

    @Test
    void textsAreInAlphabeticalOrder() {
        assertThat(Stream.of(key("b"), key("a"), key("B")).sorted()).containsExactly(key("B"), key("a"), key("b"));
    }

    @Test
    void theFirstValueDecidesTheOrder() {
        assertThat(Stream.of(Key.of(2L, 1L), Key.of(1L, 3L), Key.of(1L, 2L)).sorted())
                .containsExactly(Key.of(1L, 2L), Key.of(1L, 3L), Key.of(2L, 1L));
    }

    @Test
    void valuesOfDifferentTypesHaveAnOrderAllTheSame() {
        assertThat(key(1L).compareTo(key("1"))).isEqualTo(-key("1").compareTo(key(1L)));
        assertThat(key(1L).compareTo(key("1"))).isNotZero();
    }

    @Test
    void theTextOfAKeyHasNoValues() {
        assertThat(Key.of("ann@example.org", 1L)).hasToString("Key of 2");
    }
}
