package org.graphsink.support.servers;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Says on standard output what is being downloaded: nothing where all is there, else a line every few seconds. */
final class FetchProgress extends AbstractTransferListener {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private String what;
    private int files;
    private long bytes;
    private Instant lastLine;

    synchronized void begin(String coordinate) {
        what = coordinate;
        files = 0;
        bytes = 0;
    }

    synchronized void end() {
        if (files > 0) {
            line("Fetched");
        }
    }

    @Override
    public synchronized void transferInitiated(TransferEvent event) {
        if (files == 0 && bytes == 0) {
            lastLine = Instant.now();
            System.out.println("Fetching " + what + " and what it needs ...");
        }
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) {
        bytes += event.getDataLength();
        if (Duration.between(lastLine, Instant.now()).compareTo(INTERVAL) > 0) {
            line("Fetching");
        }
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        files++;
    }

    private void line(String verb) {
        lastLine = Instant.now();
        System.out.printf("%s %s: %d files, %.1f MB%n", verb, what, files, bytes / 1e6);
    }
}
