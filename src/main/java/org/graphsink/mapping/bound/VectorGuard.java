package org.graphsink.mapping.bound;

import java.util.List;
import org.graphsink.record.RecordException;

/** Refuses vectors that are not as long as the declared vector index of their node or relationship wants them. */
final class VectorGuard {

    private static final int NO_VECTOR = -1;

    private final List<VectorProperty> vectors;
    private final List<BoundName> names;

    private VectorGuard(List<VectorProperty> vectors, List<BoundName> names) {
        this.vectors = vectors;
        this.names = names;
    }

    static VectorGuard ofNode(List<VectorProperty> vectors, List<BoundName> labels) {
        return new VectorGuard(
                vectors.stream().filter(vector -> !vector.ofRelationships()).toList(), labels);
    }

    static VectorGuard ofRelationship(List<VectorProperty> vectors, BoundName type) {
        return new VectorGuard(
                vectors.stream().filter(VectorProperty::ofRelationships).toList(), List.of(type));
    }

    /** The reader of a property, which refuses records where an index is on it. */
    ValueReader around(String property, ValueReader reader) {
        var guarded = reader;
        for (var vector : vectors) {
            if (vector.property().equals(property)) {
                guarded = guarded(vector, guarded);
            }
        }
        return guarded;
    }

    private ValueReader guarded(VectorProperty vector, ValueReader reader) {
        return view -> {
            var value = reader.read(view);
            int length = length(value);
            if (length != NO_VECTOR && length != vector.dimensions() && isIndexed(vector, view)) {
                throw new RecordException("the property " + vector.property() + " is a vector of " + length
                        + " dimensions where " + vector.setting() + " declares " + vector.dimensions());
            }
            return value;
        };
    }

    private boolean isIndexed(VectorProperty vector, View view) {
        return names.stream().anyMatch(name -> vector.name().equals(name.read(view)));
    }

    private static int length(Object value) {
        if (value instanceof double[] doubles) {
            return doubles.length;
        }
        if (value instanceof float[] floats) {
            return floats.length;
        }
        return value instanceof List<?> list && (list.isEmpty() || list.get(0) instanceof Number)
                ? list.size()
                : NO_VECTOR;
    }
}
