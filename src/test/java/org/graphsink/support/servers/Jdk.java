package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Java installation of this machine.
 *
 * @param version the feature release: 17, 21, 25 ...
 */
record Jdk(Path home, int version) {

    /** Where to look first for a Java that the running one is too old for. */
    static final String HOME_PROPERTY = "java21.home";

    static final String HOME_VARIABLE = "GRAPHSINK_JAVA_21";

    /** The Java that runs this, where it suits, else the oldest suitable one found. */
    static Jdk between(int oldest, int newest) {
        return find(oldest, newest)
                .orElseThrow(() -> new IllegalStateException("This needs a Java of version " + oldest
                        + " or newer, and runs on " + running().version
                        + ". Set the system property " + HOME_PROPERTY + " or the environment variable "
                        + HOME_VARIABLE + " to the home folder of one."));
    }

    static Optional<Jdk> find(int oldest, int newest) {
        Predicate<Jdk> suits = jdk -> jdk.version >= oldest && jdk.version <= newest;
        return Stream.of(Optional.of(running()).stream(), configured().stream(), besideRunning())
                .flatMap(jdks -> jdks)
                .filter(suits)
                .findFirst();
    }

    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    private static Optional<Jdk> configured() {
        return Stream.of(System.getProperty(HOME_PROPERTY), System.getenv(HOME_VARIABLE))
                .filter(home -> home != null && !home.isBlank())
                .map(home -> at(Path.of(home))
                        .orElseThrow(() -> new IllegalStateException("There is no Java in the folder that "
                                + HOME_PROPERTY + " or " + HOME_VARIABLE + " names: " + home)))
                .findFirst();
    }

    private static Stream<Jdk> besideRunning() {
        Path parent = running().home.getParent();
        try (var folders = Files.list(parent)) {
            List<Jdk> found = folders.map(Jdk::at)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(Jdk::version))
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the {@code release} file that every JDK has in its home folder. */
    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(
                home,
                Runtime.Version.parse(version.startsWith("1.") ? "8" : version).feature()));
    }
}
