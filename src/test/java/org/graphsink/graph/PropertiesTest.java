package org.graphsink.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PropertiesTest {

    private static final List<String> NAME_AND_AGE = List.of("name", "age");

    @Test
    void laterPropertiesAreWrittenOverEarlierOnes() {
        var first = Properties.of(NAME_AND_AGE, "Ann", 30L);
        var later = Properties.of(List.of("age", "city"), 31L, "Bonn");

        assertThat(first.then(later)).isEqualTo(Properties.of(List.of("name", "age", "city"), "Ann", 31L, "Bonn"));
    }

    @Test
    void aLaterNullIsAWrite() {
        var first = Properties.of(NAME_AND_AGE, "Ann", 30L);
        var later = Properties.of(List.of("age"), new Object[] {null});

        assertThat(first.then(later)).isEqualTo(Properties.of(NAME_AND_AGE, "Ann", null));
    }

    @Test
    void aLaterValueTakesTheNullBack() {
        var first = Properties.of(List.of("age"), new Object[] {null});

        assertThat(first.then(Properties.of(List.of("age"), 30L))).isEqualTo(Properties.of(List.of("age"), 30L));
    }

    @Test
    void propertiesOfTheSameNamesReplaceEachOther() {
        var later = Properties.of(NAME_AND_AGE, "Ben", 40L);

        assertThat(Properties.of(NAME_AND_AGE, "Ann", 30L).then(later)).isSameAs(later);
    }

    @Test
    void theNamesOfTheFirstAreSharedWhereTheLaterAddNone() {
        var merged = Properties.of(NAME_AND_AGE, "Ann", 30L).then(Properties.of(List.of("age"), 31L));

        assertThat(merged.names()).isSameAs(NAME_AND_AGE);
    }

    @Test
    void nothingChangesNothing() {
        var some = Properties.of(NAME_AND_AGE, "Ann", 30L);

        assertThat(some.then(Properties.NONE)).isSameAs(some);
        assertThat(Properties.NONE.then(some)).isSameAs(some);
    }

    @Test
    void theTextOfPropertiesHasNoValues() {
        assertThat(Properties.of(NAME_AND_AGE, "Ann", 30L)).hasToString("Properties[name, age]");
    }

    @Test
    void everyNameHasAValue() {
        assertThatThrownBy(() -> Properties.of(NAME_AND_AGE, "Ann")).hasMessage("2 names for 1 values");
    }

    @Test
    void whatIsBelowAnEmptiedNameIsGoneUnlessItIsNamedLater() {
        var first = Properties.of(List.of("a.x", "a.y", "ab"), 1L, 2L, 3L);
        var emptying = Properties.of(List.of("a.y"), 4L).emptying(List.of("a"));
        var third = Properties.of(List.of("a.z"), 5L).emptying(List.of("b"));

        assertThat(first.then(emptying))
                .isEqualTo(Properties.of(List.of("ab", "a.y"), 3L, 4L).emptying(List.of("a")));
        assertThat(first.then(emptying).then(third))
                .isEqualTo(
                        Properties.of(List.of("ab", "a.y", "a.z"), 3L, 4L, 5L).emptying(List.of("a", "b")));
    }

    @Test
    void anEmptiedNameIsAWrite() {
        assertThat(Properties.NONE.emptying(List.of("a")).isEmpty()).isFalse();
        assertThat(Properties.of(NAME_AND_AGE, "Ann", 30L)
                        .emptying(List.of("a"))
                        .then(Properties.of(NAME_AND_AGE, "Ben", 40L)))
                .isEqualTo(Properties.of(NAME_AND_AGE, "Ben", 40L).emptying(List.of("a")));
    }
}
