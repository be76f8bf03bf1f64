package org.graphsink.faults;

import java.util.Random;

/** How much the generated tests do: a little in each build, more with {@code -Dgraphsink.faults.scale=10}. */
final class Scale {

    private static final int FACTOR = Integer.getInteger("graphsink.faults.scale", 1);

    private Scale() {}

    static int of(int count) {
        return count * FACTOR;
    }

    /** The seed of a run: another one each time, or that of {@code -Dgraphsink.faults.seed}. */
    static long seed() {
        return Long.getLong("graphsink.faults.seed", new Random().nextInt(1_000_000));
    }
}
