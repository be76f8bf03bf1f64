package org.graphsink.value.connect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphsink.value.DurationValue;
import org.graphsink.value.Unconvertible;

/**
 * The texts of {@code io.debezium.time.Interval}: ISO 8601 durations in which every component has a sign of its own, as
 * in {@code P1Y-2M3DT-4H5M6.5S}.
 */
final class Intervals {

    private static final Pattern ISO = Pattern.compile("([-+])?P(?:([-+]?\\d+)Y)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+)W)?"
            + "(?:([-+]?\\d+)D)?(?:T(?:([-+]?\\d+)H)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+(?:\\.\\d+)?)S)?)?");

    private Intervals() {}

    static DurationValue parse(String text) {
        var matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            throw new Unconvertible("an interval is no ISO 8601 duration");
        }
        int sign = "-".equals(matcher.group(1)) ? -1 : 1;
        var seconds = matcher.group(8) == null ? BigDecimal.ZERO : new BigDecimal(matcher.group(8));
        return of(
                sign * (12 * component(matcher, 2) + component(matcher, 3)),
                sign * (7 * component(matcher, 4) + component(matcher, 5)),
                BigDecimal.valueOf(sign)
                        .multiply(BigDecimal.valueOf(3600 * component(matcher, 6) + 60 * component(matcher, 7))
                                .add(seconds)));
    }

    private static DurationValue of(long months, long days, BigDecimal seconds) {
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        int nanos = seconds.subtract(whole)
                .movePointRight(9)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
        return new DurationValue(months, days, whole.longValueExact(), nanos);
    }

    private static long component(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }
}
