package org.graphsink.value;

import java.util.List;
import java.util.Optional;

/** Vectors, each a LIST of FLOAT. */
public final class Vectors {

    private Vectors() {}

    /** @return empty where the list holds something other than numbers */
    public static Optional<double[]> of(List<?> numbers) {
        var vector = new double[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!(numbers.get(i) instanceof Number number)) {
                return Optional.empty();
            }
            vector[i] = number.doubleValue();
        }
        return Optional.of(vector);
    }

    public static double[] of(float[] numbers) {
        var vector = new double[numbers.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers[i];
        }
        return vector;
    }
}
