package org.graphsink.pattern;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code (start)-[:TYPE {selectors}]->(end)}. A pattern written from right to left is turned round, so that start and
 * end are those of the relationship.
 *
 * @param selectors contain {@code *} where the pattern includes nothing; empty where it says so with empty braces
 */
public record RelationshipPattern(NodePattern start, Name type, List<Selector> selectors, NodePattern end)
        implements Pattern {
    public RelationshipPattern {
        selectors = List.copyOf(selectors);
    }

    /** What tells relationships of the type between the same nodes apart, by the names of the properties; may be empty. */
    public List<Selector.Key> key() {
        return Selector.key(selectors);
    }

    Stream<Source> sources() {
        return Stream.of(start.sources(), type.sources(), selectors.stream().flatMap(Selector::sources), end.sources())
                .flatMap(sources -> sources);
    }

    @Override
    public String toString() {
        return start + "-[:" + type + ' ' + Braces.text(selectors) + "]->" + end;
    }
}
