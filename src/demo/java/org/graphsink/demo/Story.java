package org.graphsink.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the demo says on the console, and how long it has been running. */
final class Story {

    private static final int WIDTH = 118;
    private static final int INDENT = 6;
    private static final String MARGIN = "  ";

    private final PrintStream out;
    private final long start = System.nanoTime();

    Story(PrintStream out) {
        this.out = out;
    }

    synchronized void chapter(String title) {
        String head = "── " + title + " ";
        String tail = " " + seconds(elapsed()) + " ──";
        out.println();
        out.println(head + "─".repeat(Math.max(0, WIDTH - head.length() - tail.length())) + tail);
    }

    /** Cut where it would be longer than the page is wide. */
    synchronized void line(String text) {
        String line = MARGIN + text;
        out.println(line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…");
    }

    /** Never cut: for what readers copy. */
    synchronized void whole(String text) {
        out.println(MARGIN + text);
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Lines with a heading at the left of the first. */
    void block(String heading, List<String> lines) {
        int indent = Math.max(INDENT, heading.length());
        String label = heading;
        for (String text : lines) {
            line(String.format("%-" + indent + "s %s", label, text));
            label = "";
        }
    }

    synchronized void blank() {
        out.println();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
