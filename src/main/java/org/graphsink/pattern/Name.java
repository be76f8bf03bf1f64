package org.graphsink.pattern;

import java.util.List;

/** A label or relationship type: written in the pattern, or taken from the record. */
public sealed interface Name {

    record Static(String name) implements Name {}

    /**
     * {@code $(source)} or {@code $(source|A,B)}.
     *
     * @param allowed the names that the source can yield; empty where the pattern does not list them
     */
    record Dynamic(Source source, List<String> allowed) implements Name {
        public Dynamic {
            allowed = List.copyOf(allowed);
        }
    }
}
