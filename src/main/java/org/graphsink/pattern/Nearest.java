package org.graphsink.pattern;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the user may have meant. */
final class Nearest {

    private Nearest() {}

    /** The name with the fewest typing mistakes in {@code written}, if they are few enough to be mistakes. */
    static Optional<String> to(String written, List<String> names) {
        String lower = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> Math.abs(name.length() - lower.length()) <= tolerance(name))
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= tolerance(name))
                .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
    }

    private static int tolerance(String name) {
        return Math.max(1, name.length() / 3);
    }

    /** Letters to insert, remove or replace (Levenshtein). */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
