package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server program is started and ended.
 *
 * @param folder its working folder, which exists
 * @param stopSignal what asks it to end: {@code TERM} mostly
 * @param orphanSignal what ends it when this JVM has died
 * @param ownLogs log files that it writes itself, besides what it prints
 * @param environment variables besides those of this JVM
 */
record Launch(
        String name,
        Path folder,
        List<String> command,
        String stopSignal,
        String orphanSignal,
        List<Path> ownLogs,
        Map<String, String> environment) {

    Launch(String name, Path folder, List<String> command, String stopSignal, String orphanSignal, List<Path> ownLogs) {
        this(name, folder, command, stopSignal, orphanSignal, ownLogs, Map.of());
    }

    /** A JVM; it dies at once with this one. */
    static Launch jvm(String name, Path folder, List<String> command, Path... ownLogs) {
        return new Launch(name, folder, command, "TERM", "KILL", List.of(ownLogs));
    }

    Launch environment(Map<String, String> another) {
        return new Launch(name, folder, command, stopSignal, orphanSignal, ownLogs, another);
    }

    Path log() {
        return folder.resolve("output.log");
    }

    List<Path> logs() {
        var logs = new ArrayList<>(List.of(log()));
        logs.addAll(ownLogs);
        return logs;
    }

    /** Without the values of the environment, which may be secrets. */
    @Override
    public String toString() {
        return "Launch[" + name + ", " + command + ", " + environment.keySet() + "]";
    }
}
