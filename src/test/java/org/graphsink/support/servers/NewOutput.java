package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a program prints from a moment on, its restarts included. */
public final class NewOutput {

    private final Path log;
    private final int start;

    NewOutput(Path log) {
        this.log = log;
        this.start = all().length;
    }

    public String text() {
        byte[] all = all();
        return new String(Arrays.copyOfRange(all, start, all.length), StandardCharsets.UTF_8);
    }

    private byte[] all() {
        try {
            return Files.readAllBytes(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
