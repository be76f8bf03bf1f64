package org.graphsink.servers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a {@link ConnectWorker}.
 *
 * @param plugins folders whose sub-folders are plugins: the worker's {@code plugin.path}
 * @param settings further worker settings; they win over the harness' own
 */
public record ConnectOptions(List<Path> plugins, int heapMegabytes, Map<String, String> settings) {

    public static ConnectOptions withPlugins(Path... folders) {
        return new ConnectOptions(List.of(folders), 512, Map.of());
    }

    public ConnectOptions setting(String key, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new ConnectOptions(plugins, heapMegabytes, more);
    }

    public ConnectOptions heapMegabytes(int another) {
        return new ConnectOptions(plugins, another, settings);
    }
}
