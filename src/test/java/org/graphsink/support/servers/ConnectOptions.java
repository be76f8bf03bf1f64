package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a {@link ConnectWorker}.
 *
 * @param plugins folders whose sub-folders are plugins: the worker's {@code plugin.path}
 * @param settings further worker settings; they win over the harness' own
 * @param environment variables of the worker, besides those of this JVM
 */
public record ConnectOptions(
        List<Path> plugins, int heapMegabytes, Map<String, String> settings, Map<String, String> environment) {

    public static ConnectOptions withPlugins(Path... folders) {
        return new ConnectOptions(List.of(folders), 512, Map.of(), Map.of());
    }

    public ConnectOptions setting(String key, String value) {
        return new ConnectOptions(plugins, heapMegabytes, and(settings, key, value), environment);
    }

    public ConnectOptions heapMegabytes(int another) {
        return new ConnectOptions(plugins, another, settings, environment);
    }

    /**
     * Sets a variable, and lets connector configurations name it: {@code ${env:NAME}}.
     *
     * @see <a href="https://kafka.apache.org/documentation/#env_var_config_provider">EnvVarConfigProvider</a>
     */
    public ConnectOptions variable(String name, String value) {
        return new ConnectOptions(plugins, heapMegabytes, settings, and(environment, name, value))
                .setting("config.providers", "env")
                .setting("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
    }

    /** Without the values of the environment, which may be secrets. */
    @Override
    public String toString() {
        return "ConnectOptions[" + plugins + ", " + settings + ", " + environment.keySet() + "]";
    }

    private static Map<String, String> and(Map<String, String> present, String key, String value) {
        var more = new LinkedHashMap<>(present);
        more.put(key, value);
        return more;
    }
}
