package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server program as a child process, which may be stopped, killed, frozen and started again.
 *
 * <p>It never outlives this JVM: a normal end stops it by a shutdown hook, and where this JVM dies without a word, the
 * pipe that it holds to the child closes and a watcher beside the child kills it.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(20);

    /**
     * Runs the command given as further arguments under the shell's own process id. The watcher waits for the end of
     * the pipe on standard input. Ctrl-C reaches all processes of a terminal at once: the child ignores it and is
     * stopped by the hook, in order.
     */
    private static final String LEASH = """
            trap '' INT
            exec 3<&0
            (cat <&3 >/dev/null 2>&1; kill -s "$0" $$) >/dev/null 2>&1 &
            exec "$@" 3<&- </dev/null
            """;

    private final Launch launch;
    private Process process;
    private Process freeze;

    ChildProcess(Launch launch) {
        this.launch = launch;
    }

    /**
     * Starts the program and waits until the condition holds. An exception of the condition counts as not yet.
     *
     * @throws IllegalStateException with the end of the log if the program ends or the time runs out before
     */
    void start(Duration deadline, Callable<Boolean> ready) {
        if (isRunning()) {
            throw new IllegalStateException(launch.name() + " runs already");
        }
        spawn();
        try {
            Awaitility.await(launch.name())
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(deadline)
                    .ignoreExceptions()
                    .until(() -> !process.isAlive() || ready.call());
        } catch (ConditionTimeoutException e) {
            kill();
            throw failure("was not ready after " + deadline.toSeconds() + " s");
        }
        if (!process.isAlive()) {
            throw failure("ended with exit code " + process.exitValue() + " before it was ready");
        }
    }

    /** Asks the program to end, waits, and kills it where it does not. */
    public void stop() {
        stop(GRACE);
    }

    void stop(Duration grace) {
        if (!isRunning()) {
            return;
        }
        resume();
        signal(launch.stopSignal());
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the program and its own children at once, as a crash of the machine does (SIGKILL). */
    public void kill() {
        if (process != null) {
            var family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(member -> member.onExit().join());
            release();
        }
    }

    /** Lets the program stand still with its connections open (SIGSTOP), until {@link #resume()}. */
    public void freeze() {
        if (freeze != null) {
            return;
        }
        try {
            // Bound to a pipe of this JVM, so that nothing stays frozen when it dies.
            freeze = new ProcessBuilder("sh", "-c", "kill -s STOP $0; echo; cat >/dev/null; kill -s CONT $0", pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            freeze.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a frozen program go on. */
    public void resume() {
        if (freeze != null) {
            release();
            freeze.onExit().join();
            freeze = null;
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public void close() {
        stop();
    }

    /** The file with everything that the program printed. */
    public Path log() {
        return launch.log();
    }

    /** What a program that was started prints from now on. */
    public NewOutput newOutput() {
        return new NewOutput(log());
    }

    private void spawn() {
        var command = new ArrayList<>(List.of("sh", "-c", LEASH, launch.orphanSignal()));
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command)
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningServers.add(this);
    }

    private void release() {
        if (freeze != null) {
            try {
                freeze.getOutputStream().close();
            } catch (IOException e) {
                freeze.destroyForcibly();
            }
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-s", name, pid()).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the process, as the system's tools take it. */
    public String pid() {
        return Long.toString(process.pid());
    }

    private IllegalStateException failure(String what) {
        var message = new StringBuilder(launch.name() + " " + what + ".");
        for (Path log : launch.logs()) {
            if (Files.isReadable(log)) {
                message.append("\nThe end of ").append(log).append(":\n").append(LogTail.of(log));
            }
        }
        return new IllegalStateException(message.toString());
    }
}
