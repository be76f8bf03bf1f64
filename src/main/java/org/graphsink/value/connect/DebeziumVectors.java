package org.graphsink.value.connect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.Unconvertible;
import org.graphsink.value.Vectors;

/** The vector types of Debezium, each a LIST of FLOAT. */
final class DebeziumVectors {

    private DebeziumVectors() {}

    static float[] floats(List<?> values) {
        var vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = number(values.get(i)).floatValue();
        }
        return vector;
    }

    static double[] doubles(List<?> values) {
        return Vectors.of(values).orElseThrow(DebeziumVectors::noNumber);
    }

    /** A sparse vector with all its zeros; pgvector counts the dimensions from 1. */
    static double[] sparse(Struct value) {
        var vector = new double[((Number) value.get("dimensions")).intValue()];
        for (Map.Entry<?, ?> entry : value.getMap("vector").entrySet()) {
            int dimension = ((Number) entry.getKey()).intValue();
            if (dimension < 1 || dimension > vector.length) {
                throw new Unconvertible("a sparse vector names a dimension outside 1 to " + vector.length);
            }
            vector[dimension - 1] = number(entry.getValue()).doubleValue();
        }
        return vector;
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw noNumber();
    }

    private static Unconvertible noNumber() {
        return new Unconvertible("a vector holds something other than numbers");
    }
}
