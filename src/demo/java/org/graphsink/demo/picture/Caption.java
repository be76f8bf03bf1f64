package org.graphsink.demo.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks a caption into the lines of a circle. */
final class Caption {

    private static final int WIDTH = 11;
    private static final int LINES = 3;

    private Caption() {}

    /** Few short lines; what does not fit ends in an ellipsis. */
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("[ ]+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > LINES) {
            lines.set(LINES - 1, lines.get(LINES - 1) + "…");
        }
        return lines.stream().limit(LINES).map(Caption::cut).toList();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH + 1 ? line : line.substring(0, WIDTH) + "…";
    }
}
