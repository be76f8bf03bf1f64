package org.graphsink.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The setting that a user who mistyped a name most likely meant. */
final class NearestSetting {

    private static final int FARTHEST = 4;

    private NearestSetting() {}

    static Optional<String> to(String name) {
        var members = AllSettings.families().map(family -> family.member(rest(name, family)));
        return Stream.concat(AllSettings.names(), members)
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance <= FARTHEST)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    /** What follows after as many dots as the family's prefix has. */
    private static String rest(String name, SettingFamily family) {
        var parts = name.split("\\.", family.prefix().split("\\.").length + 1);
        return parts.length > family.prefix().split("\\.").length ? parts[parts.length - 1] : family.placeholder();
    }

    /** Levenshtein's. */
    private static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                var substituted = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
