package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Something that happens to the source, said in numbers that mean something whatever the tables hold, so that a workload
 * with any of its steps left out is a workload too.
 */
record SourceStep(Action kind, int table, int row, int choice) {

    enum Action {
        INSERT,
        UPDATE,
        DELETE,
        CHANGE_KEY,
        REPLAY
    }

    private static final int MOST = 1 << 16;

    static List<SourceStep> workload(Random random, int most) {
        int length = 1 + random.nextInt(most);
        int tables = 1 + random.nextInt(4);
        int first = random.nextInt(MOST);
        boolean replays = random.nextInt(3) == 0;
        var steps = new ArrayList<SourceStep>(length);
        while (steps.size() < length) {
            var kind = switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> Action.INSERT;
                case 4, 5, 6, 7 -> Action.UPDATE;
                case 8, 9 -> Action.DELETE;
                case 10 -> Action.CHANGE_KEY;
                default -> replays ? Action.REPLAY : Action.UPDATE;
            };
            steps.add(new SourceStep(kind, first + random.nextInt(tables), random.nextInt(MOST), random.nextInt(MOST)));
        }
        return steps;
    }

    /** One of several choices that the step makes. */
    int choice(int which) {
        return Math.floorMod(Integer.rotateLeft((choice + which) * 0x9E3779B9, 11) * 0x85EBCA6B >>> 8, MOST);
    }

    @Override
    public String toString() {
        return kind + " " + table + " " + row + " " + choice;
    }
}
