package org.graphsink.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.footprint.Footprints;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Reference;
import org.graphsink.graph.Share;
import org.graphsink.mapping.bound.Remembered;

/** What other rows, of all topics, may have in the nodes of one topic. Used by one thread. */
final class OtherRows {

    /** @param which of the topic's nodes it is */
    private record RowNode(int which, String label) {}

    private record Given(String label, List<String> further) {}

    private final Footprints footprints;
    private final String topic;
    private final boolean placeholders;
    private final boolean creating;
    private final Remembered<RowNode, List<Reference>> references;
    private final Remembered<NodeShape, Boolean> standIns;
    private final Remembered<Given, Optional<Share>> shares;
    private final Remembered<NodeShape, List<OtherKey>> otherKeys;
    private final Remembered<String, Set<String>> rowMarks;
    private final Remembered<String, Set<String>> sharedMarks;

    OtherRows(Footprints footprints, String topic, MappingSettings settings) {
        this.footprints = footprints;
        this.topic = topic;
        this.placeholders = settings.placeholderLabel().isPresent();
        this.creating = settings.missingEndpoints() == MissingEndpoints.CREATE;
        this.references = new Remembered<>(node -> footprints.references(topic, node.which(), node.label()));
        this.standIns = new Remembered<>(footprints::mayBePlaceholder);
        this.shares = new Remembered<>(given -> footprints.share(topic, given.label(), given.further()));
        this.otherKeys = new Remembered<>(node -> footprints.otherKeys(topic, node));
        this.rowMarks = new Remembered<>(label -> marks(label, Share.mark(topic)));
        this.sharedMarks = new Remembered<>(label -> marks(label, Share.SHARED));
    }

    /** How the node of a row is created. */
    MissingNode ofRow(NodeShape shape) {
        return mayStandIn(shape) ? MissingNode.CREATE_FOR_ROW : MissingNode.CREATE;
    }

    /** How the end of a relationship is created. */
    MissingNode ofEnd(NodeShape shape) {
        return mayStandIn(shape) ? MissingNode.CREATE_PLACEHOLDER : MissingNode.CREATE;
    }

    private boolean mayStandIn(NodeShape shape) {
        return placeholders && standIns.of(shape);
    }

    /**
     * What others have in a node that its row gave up.
     *
     * @param which of the topic's nodes it is: of those that mean the same, the first
     * @param labels the labels that the row gave besides the first
     */
    Claims claims(int which, NodeShape shape, List<String> labels) {
        if (!placeholders) {
            return Claims.NONE;
        }
        var label = shape.label();
        var referring = creating ? references.of(new RowNode(which, label)) : List.<Reference>of();
        var share = shares.of(new Given(label, labels));
        var keys = otherKeys(shape);
        var former = keys.stream()
                .flatMap(key -> key.names().stream())
                .map(OtherKey::former)
                .toList();
        return referring.isEmpty() && share.isEmpty()
                ? Claims.NONE
                : new Claims(referring, share.map(own -> own.without(former)), labels, keys);
    }

    /** The keys besides its own by which others refer to the node of a row. */
    List<OtherKey> otherKeys(NodeShape shape) {
        return placeholders && creating ? otherKeys.of(shape) : List.of();
    }

    /** Whether nodes of a label tell by marks who writes to them, see {@link Share}. */
    boolean haveMarks(String label) {
        return !marksOfRow(label).isEmpty();
    }

    /** The marks that the node of a row gets. */
    Set<String> marksOfRow(String label) {
        return rowMarks.of(label);
    }

    /** The marks that a node gets to which others than its row write. */
    Set<String> marksOfOthers(String label) {
        return sharedMarks.of(label);
    }

    private Set<String> marks(String label, String mark) {
        return placeholders && footprints.haveMarks(label) ? Set.of(mark) : Set.of();
    }

    /** How the footprint has one of the topic's kinds of relationships. */
    RelationshipFootprint relationship(int index) {
        return footprints.topic(topic).relationships().get(index);
    }

    /**
     * What a node keeps when its row gets another key.
     *
     * @param labels those that the row gives besides the first
     */
    Carried carried(String label, List<String> labels) {
        return new Carried(
                labels,
                footprints.made(label),
                haveMarks(label) ? shares.of(new Given(label, labels)) : Optional.empty());
    }

    /** What others make of relationships such as the topic's, one for each of its kinds. */
    List<LikeRelationship> likeRelationships() {
        return footprints.topic(topic).relationships().stream()
                .map(kind -> new LikeRelationship(
                        footprints.alike(topic, kind),
                        footprints.areToldByKey(kind),
                        !kind.key().isEmpty(),
                        footprints.areBesideOthers(topic, kind)))
                .toList();
    }

    /** For each of the topic's kinds of relationships, the keys by which others are told from them. */
    List<List<List<String>>> keysOfLikes() {
        return footprints.topic(topic).relationships().stream()
                .map(footprints::keysOfLikes)
                .toList();
    }
}
