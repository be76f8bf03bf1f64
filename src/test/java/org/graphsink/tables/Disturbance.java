package org.graphsink.tables;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectRequestException;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.KafkaBroker;

/** Restarts, stops and moves a connector while it works. */
final class Disturbance implements AutoCloseable {

    /** What may happen to a connector. */
    enum Trouble {
        RESTART,
        STOP_AND_RESUME,
        PAUSE_AND_RESUME,
        /** Tasks move to a worker that joins, and back from one that leaves. */
        JOIN_OR_LEAVE,
        /** As leaving, without a word. */
        JOIN_OR_CRASH
    }

    private final ConnectWorker worker;
    private final String connector;
    private final Random random;
    private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
    private final ConnectWorker second;

    Disturbance(KafkaBroker broker, ConnectWorker worker, ConnectOptions options, String connector, Random random) {
        this.worker = worker;
        this.connector = connector;
        this.random = random;
        this.second = ConnectWorker.start(broker, options);
    }

    void happen() {
        var kind = Trouble.values()[random.nextInt(Trouble.values().length)];
        counts.merge(kind, 1, Integer::sum);
        switch (kind) {
            case RESTART -> ask(() -> worker.client().restart(connector));
            case STOP_AND_RESUME -> {
                ask(() -> worker.client().stop(connector));
                ask(() -> worker.client().resume(connector));
            }
            case PAUSE_AND_RESUME -> {
                ask(() -> worker.client().pause(connector));
                ask(() -> worker.client().resume(connector));
            }
            case JOIN_OR_LEAVE -> {
                if (second.process().isRunning()) {
                    second.process().stop();
                } else {
                    second.startAgain();
                }
            }
            case JOIN_OR_CRASH -> {
                if (second.process().isRunning()) {
                    second.process().kill();
                } else {
                    second.startAgain();
                }
            }
        }
    }

    /** How often each kind has happened. */
    Map<Trouble, Integer> counts() {
        return counts;
    }

    @Override
    public void close() {
        second.close();
    }

    /** Workers that rebalance refuse requests. */
    private static void ask(Runnable request) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(2))
                .ignoreException(ConnectRequestException.class)
                .until(() -> {
                    request.run();
                    return true;
                });
    }
}
