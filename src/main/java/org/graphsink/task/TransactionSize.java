package org.graphsink.task;

import java.util.OptionalInt;

/**
 * How many records a transaction may hold: as configured, or fewer for a while after the server found that too many.
 */
final class TransactionSize {

    /** So many transactions of the size learnt go well before a larger one is tried. */
    private static final int PATIENCE = 200;

    private final int configured;
    private int learnt = Integer.MAX_VALUE;
    private int patience;

    TransactionSize(OptionalInt configured) {
        this.configured = configured.orElse(Integer.MAX_VALUE);
    }

    int limit() {
        if (learnt < configured) {
            if (patience == 0) {
                learnt = learnt > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : learnt * 2;
                patience = PATIENCE;
            }
            patience--;
        }
        return Math.min(configured, learnt);
    }

    void tooLarge(int records) {
        learnt = Math.max(1, records / 2);
        patience = PATIENCE;
    }
}
