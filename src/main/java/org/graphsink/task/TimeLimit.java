package org.graphsink.task;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * How long the task may keep Connect waiting, for a worker that waits too long loses its partitions. The driver itself
 * waits without end for a server that keeps a connection open; but it gives the connection up, and fails, when its thread
 * is interrupted.
 */
final class TimeLimit implements AutoCloseable {

    private final Duration limit;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "graphsink-time-limit");
        thread.setDaemon(true);
        return thread;
    });
    private Alarm alarm;

    TimeLimit(Duration limit) {
        this.limit = limit;
        // Most alarms never ring, and would wait in the queue for their time all the same.
        clock.setRemoveOnCancelPolicy(true);
    }

    /** @throws OutOfTimeException where the work failed after its time was up */
    void within(Runnable work) {
        alarm = new Alarm(Thread.currentThread());
        var rings = clock.schedule(alarm, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } catch (RuntimeException e) {
            throw alarm.hasRung() ? new OutOfTimeException(limit) : e;
        } finally {
            rings.cancel(false);
            alarm.end();
        }
    }

    /** Whether the time of the work under way is up, so that nothing more of it should be tried. */
    boolean isOver() {
        return alarm != null && alarm.hasRung();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static final class Alarm implements Runnable {

        private final Thread worker;
        private boolean rung;
        private boolean ended;

        Alarm(Thread worker) {
            this.worker = worker;
        }

        @Override
        public synchronized void run() {
            if (!ended) {
                rung = true;
                worker.interrupt();
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
