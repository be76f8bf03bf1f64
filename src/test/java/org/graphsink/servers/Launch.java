package org.graphsink.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server program is started and ended.
 *
 * @param folder its working folder, which exists
 * @param stopSignal what asks it to end: {@code TERM} mostly
 * @param orphanSignal what ends it when this JVM has died
 * @param ownLogs log files that it writes itself, besides what it prints
 */
record Launch(
        String name, Path folder, List<String> command, String stopSignal, String orphanSignal, List<Path> ownLogs) {

    /** A JVM; it dies at once with this one. */
    static Launch jvm(String name, Path folder, List<String> command, Path... ownLogs) {
        return new Launch(name, folder, command, "TERM", "KILL", List.of(ownLogs));
    }

    Path log() {
        return folder.resolve("output.log");
    }

    List<Path> logs() {
        var logs = new ArrayList<>(List.of(log()));
        logs.addAll(ownLogs);
        return logs;
    }
}
