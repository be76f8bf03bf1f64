package org.graphsink.neo4j;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.graphsink.store.Deadline;

/**
 * Calls of the driver that end in time. The driver itself waits without end for a server that keeps a connection open; but
 * it closes the connection, and fails, when its thread is interrupted. No other way of it closes a connection that hangs, so
 * the thread is interrupted here, around such calls and nowhere else. Only the wait for a free connection is not cut short.
 */
final class DriverCalls implements AutoCloseable {

    /** One that rings, one that may be waiting for a server itself. */
    private static final int THREADS = 2;

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(THREADS, work -> {
        var thread = new Thread(work, "graphsink-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    DriverCalls() {
        // Most alarms never ring, and would wait in the queue for their time all the same.
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param call of the driver, or of what waits for nothing else: any wait in it is interrupted
     * @throws OutOfTimeException where the call failed after its time was up
     */
    <T> T within(Deadline deadline, Supplier<T> call) {
        var alarm = new Alarm(Thread.currentThread());
        // More than once: what fails inside the call may be followed by another wait there.
        var rings =
                clock.scheduleWithFixedDelay(alarm, deadline.left().toNanos(), AGAIN.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw alarm.hasRung() ? new OutOfTimeException(deadline.limit()) : e;
        } finally {
            rings.cancel(false);
            alarm.end();
        }
    }

    /** Does something on another thread meanwhile; it is left undone where that has been closed. */
    Future<?> after(Duration delay, Runnable work) {
        return clock.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static final class Alarm implements Runnable {

        private final Thread caller;
        private boolean rung;
        private boolean ended;

        Alarm(Thread caller) {
            this.caller = caller;
        }

        @Override
        public synchronized void run() {
            if (!ended) {
                rung = true;
                caller.interrupt();
            }
        }

        synchronized boolean hasRung() {
            return rung;
        }

        /** An interruption that is this alarm's must not reach what the thread does next. */
        synchronized void end() {
            ended = true;
            if (rung) {
                Thread.interrupted();
            }
        }
    }
}
