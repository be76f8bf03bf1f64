package org.graphsink.support.servers;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The children of this JVM, so that its end stops them: the last one started first, for servers need each other. */
final class RunningServers {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final ConcurrentLinkedDeque<ChildProcess> STARTED = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningServers::stopAll, "stop-servers"));
    }

    private RunningServers() {}

    static void add(ChildProcess server) {
        STARTED.removeIf(known -> known == server || !known.isRunning());
        STARTED.addFirst(server);
    }

    private static void stopAll() {
        STARTED.forEach(server -> server.stop(GRACE));
    }
}
