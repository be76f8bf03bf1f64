package org.graphsink.pattern;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One entry between the braces of a pattern. {@link #toString()} is its canonical text. */
public sealed interface Selector {

    /** The parts of a record that it takes by name. */
    default Stream<Source> sources() {
        return Stream.empty();
    }

    /** {@code !property} or {@code !property: source}. */
    record Key(String property, Expression source) implements Selector {
        @Override
        public Stream<Source> sources() {
            return source.sources();
        }

        @Override
        public String toString() {
            return '!' + assignment(property, source);
        }
    }

    /** {@code property}, {@code +property} or {@code property: source}. A struct writes one property per leaf. */
    record Include(String property, Expression source) implements Selector {
        @Override
        public Stream<Source> sources() {
            return source.sources();
        }

        @Override
        public String toString() {
            return assignment(property, source);
        }
    }

    /** {@code *}, written or implied by the absence of includes: all value fields that no other selector takes. */
    record All() implements Selector {
        @Override
        public String toString() {
            return "*";
        }
    }

    /** {@code -path}: what {@code *} leaves out, with everything below the path. */
    record Exclude(Source source) implements Selector {
        @Override
        public String toString() {
            return "-" + source;
        }
    }

    /** The key among the selectors of a pattern, by the names of its properties. */
    static List<Key> key(List<Selector> selectors) {
        return selectors.stream()
                .filter(Key.class::isInstance)
                .map(Key.class::cast)
                .sorted(Comparator.comparing(Key::property))
                .toList();
    }

    private static String assignment(String property, Expression expression) {
        return expression instanceof Source source && source.defaultProperty().equals(property)
                ? source.toString()
                : NameText.ofProperty(property) + ": " + expression;
    }
}
