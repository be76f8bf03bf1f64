package org.graphsink.support.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** The archive that this build packaged, as a user installs it. */
public final class GraphsinkPlugin {

    private GraphsinkPlugin() {}

    /** {@code target/graphsink-<version>.zip}. */
    public static Path archive() {
        Path archive = Path.of(System.getProperty("build.directory", "target"), name() + ".zip");
        if (!Files.isRegularFile(archive)) {
            throw new IllegalStateException("There is no " + archive + ": run mvn package first.");
        }
        return archive;
    }

    /** Unpacks the archive into a new folder for the worker's {@code plugin.path}. */
    public static Path install() {
        Path folder = ServerFolder.create("plugins");
        Archive.unpackZip(archive(), folder);
        return folder;
    }

    /** {@code graphsink-<version>}: the name of the archive and of the one folder in it. */
    public static String name() {
        return "graphsink-" + version();
    }

    public static String version() {
        return System.getProperty("graphsink.version", "0.1.0");
    }
}
