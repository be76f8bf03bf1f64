package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.pattern.NodePattern;
import org.graphsink.record.RecordException;

/**
 * A node pattern, or an end of a relationship pattern, bound to the layouts of a view.
 *
 * @param text the pattern, for messages
 * @param possibleShapes how nodes of the pattern can be identified; empty where any label can come
 * @param unknownField which field of label or key neither schema has, for messages
 * @param own whether it is an end of a relationship that is the row's own node
 */
public record BoundNode(
        String text,
        BoundName label,
        BoundLabels furtherLabels,
        BoundKey key,
        List<NodeShape> possibleShapes,
        BoundProperties properties,
        Optional<String> unknownField,
        boolean own) {

    static BoundNode of(NodePattern pattern, View view, RowIdentity rows, Restrictions restrictions) {
        var binder = new SourceBinder(view, rows);
        var reserved = restrictions.reservedLabels();
        var label = BoundName.label(pattern.label(), binder, reserved);
        var furtherLabels = pattern.furtherLabels().stream()
                .map(name -> BoundName.label(name, binder, reserved))
                .toList();
        var key = BoundKey.of(pattern.key(), binder);
        var unknownField = Stream.concat(
                        Stream.of(key.unknownField(), label.unknownField()),
                        furtherLabels.stream().map(BoundName::unknownField))
                .flatMap(Optional::stream)
                .findFirst();
        var labels = new ArrayList<>(furtherLabels);
        labels.add(label);
        return new BoundNode(
                pattern.toString(),
                label,
                BoundLabels.of(furtherLabels),
                key,
                label.possible().stream()
                        .map(name -> new NodeShape(name, key.properties()))
                        .toList(),
                BoundProperties.of(
                        pattern.selectors(), List.of(), view, VectorGuard.ofNode(restrictions.vectors(), labels)),
                unknownField,
                false);
    }

    /** This end of a relationship, known to be the row's own node. */
    BoundNode at(BoundNode node) {
        return new BoundNode(
                text, node.label, furtherLabels, node.key, node.possibleShapes, properties, unknownField, true);
    }

    /**
     * Refuses records of a schema that lacks a field of the labels or key: other than a null, which is a state of the row,
     * that is a mistake in the pattern.
     */
    public void requireFields() {
        if (unknownField.isPresent()) {
            throw new RecordException(unknownField.get());
        }
    }

    boolean isUnavailable(View view) {
        return label.isUnavailable(view) || key.isUnavailable(view);
    }

    /** @return null where the label or a part of the key is null or absent */
    public NodeIdentity identity(View view) {
        var name = label.read(view);
        var value = name == null ? null : key.read(view);
        return value == null ? null : new NodeIdentity(shape(name), value);
    }

    /**
     * The nodes that the view can mean: one, or where its first label is not known one for each that the pattern allows. Empty
     * where nothing can be told.
     */
    public List<NodeIdentity> possibleIdentities(View view) {
        var name = label.read(view);
        var names = name == null ? label.allowed() : List.of(name);
        var value = names.isEmpty() ? null : key.read(view);
        return value == null
                ? List.of()
                : names.stream()
                        .map(each -> new NodeIdentity(shape(each), value))
                        .toList();
    }

    /** How the pattern's nodes of a label are identified. */
    public NodeShape shape(String name) {
        for (var shape : possibleShapes) {
            if (shape.label().equals(name)) {
                return shape;
            }
        }
        return new NodeShape(name, key.properties());
    }

    /** Whether the record key alone determines the node. */
    boolean isDetermined() {
        return label.isFixed() && hasDeterminedKey();
    }

    /** Whether the record key determines the node's key. */
    public boolean hasDeterminedKey() {
        return key.origin().isKnown();
    }

    /** Whether the node's key is made of the record key, all of it: no other row has the same. */
    public boolean isMadeOf(List<List<String>> recordKey) {
        return key.origin().tellsRowsApart(recordKey);
    }

    /** Which part of label or key the view has no field for, for messages. */
    public Optional<String> missingField(View view) {
        return label.possible().isEmpty() && label.source().isMissing(view)
                ? Optional.of("the label $(" + label.source().text() + ")")
                : key.missingField(view);
    }

    /** Whether a part of the key is null, which is a state of the row, other than a key that the view does not tell. */
    public boolean isNull(View view) {
        return key.isNull(view);
    }

    public String missing(View view) {
        var name = label.read(view);
        return name == null
                ? "the label from $(" + label.source().text() + ") is null or missing"
                : key.missing(view).getMessage();
    }
}
