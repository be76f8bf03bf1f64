package org.graphsink.support.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Neo4j community server whose class path comes from Maven. */
final class Neo4jCommand {

    private static final int FIRST_CALENDAR_VERSION = 2025;

    private Neo4jCommand() {}

    static List<String> of(Neo4jOptions options, Path home) {
        boolean calendar = options.majorVersion() >= FIRST_CALENDAR_VERSION;
        // Neo4j 5 answers on newer versions of Java too, but fails to close its Bolt connections there.
        Jdk jdk = calendar ? Jdk.between(21, Integer.MAX_VALUE) : Jdk.between(17, 21);
        var command = new ArrayList<>(List.of(
                jdk.java(),
                "-Xms128m",
                "-Xmx" + options.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"));
        if (calendar) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--add-modules=jdk.incubator.vector");
            if (jdk.version() >= 24) {
                command.add("--sun-misc-unsafe-memory-access=allow");
            }
        }
        command.add("-cp");
        command.add(Artifacts.classPath(Artifacts.withDependencies(
                "org.neo4j:neo4j:" + options.version(),
                "org.neo4j.app:neo4j-server:" + options.version(),
                "org.neo4j:neo4j-slf4j-provider:" + options.version())));
        command.add(calendar ? "org.neo4j.server.Neo4jCommunity" : "org.neo4j.server.CommunityEntryPoint");
        command.add("--home-dir=" + home);
        command.add("--config-dir=" + home.resolve("conf"));
        return command;
    }
}
