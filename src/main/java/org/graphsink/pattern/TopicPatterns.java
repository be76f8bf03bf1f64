package org.graphsink.pattern;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The parts of a record that the patterns name. */
    public Stream<Source> sources() {
        return Stream.concat(
                nodes.stream().flatMap(NodePattern::sources),
                relationships.stream().flatMap(RelationshipPattern::sources));
    }

    /** Whether an end of one of the relationships is the row's own node. */
    public boolean isOwn(NodePattern end) {
        return own().filter(end::isSameNode).isPresent();
    }

    /** Which of the nodes an end of one of the relationships is, or a node itself: the first that means the same. */
    public OptionalInt nodeOf(NodePattern end) {
        return IntStream.range(0, nodes.size())
                .filter(i -> end.isSameNode(nodes.get(i)))
                .findFirst();
    }

    /**
     * Whether a node may be its row's own, as far as the pattern alone tells: the first one is, and others may be whose key is
     * made of the record key.
     */
    public boolean mayBeOwn(int node) {
        if (node == 0) {
            return true;
        }
        var sources = sources(nodes.get(node));
        return sources.stream().allMatch(source -> source.root() == Source.Root.KEY)
                || paths(sources).containsAll(paths(sources(nodes.get(0))));
    }

    private static List<Source> sources(NodePattern node) {
        return node.key().stream().flatMap(key -> key.source().sources()).toList();
    }

    private static Set<List<String>> paths(List<Source> sources) {
        return sources.stream().map(Source::path).collect(Collectors.toSet());
    }
}
