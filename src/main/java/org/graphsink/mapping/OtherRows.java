package org.graphsink.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graphsink.footprint.Footprints;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.graph.Claims;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;

/** What other rows, of all topics, may have in the nodes of one topic. Used by one thread. */
final class OtherRows {

    private final Footprints footprints;
    private final String topic;
    private final Placeholders placeholders;
    private final boolean creating;
    private final Map<String, List<Reference>> references = new HashMap<>();
    private final Map<String, Boolean> writing = new HashMap<>();

    OtherRows(Footprints footprints, String topic, MappingSettings settings) {
        this.footprints = footprints;
        this.topic = topic;
        this.placeholders = footprints.placeholders(settings.placeholderLabel());
        this.creating = settings.missingEndpoints() == MissingEndpoints.CREATE;
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
        var referring = creating
                ? references.computeIfAbsent(label, name -> footprints.references(topic, name))
                : List.<Reference>of();
        boolean written = writing.computeIfAbsent(label, name -> footprints.othersWrite(topic, name));
        return referring.isEmpty() && !written
                ? Claims.NONE
                : new Claims(referring, written ? Optional.of(own.get()) : Optional.empty(), labels.get());
    }

    /** For each of the topic's kinds of relationships, whether rows of other topics may make such relationships as well. */
    List<Boolean> makeToo() {
        return footprints.topic(topic).relationships().stream()
                .map(this::makeToo)
                .toList();
    }

    private boolean makeToo(RelationshipFootprint relationship) {
        return footprints.othersMake(topic, relationship);
    }
}
