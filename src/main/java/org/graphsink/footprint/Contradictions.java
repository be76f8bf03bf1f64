package org.graphsink.footprint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphsink.graph.NodeShape;

/** What the mappings of several topics leave undecided, or can never become right, each in a sentence that says what to change. */
final class Contradictions {

    private final TreeMap<String, Footprint> topics;
    private final LikeRelationships likes;

    Contradictions(Map<String, Footprint> topics) {
        this.topics = new TreeMap<>(topics);
        this.likes = new LikeRelationships(topics);
    }

    /** References by what the rows of the label do not write, by the topic that refers. */
    Map<String, Set<String>> unknownReferences() {
        var found = new TreeMap<String, Set<String>>();
        topics.forEach((topic, footprint) -> footprint
                .ends()
                .filter(end -> !end.own())
                .forEach(end -> end.node().label().listed().forEach(label -> {
                    further(label)
                            .ifPresent(mistake -> found.computeIfAbsent(topic, name -> new LinkedHashSet<>())
                                    .add(mistake));
                    if (!end.node().key().isEmpty()
                            && isUnknown(new NodeShape(label, end.node().key()))) {
                        found.computeIfAbsent(topic, name -> new LinkedHashSet<>())
                                .add(unknown(label, end.node().key()));
                    }
                })));
        return found;
    }

    /** A row that finds its node by another label makes a second one where a reference comes first. */
    private Optional<String> further(String label) {
        boolean first = topics.values().stream()
                .anyMatch(topic -> topic.anything()
                        || topic.made().anyMatch(node -> node.label().mayBe(label)));
        var rows = new TreeMap<String, String>();
        topics.forEach((topic, footprint) -> footprint.own().stream()
                .filter(node -> node.furtherLabels().listed().contains(label))
                .forEach(node -> node.label().listed().forEach(own -> rows.put(topic, own))));
        return first || rows.isEmpty()
                ? Optional.empty()
                : Optional.of("refers to nodes by the label :" + label + ", which the rows of "
                        + String.join(", ", rows.keySet())
                        + " give besides the one that they are found by: refer to them by :"
                        + String.join(" or :", new TreeSet<>(rows.values())) + ", or write :" + label
                        + " first in the pattern of the rows");
    }

    private boolean isUnknown(NodeShape shape) {
        return !makers(shape.label()).isEmpty()
                && topics.values().stream()
                        .noneMatch(
                                topic -> topic.anything() || topic.made().anyMatch(node -> node.mayBeFoundBy(shape)));
    }

    private List<String> makers(String label) {
        return topics.entrySet().stream()
                .filter(topic -> topic.getValue().own().stream()
                        .anyMatch(node -> node.label().listed().contains(label)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String unknown(String label, List<String> key) {
        var makers = makers(label);
        var keys = makers.stream()
                .flatMap(topic -> topics.get(topic).own().stream())
                .filter(node -> node.label().listed().contains(label))
                .map(node -> "{" + String.join(", ", node.key()) + "}")
                .distinct()
                .collect(Collectors.joining(" or "));
        return "refers to nodes :" + label + " by {" + String.join(", ", key) + "}, which the rows of "
                + String.join(", ", makers) + " that make such nodes do not write: refer to them by " + keys
                + ", or write it in the pattern of the rows";
    }

    /** What depends on the data. */
    List<String> warnings() {
        var warnings = new LinkedHashSet<String>();
        var names = new ArrayList<>(topics.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                properties(names.get(i), names.get(j), warnings);
            }
        }
        topics.forEach((topic, footprint) -> footprint.relationships().forEach(relationship -> {
            for (var other : likes.alike(topic, relationship)) {
                if (topic.compareTo(other) < 0 && !topics.get(other).anything()) {
                    warnings.add(alike(topic, other, relationship));
                }
            }
        }));
        return List.copyOf(warnings);
    }

    private void properties(String one, String other, Set<String> warnings) {
        var labels = new TreeSet<String>();
        topics.get(one).own().forEach(node -> labels.addAll(node.label().listed()));
        for (var label : labels) {
            var first = Writers.of(topics, label).written(one);
            var second = Writers.of(topics, label).written(other);
            if (first.any() && second.any()) {
                warnings.add("The topics " + one + " and " + other + " both take all fields (*) for nodes :" + label
                        + ": where they have rows of one key, a row that goes takes along what the other's wrote. Name the"
                        + " properties in one of the patterns");
            }
            var both = new TreeSet<>(first.listed());
            both.retainAll(second.listed());
            if (!both.isEmpty()) {
                warnings.add(
                        "The topics " + one + " and " + other + " both write " + String.join(", ", both) + " to nodes :"
                                + label
                                + ": where they have rows of one key, the last record decides, and a row that goes takes it"
                                + " along. Write it in one of the patterns alone");
            }
        }
    }

    private static String alike(String one, String other, RelationshipFootprint relationship) {
        var type = relationship.type().any()
                ? "of any type"
                : relationship.type().listed().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        return "The topics " + one + " and " + other + " make relationships " + type
                + " that cannot be told apart: they follow their rows only where records have before images (REPLICA IDENTITY"
                + " FULL). Give each topic a type of its own, or the relationship a key that holds the topic, as in"
                + " -[:TYPE {!source: __topic}]->";
    }
}
