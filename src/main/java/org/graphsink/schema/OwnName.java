package org.graphsink.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of constraints and indexes that the user does not name, such as
 * {@code graphsink_unique_Customer__id}. The same target always has the same name, and no two targets share one: parts
 * that do not read back unambiguously, and names that grow too long, end in a hash of the whole.
 */
final class OwnName {

    private static final int LONGEST = 100;
    private static final int HASH_BYTES = 6;
    private static final Pattern UNAMBIGUOUS = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]+)*");
    private static final Pattern UNREADABLE = Pattern.compile("[^A-Za-z0-9]+");

    private OwnName() {}

    static String of(String kind, Target target) {
        List<String> parts = Stream.concat(target.names().stream(), target.properties().stream())
                .toList();
        String plain = "graphsink_" + kind + "_" + String.join("__", parts);
        if (plain.length() <= LONGEST
                && parts.stream().allMatch(part -> UNAMBIGUOUS.matcher(part).matches())) {
            return plain;
        }
        String readable = "graphsink_" + kind + "_"
                + parts.stream()
                        .map(part -> UNREADABLE.matcher(part).replaceAll("_"))
                        .collect(Collectors.joining("__"));
        String hash = hash(target);
        int room = LONGEST - hash.length() - 3;
        return readable.substring(0, Math.min(room, readable.length())) + "___" + hash;
    }

    private static String hash(Target target) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(target.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
