package org.graphsink.footprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.graph.RelationshipKeys;
import org.graphsink.graph.Share;

/**
 * What all topics of a connector may leave in one graph, and so what they have in each other's nodes: rows of one topic refer
 * to the nodes of another's, or write to them as well.
 *
 * <p>Topics are consumed independently. A relationship can come when the row that it refers to is not there yet, or not any
 * more, and a deletion when new rows refer to the node already.
 */
public final class Footprints {

    private final Map<String, Footprint> topics;

    private Footprints(Map<String, Footprint> topics) {
        this.topics = new LinkedHashMap<>(topics);
    }

    /** @param topics the footprint of each topic of the connector */
    public static Footprints of(Map<String, Footprint> topics) {
        return new Footprints(topics);
    }

    /** @throws IllegalArgumentException for a topic that is none of the connector's */
    public Footprint topic(String topic) {
        var footprint = topics.get(topic);
        if (footprint == null) {
            throw new IllegalArgumentException("No footprint of the topic " + topic);
        }
        return footprint;
    }

    /** Every kind of node of every topic. */
    public Stream<NodeFootprint> nodes() {
        return topics.values().stream().flatMap(Footprint::nodes);
    }

    /** Every kind of relationship of every topic. */
    public Stream<RelationshipFootprint> relationships() {
        return topics.values().stream().flatMap(topic -> topic.relationships().stream());
    }

    /** Whether some topic may write anything. */
    public boolean haveAnything() {
        return topics.values().stream().anyMatch(Footprint::anything);
    }

    /** The labels by which nodes are found, as far as they are known. */
    public Set<String> found() {
        var found = new HashSet<String>();
        nodes().forEach(node -> found.addAll(node.label().listed()));
        return found;
    }

    /** The labels that one node may have, once for each kind of node and each of its first labels. */
    public List<Set<String>> together() {
        var together = new ArrayList<Set<String>>();
        nodes().forEach(node -> {
            for (var first : node.label().listed()) {
                var one = new HashSet<>(node.furtherLabels().listed());
                one.add(first);
                together.add(one);
            }
        });
        return together;
    }

    /**
     * The keys of nodes that may have labels besides of which nothing is known. What no more is known of than its key is never
     * a node that is found by another.
     */
    public Set<List<String>> keysOfUnlisted() {
        var keys = new HashSet<List<String>>();
        nodes().filter(node -> !node.key().isEmpty()
                        && (node.furtherLabels().any()
                                || node.label().any() && !node.furtherLabels().isNone()))
                .forEach(node -> keys.add(node.key()));
        return keys;
    }

    /**
     * The placeholders that there may be in the graph: they stand for nodes which are rows' own and which others refer to. A
     * topic that may write anything may refer to all of them; what it makes itself is not known as such, and stays.
     *
     * @param label of placeholders; empty for none
     */
    public Placeholders placeholders(Optional<String> label) {
        return label.map(new StandIns(this)::of).orElse(Placeholders.NONE);
    }

    /** The labels of rows' nodes, as far as they are known, for which no placeholder stands although there are placeholders. */
    public List<String> neverPlaceholders(Optional<String> label) {
        var possible = placeholders(label).possible();
        var rows = new TreeSet<String>();
        rows().forEach(row -> rows.addAll(row.label().listed()));
        return label.isEmpty()
                ? List.of()
                : rows.stream().filter(possible.negate()).toList();
    }

    /** Whether a node that is found in this way may be a placeholder: a row's node is, and others refer to it in that way. */
    public boolean mayBePlaceholder(NodeShape shape) {
        return new StandIns(this).mayBe(shape);
    }

    /** The nodes that go with rows, of all topics. */
    Stream<NodeFootprint> rows() {
        return topics.values().stream().flatMap(topic -> topic.own().stream());
    }

    /** What the ends of relationships are that may mean nodes of other rows. */
    Stream<NodeFootprint> referred() {
        return topics.values().stream()
                .flatMap(Footprint::ends)
                .filter(end -> !end.own())
                .map(RelationshipFootprint.End::node);
    }

    /**
     * The relationships by which rows may refer to a node of a label, each kind once and in order: all but those of the
     * node's own row.
     *
     * @param topic of which the node's row is
     * @param which of the topic's node patterns the node is
     */
    public List<Reference> references(String topic, int which, String label) {
        return new References(topics)
                .of((name, end) -> !(name.equals(topic) && end.which().equals(OptionalInt.of(which))), label);
    }

    /**
     * The keys besides the node's own by which others refer to the node of a row, as far as the row writes them, in order.
     *
     * @param topic of which the node's row is
     */
    public List<OtherKey> otherKeys(String topic, NodeShape node) {
        return new OtherKeys(topics).of(topic, node);
    }

    /** The relationships that records make at a node of a label, those of its own row among them, each kind once and in order. */
    public List<Reference> made(String label) {
        return new References(topics).of((name, end) -> true, label);
    }

    /** How relationships of a type between two nodes are told apart; of types that only records name, nothing is known. */
    public RelationshipKeys relationshipKeys() {
        var keys = new TreeMap<String, Set<String>>();
        relationships()
                .filter(relationship -> !relationship.key().isEmpty())
                .forEach(relationship -> relationship
                        .type()
                        .listed()
                        .forEach(type -> keys.computeIfAbsent(type, name -> new TreeSet<>())
                                .addAll(relationship.key())));
        var lists = new HashMap<String, List<String>>();
        keys.forEach((type, names) -> lists.put(type, List.copyOf(names)));
        return new RelationshipKeys(lists);
    }

    /**
     * What a row has in a node, where others may write to such nodes as well; empty where all of it is its own.
     *
     * @param topic of which the row is
     * @param labels that the row gives besides the first
     */
    public Optional<Share> share(String topic, String label, Collection<String> labels) {
        return writers(label).share(topic, labels);
    }

    /**
     * Whether nodes of a label bear marks, see {@link Share}: rows are in them, and other topics have rows in them as well or
     * write to them as shared nodes. No row gives such a node another identity then.
     */
    public boolean haveMarks(String label) {
        return writers(label).leaveMarks();
    }

    /**
     * Mistakes that the mappings of several topics make together, by the topic whose mapping has to change: it refers to nodes
     * in a way in which no row can ever be found.
     */
    public Map<String, Set<String>> mistakes() {
        return new Contradictions(topics).unknownReferences();
    }

    /** What the mappings leave undecided, which is right or wrong as the data are: for the log, at start. */
    public List<String> warnings() {
        return new Contradictions(topics).warnings();
    }

    private Writers writers(String label) {
        return Writers.of(topics, label);
    }

    /**
     * The other topics whose records may make relationships that cannot be told from such of this topic: of one type, between
     * the same nodes, with no key that tells them apart.
     */
    public List<String> alike(String topic, RelationshipFootprint relationship) {
        return new LikeRelationships(topics).alike(topic, relationship);
    }

    /**
     * The keys by which relationships of other kinds are told from such: those that a relationship without key must not be
     * taken for.
     */
    public List<List<String>> keysOfLikes(RelationshipFootprint relationship) {
        return new LikeRelationships(topics).keysOfOthers(relationship);
    }

    /** Whether the topic makes relationships of another kind that may lie beside such. */
    public boolean areBesideOthers(String topic, RelationshipFootprint relationship) {
        return topic(topic).relationships().stream()
                        .filter(relationship::mayMeet)
                        .count()
                > 1;
    }

    /** Whether others may lie beside such relationships, told from them by their keys alone. */
    public boolean areToldByKey(RelationshipFootprint relationship) {
        return new LikeRelationships(topics).areToldByKey(relationship);
    }
}
