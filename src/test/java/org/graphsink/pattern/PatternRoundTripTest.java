package org.graphsink.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatternRoundTripTest {

    @Property
    void readsItsCanonicalTextAsTheSamePatterns(@ForAll("patterns") List<Pattern> patterns) {
        String text = PatternTexts.print(patterns);

        assertThat(PatternParser.parse(text)).as(text).isEqualTo(patterns);
    }

    @Property(tries = 2000)
    void readsAnyTextOrNamesItsFirstMistake(@ForAll("texts") String text) {
        List<Pattern> patterns;
        try {
            patterns = PatternParser.parse(text);
        } catch (PatternException mistake) {
            assertThat(mistake.getMessage()).matches("(?s)(Line \\d+, c|C)olumn " + mistake.column() + ": .+");
            return;
        }
        assertThat(PatternParser.parse(PatternTexts.print(patterns))).isEqualTo(patterns);
    }

    @Provide
    Arbitrary<List<Pattern>> patterns() {
        return ArbitraryPatterns.patterns();
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "<-",
                "->",
                "-",
                ":",
                ";",
                ",",
                ".",
                "|",
                "$(",
                "!",
                "*",
                "+",
                "`",
                "a",
                "`b c`",
                "date(",
                "point(",
                "__key",
                "__value.",
                " ",
                "\n",
                "\r\n",
                "(:A {!id})",
                "-[:T]->",
                "{!id}",
                "é");
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(50),
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Combinators.combine(
                                patterns().map(PatternTexts::print),
                                pieces,
                                Arbitraries.doubles().between(0, 1),
                                Arbitraries.integers().between(0, 2))
                        .as(PatternRoundTripTest::damaged));
    }

    /** The text with some chars replaced by others. */
    private static String damaged(String text, String piece, double where, int length) {
        int start = (int) (where * text.length());
        return text.substring(0, start) + piece + text.substring(Math.min(text.length(), start + length));
    }
}
