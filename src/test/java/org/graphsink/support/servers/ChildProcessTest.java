package org.graphsink.support.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildProcessTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"runs", "frozen"})
    void aChildDiesWithAParentThatIsKilled(String state) throws IOException {
        var parent = dyingParent(state);
        var child = childOf(parent);
        assertThat(isAlive(child)).isTrue();

        parent.destroyForcibly();

        await().atMost(SOON).until(() -> !isAlive(child));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends", "fails"})
    void aChildDiesWithAParentThatEndsByItself(String state) throws IOException {
        var child = childOf(dyingParent(state));

        await().atMost(SOON).until(() -> !isAlive(child));
    }

    @Test
    void aProgramThatEndsBeforeItIsReadyIsReportedWithItsLog() {
        var child = child("echo no such setting; exit 3");

        assertThatThrownBy(() -> child.start(SOON, () -> false))
                .hasMessage("program ended with exit code 3 before it was ready.\nThe end of "
                        + folder.resolve("output.log") + ":\nno such setting\n");
    }

    @Test
    void aProgramThatIsNotReadyInTimeIsKilled() {
        var child = child("echo waiting; exec sleep 600");

        assertThatThrownBy(() -> child.start(Duration.ofMillis(500), () -> false))
                .hasMessageStartingWith("program was not ready after 0 s.");
        assertThat(child.isRunning()).isFalse();
    }

    @Test
    void aFrozenProgramStandsStillUntilItIsResumed() {
        try (var child = child("while :; do echo tick; sleep 0.05; done")) {
            child.start(SOON, () -> ticks(child) > 0);

            child.freeze();
            long frozen = ticks(child);
            await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> ticks(child) == frozen);

            child.resume();
            await().atMost(SOON).until(() -> ticks(child) > frozen);
        }
    }

    @Test
    void aFrozenProgramCanBeStopped() {
        var child = child("while :; do sleep 0.05; done");
        child.start(SOON, () -> true);
        child.freeze();

        child.stop();

        assertThat(child.isRunning()).isFalse();
    }

    @Test
    void aKilledProgramStartsAgain() {
        try (var child = child("echo tick; exec sleep 600")) {
            child.start(SOON, () -> ticks(child) == 1);
            child.kill();
            assertThat(child.isRunning()).isFalse();

            child.start(SOON, () -> ticks(child) == 2);

            assertThat(child.isRunning()).isTrue();
        }
    }

    private ChildProcess child(String script) {
        return new ChildProcess(Launch.jvm("program", folder, List.of("sh", "-c", script)));
    }

    private static long ticks(ChildProcess child) {
        try {
            return Files.readAllLines(child.log()).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Process dyingParent(String state) throws IOException {
        return new ProcessBuilder(
                        Jdk.running().java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingParent.class.getName(),
                        folder.toString(),
                        state)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long childOf(Process parent) throws IOException {
        var output = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(output.readLine());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
