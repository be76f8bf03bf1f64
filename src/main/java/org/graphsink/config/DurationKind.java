package org.graphsink.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Durations as the official connector writes them: numbers with a unit, in a row, such as {@code 1m30s}. */
final class DurationKind {

    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(ms|s|m|h|d))+|0");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final String HINT = "duration";

    private DurationKind() {}

    static Kind<Duration> duration() {
        return kind(DurationKind::parse, false, HINT);
    }

    /** A duration, or an empty text for none. */
    static Kind<Optional<Duration>> optional() {
        return kind(text -> text.isEmpty() ? Optional.empty() : Optional.of(parse(text)), true, HINT + " or empty");
    }

    /** A duration, of which zero means none. */
    static Kind<Optional<Duration>> unlessZero() {
        return kind(text -> Optional.of(parse(text)).filter(duration -> !duration.isZero()), false, HINT);
    }

    private static <T> Kind<T> kind(Function<String, T> reading, boolean mayBeEmpty, String hint) {
        return new Kind<>(
                Type.STRING,
                (name, value) -> {
                    var text = value == null ? "" : value.toString();
                    if (!(mayBeEmpty && text.isEmpty() || WHOLE.matcher(text).matches())) {
                        throw new ConfigException(
                                name, value, "a duration is written like 500ms, 30s, 1m30s, 2h or 1d");
                    }
                },
                value -> reading.apply(value.toString()),
                Width.SHORT,
                List.of(),
                hint);
    }

    private static Duration parse(String text) {
        return Duration.ofMillis(PART.matcher(text)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)) * MILLIS.get(part.group(2)))
                .sum());
    }
}
