package org.graphsink.support.servers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a {@link Neo4jServer}.
 *
 * @param password of the user {@code neo4j}; empty for a server without authentication
 * @param settings further lines of {@code neo4j.conf}
 */
public record Neo4jOptions(String version, Optional<String> password, int heapMegabytes, Map<String, String> settings) {

    /** The version of the system property {@code neo4j.version}, without authentication. */
    public static Neo4jOptions defaults() {
        return new Neo4jOptions(Versions.neo4j(), Optional.empty(), 512, Map.of());
    }

    public Neo4jOptions version(String another) {
        return new Neo4jOptions(another, password, heapMegabytes, settings);
    }

    public Neo4jOptions password(String another) {
        return new Neo4jOptions(version, Optional.of(another), heapMegabytes, settings);
    }

    public Neo4jOptions heapMegabytes(int another) {
        return new Neo4jOptions(version, password, another, settings);
    }

    public Neo4jOptions setting(String key, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Neo4jOptions(version, password, heapMegabytes, more);
    }

    /** The newest server, which is of another kind than the default: it needs a Java of version 21 or newer. */
    public static Neo4jOptions newest() {
        return defaults().version("2026.08.1");
    }

    /** Whether this machine has a Java that {@link #newest()} runs on. */
    public static boolean canRunNewest() {
        return Jdk.find(21, Integer.MAX_VALUE).isPresent();
    }

    /** 5 for 5.26.30, 2026 for 2026.08.1. */
    int majorVersion() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    @Override
    public String toString() {
        return "Neo4jOptions[" + version + (password.isPresent() ? ", with password" : "") + ", " + settings + "]";
    }
}
