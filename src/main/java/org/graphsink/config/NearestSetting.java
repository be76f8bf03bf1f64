package org.graphsink.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphsink.pattern.EditDistance;

/** The setting that a user who mistyped a name most likely meant. */
final class NearestSetting {

    private static final int FARTHEST = 4;

    private NearestSetting() {}

    static Optional<String> to(String name) {
        var members = AllSettings.families().map(family -> family.member(rest(name, family)));
        return Stream.concat(AllSettings.names(), members)
                .map(candidate -> new Candidate(candidate, EditDistance.between(name, candidate)))
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
}
