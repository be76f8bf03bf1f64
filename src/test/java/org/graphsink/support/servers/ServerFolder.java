package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** New folders under {@code target/servers}: one per server started, for its data and logs. */
final class ServerFolder {

    private ServerFolder() {}

    /** A new empty folder {@code <name>-<n>}, distinct among all JVMs that share the build folder. */
    static Path create(String name) {
        try {
            Path parent = Files.createDirectories(Path.of(System.getProperty("build.directory", "target"), "servers")
                    .toAbsolutePath());
            for (int n = 1; ; n++) {
                try {
                    return Files.createDirectory(parent.resolve(name + "-" + n));
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of that name, which may exist: for what all servers of a build share. */
    static Path shared(String name) {
        return parent().resolve(name);
    }

    private static Path parent() {
        return Path.of(System.getProperty("build.directory", "target"), "servers")
                .toAbsolutePath();
    }
}
