package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.Placeholders;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.Pattern;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.pattern.Selector;

/**
 * What the topics of a connector have in each other's nodes, worked out from their patterns: rows of one topic refer to the
 * nodes of another's, or write to them as well.
 *
 * <p>Topics are consumed independently. A relationship can come when the row that it refers to is not there yet, or not any
 * more, and a deletion when new rows refer to the node already.
 */
public final class SharedNodes {

    private final Map<String, List<Pattern>> topics;
    private final String label;
    private final boolean creating;

    private SharedNodes(Map<String, List<Pattern>> topics, MappingSettings settings) {
        this.topics = topics;
        this.label = settings.placeholderLabel().orElse(null);
        this.creating = settings.missingEndpoints() == MissingEndpoints.CREATE;
    }

    /** @param topics the patterns of each topic */
    public static SharedNodes of(Map<String, List<Pattern>> topics, MappingSettings settings) {
        return new SharedNodes(topics, settings);
    }

    /** The placeholders that there may be in the graph: they stand for nodes which are rows' own and which others refer to. */
    public Placeholders placeholders() {
        if (label == null) {
            return Placeholders.NONE;
        }
        var rows = new Names();
        var referred = new Names();
        topics.values().forEach(patterns -> {
            var own = own(patterns);
            if (own != null) {
                rows.add(own.label());
            }
            ends(patterns).stream().filter(end -> !isRow(end, own)).forEach(end -> referred.add(end.label()));
        });
        var possible = rows.and(referred);
        var adjacent = new Names();
        topics.values()
                .forEach(patterns -> patterns.forEach(pattern -> {
                    if (pattern instanceof RelationshipPattern relationship) {
                        adjacent.addIf(
                                possible,
                                relationship.start().label(),
                                relationship.end().label());
                        adjacent.addIf(
                                possible,
                                relationship.end().label(),
                                relationship.start().label());
                    }
                }));
        return new Placeholders(label, possible, adjacent);
    }

    /** What the rows of one topic have to leave to all others, themselves among them. */
    OtherRows besides(String topic) {
        return new OtherRows(topics, topic, placeholders(), creating);
    }

    /** The node of the topic's rows; null where there is none. */
    static NodePattern own(List<Pattern> patterns) {
        for (var pattern : patterns) {
            if (pattern instanceof NodePattern node) {
                return node;
            }
        }
        return null;
    }

    private static List<NodePattern> ends(List<Pattern> patterns) {
        var ends = new ArrayList<NodePattern>();
        for (var pattern : patterns) {
            if (pattern instanceof RelationshipPattern relationship) {
                ends.add(relationship.start());
                ends.add(relationship.end());
            }
        }
        return ends;
    }

    /** Whether an end of a topic's relationship is the node of the same row. */
    static boolean isRow(NodePattern end, NodePattern own) {
        return own != null && end.label().equals(own.label()) && keys(end).equals(keys(own));
    }

    private static Set<Selector> keys(NodePattern node) {
        var keys = new HashSet<Selector>();
        for (var selector : node.selectors()) {
            if (selector instanceof Selector.Key) {
                keys.add(selector);
            }
        }
        return keys;
    }

    /** Names that patterns can give; all of them, where records give names that no pattern lists. */
    private static final class Names implements Predicate<String> {

        private final Set<String> listed = new HashSet<>();
        private boolean any;

        void add(Name name) {
            var known = known(name);
            any |= known.isEmpty();
            listed.addAll(known);
        }

        void addIf(Predicate<String> condition, Name name, Name other) {
            var known = known(other);
            if (known.isEmpty() || known.stream().anyMatch(condition)) {
                add(name);
            }
        }

        Predicate<String> and(Names other) {
            return name -> test(name) && other.test(name);
        }

        @Override
        public boolean test(String name) {
            return any || listed.contains(name);
        }
    }

    /** @return empty where any name can come */
    static List<String> known(Name name) {
        return name instanceof Name.Static fixed ? List.of(fixed.name()) : ((Name.Dynamic) name).allowed();
    }
}
