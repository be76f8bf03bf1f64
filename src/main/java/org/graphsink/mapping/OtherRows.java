package org.graphsink.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graphsink.footprint.Footprints;
import org.graphsink.graph.Claims;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Reference;

/** What other rows, of all topics, may have in the nodes of one topic. Used by one thread. */
final class OtherRows {

    /** @param which of the topic's nodes it is */
    private record RowNode(int which, String label) {}

    private final Footprints footprints;
    private final String topic;
    private final boolean placeholders;
    private final boolean creating;
    private final Map<RowNode, List<Reference>> references = new HashMap<>();
    private final Map<NodeShape, Boolean> standIns = new HashMap<>();
    private final Map<String, Boolean> writing = new HashMap<>();

    OtherRows(Footprints footprints, String topic, MappingSettings settings) {
        this.footprints = footprints;
        this.topic = topic;
        this.placeholders = settings.placeholderLabel().isPresent();
        this.creating = settings.missingEndpoints() == MissingEndpoints.CREATE;
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
        return placeholders && standIns.computeIfAbsent(shape, footprints::mayBePlaceholder);
    }

    /**
     * What others have in a node that its row gave up.
     *
     * @param which of the topic's nodes it is: of those that mean the same, the first
     * @param own the properties that the row wrote; asked for where others may have written more
     * @param labels the labels that it gave besides the first; asked for where others have anything in the node
     */
    Claims claims(int which, String label, Supplier<List<String>> own, Supplier<List<String>> labels) {
        if (!placeholders) {
            return Claims.NONE;
        }
        var referring = creating
                ? references.computeIfAbsent(
                        new RowNode(which, label), node -> footprints.references(topic, which, label))
                : List.<Reference>of();
        boolean written = writing.computeIfAbsent(label, name -> footprints.othersWrite(topic, name));
        return referring.isEmpty() && !written
                ? Claims.NONE
                : new Claims(referring, written ? Optional.of(own.get()) : Optional.empty(), labels.get());
    }

    /** What others make of relationships such as the topic's, one for each of its kinds. */
    List<LikeRelationship> likeRelationships() {
        return footprints.topic(topic).relationships().stream()
                .map(kind -> new LikeRelationship(
                        footprints.alike(topic, kind), !kind.key().isEmpty() && footprints.areToldByKey(kind)))
                .toList();
    }

    /** For each of the topic's kinds of relationships, the keys by which others are told from them. */
    List<List<List<String>>> keysOfLikes() {
        return footprints.topic(topic).relationships().stream()
                .map(footprints::keysOfLikes)
                .toList();
    }
}
