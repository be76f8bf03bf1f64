package org.graphsink.footprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graphsink.graph.Share;

/**
 * Who writes to the nodes of one label: topics that have rows in them, and the shared patterns and ends of relationships that
 * write to them too. Where a row is not alone, all of them leave marks, see {@link Share}.
 */
final class Writers {

    private static final String SHARED = Share.SHARED;

    private final Map<String, Footprint> topics;
    private final String label;
    private final Set<String> family;
    private final List<String> rows;
    private final boolean shared;

    private Writers(Map<String, Footprint> topics, String label) {
        this.topics = topics;
        this.label = label;
        this.family = family(topics, label);
        this.rows = topics.entrySet().stream()
                .filter(topic -> topic.getValue().own().stream().anyMatch(this::meets))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        this.shared =
                topics.values().stream().flatMap(Footprint::writtenByOthers).anyMatch(this::meets);
    }

    static Writers of(Map<String, Footprint> topics, String label) {
        return new Writers(topics, label);
    }

    /** The labels by which a node of the label may be found: those that one pattern gives together are on one node. */
    private static Set<String> family(Map<String, Footprint> topics, String label) {
        var found = new HashSet<String>();
        topics.values().stream()
                .flatMap(Footprint::nodes)
                .forEach(node -> found.addAll(node.label().listed()));
        var family = new HashSet<>(Set.of(label));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var together :
                    topics.values().stream().flatMap(Footprint::nodes).toList()) {
                for (var first : together.label().listed()) {
                    var one = new HashSet<>(together.furtherLabels().listed());
                    one.add(first);
                    one.retainAll(found);
                    grown |= !Collections.disjoint(one, family) && family.addAll(one);
                }
            }
        }
        return family;
    }

    private boolean meets(NodeFootprint node) {
        return node.label().any() || !Collections.disjoint(node.label().listed(), family);
    }

    /** Whether rows are in nodes of the label and others write to them as well, in ways that leave marks. */
    boolean leaveMarks() {
        return !rows.isEmpty() && (rows.size() > 1 || shared);
    }

    /** What the rows of a topic write to such nodes; nothing where it has none there. */
    NameSet written(String topic) {
        return rows.contains(topic)
                ? own(topic).map(NodeFootprint::properties).reduce(NameSet.NONE, NameSet::and)
                : NameSet.NONE;
    }

    /** What a topic's row has in such a node; empty where all of it is its own. */
    Optional<Share> share(String topic, Collection<String> labels) {
        boolean unmarked = topics.entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(topic) && other.getValue().anything());
        if (!unmarked && !leaveMarks()) {
            return Optional.empty();
        }
        var others = new ArrayList<String>();
        rows.stream().filter(other -> !other.equals(topic)).map(Share::mark).forEach(others::add);
        others.add(SHARED);
        var own = own(topic).map(NodeFootprint::properties).reduce(NameSet.NONE, NameSet::and);
        var alsoGiven = new TreeMap<String, List<String>>();
        labels.forEach(further -> {
            var givers = givers(topic, further);
            if (!givers.isEmpty()) {
                alsoGiven.put(further, givers);
            }
        });
        return Optional.of(new Share(
                leaveMarks() ? Optional.of(Share.mark(topic)) : Optional.empty(),
                leaveMarks() ? others : List.of(),
                unmarked,
                own.any() ? notOwn(topic) : List.copyOf(new TreeSet<>(own.listed())),
                own.any(),
                alsoGiven));
    }

    /** What the topic writes to the node of a row, by the node's patterns and as an end of its relationships. */
    private Stream<NodeFootprint> own(String topic) {
        var footprint = topics.get(topic);
        return Stream.concat(
                        footprint.own().stream(),
                        footprint.ends().filter(RelationshipFootprint.End::own).map(RelationshipFootprint.End::node))
                .filter(this::meets);
    }

    /** What a row that takes all fields leaves to others: its key, and what they name. */
    private List<String> notOwn(String topic) {
        var names = new TreeSet<String>();
        own(topic).forEach(node -> names.addAll(node.key()));
        topics.forEach((name, footprint) -> {
            var writing = name.equals(topic)
                    ? footprint.writtenByOthers()
                    : Stream.concat(footprint.made(), footprint.ends().map(RelationshipFootprint.End::node));
            writing.filter(this::meets).filter(node -> !footprint.anything()).forEach(node -> {
                names.addAll(node.properties().listed());
                if (node.isWritten() || footprint.own().contains(node)) {
                    names.addAll(node.key());
                }
            });
        });
        return List.copyOf(names);
    }

    /** The marks of the others that may give a further label to such nodes. */
    private List<String> givers(String topic, String further) {
        var givers = new ArrayList<String>();
        for (var other : rows) {
            if (!other.equals(topic) && own(other).anyMatch(node -> gives(node, further))) {
                givers.add(Share.mark(other));
            }
        }
        if (topics.values().stream()
                .flatMap(Footprint::writtenByOthers)
                .filter(this::meets)
                .anyMatch(node -> gives(node, further))) {
            givers.add(SHARED);
        }
        return givers;
    }

    private static boolean gives(NodeFootprint node, String label) {
        return node.furtherLabels().mayBe(label) || node.label().mayBe(label);
    }

    @Override
    public String toString() {
        return label + " " + rows + (shared ? " and shared" : "");
    }
}
