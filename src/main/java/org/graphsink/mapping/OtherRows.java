package org.graphsink.mapping;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.graphsink.graph.Claims;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.NodePattern;
import org.graphsink.pattern.Pattern;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.pattern.Selector;

/** What other rows, of all topics, may have in the nodes of one topic. Used by one thread. */
final class OtherRows {

    private final Map<String, List<Pattern>> topics;
    private final String topic;
    private final Placeholders placeholders;
    private final boolean creating;
    private final Map<String, List<Reference>> references = new HashMap<>();
    private final Map<String, Boolean> writing = new HashMap<>();

    /** @param creating whether relationships create the ends that they miss */
    OtherRows(Map<String, List<Pattern>> topics, String topic, Placeholders placeholders, boolean creating) {
        this.topics = topics;
        this.topic = topic;
        this.placeholders = placeholders;
        this.creating = creating;
    }

    /** How the node of a row is created. */
    MissingNode ofRow(String label) {
        return placeholders.possible().test(label) ? MissingNode.CREATE_FOR_ROW : MissingNode.CREATE;
    }

    /** How the end of a relationship is created. */
    MissingNode ofEnd(String label) {
        return placeholders.possible().test(label) ? MissingNode.CREATE_PLACEHOLDER : MissingNode.CREATE;
    }

    /**
     * What others have in a node that its row gave up.
     *
     * @param own the properties that the row wrote; asked for where others may have written more
     * @param labels the labels that it gave besides the first; asked for where others have anything in the node
     */
    Claims claims(String label, Supplier<List<String>> own, Supplier<List<String>> labels) {
        if (placeholders.label() == null) {
            return Claims.NONE;
        }
        var referring = creating ? references.computeIfAbsent(label, this::references) : List.<Reference>of();
        boolean written = writing.computeIfAbsent(label, this::isWrittenByOthers);
        return referring.isEmpty() && !written
                ? Claims.NONE
                : new Claims(referring, written ? Optional.of(own.get()) : Optional.empty(), labels.get());
    }

    /** Whether rows of other topics may produce such relationships as well. */
    boolean produceToo(RelationshipPattern pattern) {
        return topics.entrySet().stream()
                .filter(other -> !other.getKey().equals(topic))
                .flatMap(other -> other.getValue().stream())
                .anyMatch(other -> other instanceof RelationshipPattern relationship
                        && mayBeOne(pattern.type(), relationship.type())
                        && mayBeOne(
                                pattern.start().label(), relationship.start().label())
                        && mayBeOne(pattern.end().label(), relationship.end().label()));
    }

    private static boolean mayBeOne(Name name, Name other) {
        var names = SharedNodes.known(name);
        var others = SharedNodes.known(other);
        return names.isEmpty() || others.isEmpty() || !Collections.disjoint(names, others);
    }

    private List<Reference> references(String label) {
        var found = new TreeSet<Reference>();
        topics.forEach((name, patterns) -> {
            var own = name.equals(topic) ? SharedNodes.own(patterns) : null;
            for (var pattern : patterns) {
                if (pattern instanceof RelationshipPattern relationship) {
                    add(relationship, relationship.start(), false, label, own, found);
                    add(relationship, relationship.end(), true, label, own, found);
                }
            }
        });
        return List.copyOf(found);
    }

    private static void add(
            RelationshipPattern relationship,
            NodePattern end,
            boolean incoming,
            String label,
            NodePattern own,
            TreeSet<Reference> found) {
        if (mayBe(label, end) && !SharedNodes.isRow(end, own)) {
            var types = SharedNodes.known(relationship.type());
            types.forEach(type -> found.add(new Reference(Optional.of(type), incoming)));
            if (types.isEmpty()) {
                found.add(new Reference(Optional.empty(), incoming));
            }
        }
    }

    /** Whether rows of other topics write more to such nodes than that they are there. */
    private boolean isWrittenByOthers(String label) {
        for (var other : topics.entrySet()) {
            if (!other.getKey().equals(topic)
                    && other.getValue().stream().anyMatch(pattern -> writes(pattern, label))) {
                return true;
            }
        }
        return false;
    }

    private static boolean writes(Pattern pattern, String label) {
        return pattern instanceof NodePattern node && mayBe(label, node)
                || pattern instanceof RelationshipPattern relationship
                        && (writesEnd(relationship.start(), label) || writesEnd(relationship.end(), label));
    }

    private static boolean writesEnd(NodePattern end, String label) {
        return mayBe(label, end)
                && (!end.furtherLabels().isEmpty()
                        || end.selectors().stream().anyMatch(selector -> !(selector instanceof Selector.Key)));
    }

    private static boolean mayBe(String label, NodePattern node) {
        var known = SharedNodes.known(node.label());
        return known.isEmpty() || known.contains(label);
    }
}
