package org.graphsink.pattern;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A label or relationship type: written in the pattern, or taken from the record. {@link #toString()} is its canonical text. */
public sealed interface Name {

    /** The names that records can give; empty where any can come. */
    List<String> possible();

    /** The parts of a record that it is taken from. */
    default Stream<Source> sources() {
        return Stream.empty();
    }

    record Static(String name) implements Name {
        @Override
        public List<String> possible() {
            return List.of(name);
        }

        @Override
        public String toString() {
            return NameText.ofLabel(name);
        }
    }

    /**
     * {@code $(source)} or {@code $(source|A,B)}.
     *
     * @param allowed the names that the source can yield; empty where the pattern does not list them
     */
    record Dynamic(Source source, List<String> allowed) implements Name {
        public Dynamic {
            allowed = List.copyOf(allowed);
        }

        @Override
        public Stream<Source> sources() {
            return Stream.of(source);
        }

        @Override
        public List<String> possible() {
            return allowed;
        }

        @Override
        public String toString() {
            return allowed.isEmpty()
                    ? "$(" + source + ")"
                    : allowed.stream()
                            .map(NameText::ofLabel)
                            .collect(Collectors.joining(",", "$(" + source + "|", ")"));
        }
    }
}
