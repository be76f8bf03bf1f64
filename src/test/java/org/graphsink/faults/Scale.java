package org.graphsink.faults;

import java.util.Random;

/** How much the tests of faults do: a bounded amount in each build, more in the profile {@code faults}. */
final class Scale {

    private static final boolean LARGE = Boolean.getBoolean("graphsink.faults.large");
    private static final long SEED = Long.getLong("graphsink.faults.seed", new Random().nextInt(1_000_000));

    private Scale() {}

    static int of(int usual, int large) {
        return LARGE ? large : usual;
    }

    /** The seed of a run: another one each time, or that of {@code -Dgraphsink.faults.seed}. */
    static long seed() {
        return SEED;
    }
}
