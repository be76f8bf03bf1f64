package org.graphsink.bench;

import java.util.concurrent.TimeUnit;

/** One run over all polls. */
record Turn(double recordsPerSecond, Expense expense) {

    static Turn of(long records, Runnable work) {
        long start = System.nanoTime();
        var expense = Expense.of(records, work);
        return new Turn((double) records * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start), expense);
    }
}
