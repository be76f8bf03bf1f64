package org.graphsink.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is {@code mistakes.txt}: after {@code ==} a name, then the pattern, after {@code --} the whole message. */
class PatternMistakeTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void saysWhereTheMistakeIsAndWhatWasExpected(String name, String pattern, String message) {
        var mistake = catchThrowableOfType(PatternException.class, () -> PatternParser.parse(pattern));

        assertThat(mistake).as(name).isNotNull();
        assertThat(mistake).hasMessage(message);
    }

    @Test
    void countsTheColumnWithinItsLine() {
        var mistake = catchThrowableOfType(
                PatternException.class, () -> PatternParser.parse("(:A {!id});\r\n  𝕩 (:B {!id})"));

        assertThat(mistake.column()).isEqualTo(5);
        assertThat(mistake).hasMessage("""
                Line 2, column 5: expected '{' and the node's key, as in {!id}, but found '('
                    𝕩 (:B {!id})
                      ^""");
    }

    static Stream<Arguments> mistakes() {
        return Arrays.stream(table().split("(?m)^== ")).skip(1).map(PatternMistakeTest::row);
    }

    private static Arguments row(String block) {
        String[] nameAndRest = block.split("\n", 2);
        String[] patternAndMessage = nameAndRest[1].split("\n--\n", 2);
        return Arguments.of(nameAndRest[0], patternAndMessage[0], patternAndMessage[1].stripTrailing());
    }

    private static String table() {
        try (var in = PatternMistakeTest.class.getResourceAsStream("mistakes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
