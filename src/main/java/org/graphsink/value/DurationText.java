package org.graphsink.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 8601 durations in which every component may have a sign of its own, as in {@code P1Y-2M3DT-4H5M6.5S}. */
public final class DurationText {

    private static final Pattern ISO = Pattern.compile(
            "([-+])?P(?:([-+]?\\d+)Y)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+)W)?(?:([-+]?\\d+)D)?"
                    + "(?:T(?:([-+]?\\d+)H)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+(?:[.,]\\d+)?)S)?)?",
            Pattern.CASE_INSENSITIVE);

    private DurationText() {}

    /**
     * The duration, cut off at nanoseconds.
     *
     * @throws DateTimeException where the text is none
     * @throws ArithmeticException where a component is out of range
     * @throws NumberFormatException where a number is
     */
    public static DurationValue parse(String text) {
        var matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("not an ISO 8601 duration");
        }
        long sign = "-".equals(matcher.group(1)) ? -1 : 1;
        long months = Math.addExact(Math.multiplyExact(amount(matcher, 2), 12), amount(matcher, 3));
        long days = Math.addExact(Math.multiplyExact(amount(matcher, 4), 7), amount(matcher, 5));
        long minutes = Math.addExact(Math.multiplyExact(amount(matcher, 6), 60), amount(matcher, 7));
        var seconds = BigDecimal.valueOf(Math.multiplyExact(minutes, 60)).add(seconds(matcher));
        return of(
                Math.multiplyExact(sign, months),
                Math.multiplyExact(sign, days),
                sign < 0 ? seconds.negate() : seconds);
    }

    private static DurationValue of(long months, long days, BigDecimal seconds) {
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        int nanos = seconds.subtract(whole)
                .movePointRight(9)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
        return new DurationValue(months, days, whole.longValueExact(), nanos);
    }

    private static long amount(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private static BigDecimal seconds(Matcher matcher) {
        var text = matcher.group(8);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }
}
