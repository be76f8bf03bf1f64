package org.graphsink.support.servers;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Files of the local Maven repository, fetched where they are missing with the user's own Maven settings.
 *
 * <p>Servers are resolved at run time, so that any of their versions can be started without being a dependency of this
 * project. The system properties {@code maven.repo.local}, {@code maven.settings},
 * {@code maven.home} and {@code maven.offline} hand over what the build itself was called with. One
 * request after the other is served, so that the progress of a download reads well; within a request, files are fetched
 * in parallel.
 */
public final class Artifacts {

    private static final FetchProgress PROGRESS = new FetchProgress();

    private Artifacts() {}

    /**
     * The given artifacts with all that they need at run time.
     *
     * @param coordinates {@code group:artifact[:extension[:classifier]]:version}
     * @return the files in the order of the class path
     */
    public static synchronized List<Path> withDependencies(String... coordinates) {
        var maven = Maven.CONTEXT;
        var collect = new CollectRequest()
                .setRepositories(maven.remoteRepositories())
                .setDependencies(Stream.of(coordinates)
                        .map(coordinate -> new Dependency(new DefaultArtifact(coordinate), "runtime"))
                        .toList());
        PROGRESS.begin(coordinates[0]);
        try {
            return maven
                    .repositorySystem()
                    .resolveDependencies(
                            maven.repositorySystemSession(),
                            new DependencyRequest(collect, (node, parents) -> !isOptional(node.getDependency())))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw unavailable(String.join(", ", coordinates), e);
        } finally {
            PROGRESS.end();
        }
    }

    /** One artifact without what it needs. */
    public static synchronized Path file(String coordinate) {
        var maven = Maven.CONTEXT;
        Artifact artifact = new DefaultArtifact(coordinate);
        PROGRESS.begin(coordinate);
        try {
            return maven.repositorySystem()
                    .resolveArtifact(
                            maven.repositorySystemSession(),
                            new ArtifactRequest(artifact, maven.remoteRepositories(), null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw unavailable(coordinate, e);
        } finally {
            PROGRESS.end();
        }
    }

    /** The files as the argument of {@code java -cp}. */
    public static String classPath(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOptional(Dependency dependency) {
        return dependency != null && dependency.isOptional();
    }

    private static IllegalStateException unavailable(String what, Exception cause) {
        String advice = Boolean.getBoolean("maven.offline")
                ? "Maven is offline (-o): run once without it."
                : "Check the network and the mirrors and proxies of Maven's settings.xml.";
        return new IllegalStateException("Cannot resolve " + what + ". " + advice, cause);
    }

    /** Set up on first use: most runs of the tests need no server. */
    private static final class Maven {
        private static final Context CONTEXT = Runtimes.INSTANCE.getRuntime().create(overrides());

        private static ContextOverrides overrides() {
            var overrides = ContextOverrides.create().withUserSettings(true).transferListener(PROGRESS);
            path("maven.repo.local").ifPresent(overrides::withLocalRepositoryOverride);
            path("maven.settings").filter(Files::isReadable).ifPresent(overrides::withUserSettingsXmlOverride);
            path("maven.home").ifPresent(overrides::withMavenSystemHomeOverride);
            if (Boolean.getBoolean("maven.offline")) {
                overrides.offline(true);
            }
            return overrides.build();
        }

        private static Optional<Path> path(String property) {
            return Optional.ofNullable(System.getProperty(property))
                    .filter(path -> !path.isBlank())
                    .map(Path::of);
        }
    }
}
