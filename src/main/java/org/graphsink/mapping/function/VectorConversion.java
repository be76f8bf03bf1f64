package org.graphsink.mapping.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.graphsink.pattern.Function;
import org.graphsink.value.Unconvertible;
import org.graphsink.value.Vectors;

/** {@code vector()}: lists of numbers and text such as {@code [1, 2.5, 3]} as a list of floats. */
final class VectorConversion {

    private static final JsonFactory JSON = new JsonFactory();

    private VectorConversion() {}

    static double[] vector(Object value) {
        double[] vector;
        if (value instanceof double[] doubles) {
            vector = doubles;
        } else if (value instanceof float[] floats) {
            vector = Vectors.of(floats);
        } else if (value instanceof List<?> list) {
            vector = Vectors.of(list)
                    .orElseThrow(
                            () -> new Unconvertible("vector() was given a LIST that holds other things than numbers"));
        } else if (value instanceof String text) {
            vector = parse(text);
        } else {
            throw Functions.refused(Function.VECTOR, value);
        }
        for (double number : vector) {
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new Unconvertible("vector() was given a number that is not finite");
            }
        }
        return vector;
    }

    private static double[] parse(String text) {
        var vector = new double[16];
        int size = 0;
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Functions.unreadable(Function.VECTOR);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (!parser.currentToken().isNumeric()) {
                    throw Functions.unreadable(Function.VECTOR);
                }
                if (size == vector.length) {
                    vector = Arrays.copyOf(vector, size * 2);
                }
                vector[size++] = parser.getDoubleValue();
            }
            if (parser.nextToken() != null) {
                throw Functions.unreadable(Function.VECTOR);
            }
        } catch (IOException e) {
            throw Functions.unreadable(Function.VECTOR);
        }
        return Arrays.copyOf(vector, size);
    }
}
