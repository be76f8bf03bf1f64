package org.graphsink.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.mapping.bound.Binding;
import org.graphsink.mapping.bound.BoundNode;
import org.graphsink.mapping.bound.View;
import org.graphsink.record.RecordException;

/** What a record writes to one node: a node of its patterns, or an end of one of its relationships. */
final class NodeProduction {

    private final MappingSettings settings;
    private final OtherRows others;

    NodeProduction(MappingSettings settings, OtherRows others) {
        this.settings = settings;
        this.others = others;
    }

    /**
     * @param index which of the patterns' nodes it is
     * @return null for a node without key
     */
    UpsertNode ofPattern(Binding binding, int index, View view, Past past) {
        var node = binding.nodes().get(index);
        try {
            node.requireFields();
            var identity = node.identity(view);
            return identity == null ? null : ofPattern(identity, binding, index, view, past);
        } catch (RecordException e) {
            throw InPattern.at(node.text(), e);
        }
    }

    private UpsertNode ofPattern(NodeIdentity identity, Binding binding, int index, View view, Past past) {
        var node = binding.nodes().get(index);
        var labels = node.furtherLabels().read(view);
        // What the row lost it lost from the node that it had: of shared nodes, that may be another.
        boolean own = binding.isOwn(index);
        boolean shared = own && others.haveMarks(identity.label());
        var before = own && !shared || !past.wasAnother(index, identity) ? past : null;
        var removed = before == null ? Set.<String>of() : removedLabels(node, before, index, labels, identity.label());
        var read = node.properties().read(view);
        if (shared && !past.wasThis(index, identity)) {
            read = past.told(index, node.properties().unavailable(view)).then(read);
        }
        var properties =
                before == null ? read : before.lostProperties(index, node).then(read);
        var marks = own ? others.marksOfRow(identity.label()) : others.marksOfOthers(identity.label());
        return new UpsertNode(
                identity,
                others.ofRow(identity.shape()),
                both(labels, marks),
                removed,
                properties,
                settings.writeToNode(node.properties(), view),
                own ? otherKeys(identity.shape(), properties) : List.of());
    }

    /** The other keys of which the record tells all. */
    private List<List<String>> otherKeys(NodeShape shape, Properties properties) {
        var keys = others.otherKeys(shape);
        return keys.isEmpty()
                ? List.of()
                : keys.stream()
                        .map(OtherKey::names)
                        .filter(key -> key.stream()
                                .allMatch(name -> shape.key().contains(name)
                                        || properties.names().contains(name)))
                        .toList();
    }

    private static Set<String> removedLabels(BoundNode node, Past past, int index, Set<String> labels, String first) {
        if (node.furtherLabels().areFixed()) {
            return Set.of();
        }
        var removed = past.furtherLabels(index, node);
        removed.removeAll(labels);
        removed.remove(first);
        return removed;
    }

    /**
     * The ends of a relationship belong to other rows: what the pattern does not name there stays in any case.
     *
     * @return empty where nothing is to be written
     */
    Optional<UpsertNode> ofEnd(BoundNode node, RelationshipFootprint.End kind, NodeIdentity identity, View view) {
        var labels = node.furtherLabels().read(view);
        var properties = node.properties().read(view);
        boolean create = settings.missingEndpoints() == MissingEndpoints.CREATE;
        if (create && labels.isEmpty() && properties == Properties.NONE) {
            return Optional.of(UpsertNode.ensure(identity, others.ofEnd(identity.shape())));
        }
        if (!create && labels.isEmpty() && properties.isEmpty()) {
            return Optional.empty();
        }
        // Where the end is one of the topic's nodes, that has its mark already.
        var marks = kind.which().isPresent() ? Set.<String>of() : others.marksOfOthers(identity.label());
        var missing = create ? others.ofRow(identity.shape()) : MissingNode.LEAVE;
        return Optional.of(
                new UpsertNode(identity, missing, both(labels, marks), Set.of(), properties, PropertyWrite.MERGE));
    }

    /** How the end of an heir is created. */
    MissingNode ofHeirsEnd(NodeShape shape) {
        return settings.missingEndpoints() == MissingEndpoints.CREATE ? others.ofEnd(shape) : MissingNode.LEAVE;
    }

    private static Set<String> both(Set<String> labels, Set<String> marks) {
        if (labels.isEmpty() || marks.isEmpty()) {
            return labels.isEmpty() ? marks : labels;
        }
        var both = new LinkedHashSet<>(labels);
        both.addAll(marks);
        return both;
    }
}
