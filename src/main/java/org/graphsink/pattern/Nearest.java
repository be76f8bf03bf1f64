package org.graphsink.pattern;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the user may have meant. */
public final class Nearest {

    private Nearest() {}

    /** The name with the fewest typing mistakes in {@code written}, if they are few enough to be mistakes. */
    public static Optional<String> to(String written, List<String> names) {
        String lower = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> Math.abs(name.length() - lower.length()) <= tolerance(name))
                .filter(name -> EditDistance.between(lower, name.toLowerCase(Locale.ROOT)) <= tolerance(name))
                .min(Comparator.comparingInt(name -> EditDistance.between(lower, name.toLowerCase(Locale.ROOT))));
    }

    private static int tolerance(String name) {
        return Math.max(1, name.length() / 3);
    }
}
