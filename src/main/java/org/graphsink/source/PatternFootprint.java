package org.graphsink.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graphsink.footprint.Footprint;
import org.graphsink.footprint.NameSet;
import org.graphsink.footprint.NodeFootprint;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.Source;
import org.graphsink.pattern.TopicPatterns;

/** What a topic's patterns say about what its records may leave in the graph. */
final class PatternFootprint {

    private PatternFootprint() {}

    static Footprint of(TopicPatterns patterns) {
        return new Footprint(
                nodes(patterns, patterns::mayBeOwn),
                nodes(patterns, i -> !patterns.mayBeOwn(i)),
                patterns.relationships().stream()
                        .map(relationship -> of(relationship, patterns))
                        .toList(),
                false);
    }

    private static List<NodeFootprint> nodes(TopicPatterns patterns, IntPredicate which) {
        return IntStream.range(0, patterns.nodes().size())
                .filter(which)
                .mapToObj(i -> of(patterns.nodes().get(i)))
                .toList();
    }

    private static NodeFootprint of(NodePattern node) {
        return new NodeFootprint(
                names(node.label()),
                names(node.key()),
                node.furtherLabels().stream().map(PatternFootprint::names).reduce(NameSet.NONE, NameSet::and),
                properties(node.selectors()));
    }

    private static RelationshipFootprint of(RelationshipPattern relationship, TopicPatterns patterns) {
        return new RelationshipFootprint(
                names(relationship.type()),
                names(relationship.key()),
                end(relationship.start(), patterns),
                end(relationship.end(), patterns),
                properties(relationship.selectors()),
                ofTopic(relationship.key()));
    }

    private static Set<String> ofTopic(List<Selector.Key> key) {
        return key.stream()
                .filter(part -> part.source() instanceof Source source && source.root() == Source.Root.TOPIC)
                .map(Selector.Key::property)
                .collect(Collectors.toSet());
    }

    private static RelationshipFootprint.End end(NodePattern end, TopicPatterns patterns) {
        var which = patterns.nodeOf(end);
        return new RelationshipFootprint.End(of(end), which, which.isPresent() && patterns.mayBeOwn(which.getAsInt()));
    }

    private static NameSet names(Name name) {
        return NameSet.ofPossible(name.possible());
    }

    private static List<String> names(List<Selector.Key> key) {
        return key.stream().map(Selector.Key::property).toList();
    }

    /** What {@code *} stands for is known from records alone. */
    private static NameSet properties(List<Selector> selectors) {
        var listed = new LinkedHashSet<String>();
        boolean any = false;
        for (var selector : selectors) {
            if (selector instanceof Selector.Include include) {
                listed.add(include.property());
            }
            any |= selector instanceof Selector.All;
        }
        return new NameSet(listed, any);
    }
}
