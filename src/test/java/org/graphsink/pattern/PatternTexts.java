package org.graphsink.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

/** Short words for the patterns that tests expect. */
final class PatternTexts {

    static final Selector ALL = new Selector.All();

    private PatternTexts() {}

    /** The canonical text. */
    static String print(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::toString).collect(Collectors.joining(" ; "));
    }

    static void assertReads(String text, Pattern expected) {
        assertThat(PatternParser.parse(text)).containsExactly(expected);
    }

    static NodePattern node(String label, Selector... selectors) {
        return new NodePattern(new Name.Static(label), List.of(), List.of(selectors));
    }

    static Selector key(String property) {
        return new Selector.Key(property, source(property));
    }

    static Selector include(String property) {
        return new Selector.Include(property, source(property));
    }

    static Selector exclude(String... path) {
        return new Selector.Exclude(source(path));
    }

    static Source source(String... path) {
        return new Source(Source.Root.RECORD, List.of(path));
    }

    static Expression call(Function function, Expression... arguments) {
        return new Expression.Call(function, List.of(arguments));
    }
}
