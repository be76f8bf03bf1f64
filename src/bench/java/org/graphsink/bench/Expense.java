package org.graphsink.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a record takes of the thread that works on it; what the threads of the driver take is not in it.
 *
 * @param bytes that are allocated
 * @param micros of CPU time
 */
record Expense(double bytes, double micros) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Expense of(long records, Runnable work) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Expense(
                (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / records,
                (THREADS.getCurrentThreadCpuTime() - nanos) / 1e3 / records);
    }

    static Expense median(List<Expense> expenses) {
        return new Expense(median(expenses, Expense::bytes), median(expenses, Expense::micros));
    }

    static <T> double median(List<T> measured, ToDoubleFunction<T> number) {
        var sorted = measured.stream().mapToDouble(number).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f B and %.2f µs", bytes, micros);
    }
}
