package org.graphsink.pattern;

import java.util.List;
import java.util.Optional;

/**
 * The mapping of one topic: all that one of its records becomes.
 *
 * @param nodes in the order in which they are written
 * @param relationships in the order in which they are written
 */
public record TopicPatterns(List<NodePattern> nodes, List<RelationshipPattern> relationships) {

    public TopicPatterns {
        nodes = List.copyOf(nodes);
        relationships = List.copyOf(relationships);
    }

    /**
     * Reads the text of a mapping: one or more patterns.
     *
     * @throws PatternException at the first mistake
     */
    public static TopicPatterns parse(String text) {
        return of(PatternParser.parse(text));
    }

    public static TopicPatterns of(List<? extends Pattern> patterns) {
        return new TopicPatterns(all(NodePattern.class, patterns), all(RelationshipPattern.class, patterns));
    }

    private static <T> List<T> all(Class<T> kind, List<? extends Pattern> patterns) {
        return patterns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The node of each row; empty for a mapping of relationships alone. */
    public Optional<NodePattern> own() {
        return nodes.stream().findFirst();
    }

    /** Whether an end of one of the relationships is the row's own node. */
    public boolean isOwn(NodePattern end) {
        return own().filter(end::isSameNode).isPresent();
    }
}
