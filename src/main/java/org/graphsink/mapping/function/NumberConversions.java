package org.graphsink.mapping.function;

import java.math.BigDecimal;
import org.graphsink.pattern.Function;
import org.graphsink.value.Unconvertible;

/** {@code toInteger()}, {@code toFloat()} and {@code toBoolean()}: text is trimmed, as Cypher does. */
final class NumberConversions {

    private static final double LONG_LIMIT = 0x1p63;

    private NumberConversions() {}

    static Long integer(Object value) {
        if (value instanceof Long integer) {
            return integer;
        } else if (value instanceof Double floating) {
            if (floating.isNaN() || Math.abs(floating) >= LONG_LIMIT) {
                throw new Unconvertible("toInteger() was given a FLOAT that no INTEGER can hold");
            }
            return floating.longValue();
        } else if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        } else if (value instanceof String text) {
            return integer(text.strip());
        }
        throw Functions.refused(Function.TO_INTEGER, value);
    }

    private static Long integer(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Functions.unreadable(Function.TO_INTEGER);
        }
        // Without this bound a short text such as 1E999999999 would be written out in full.
        if (number.precision() - number.scale() > 19) {
            throw new Unconvertible("toInteger() was given a number that no INTEGER can hold");
        }
        var integer = number.toBigInteger();
        if (integer.bitLength() > 63) {
            throw new Unconvertible("toInteger() was given a number that no INTEGER can hold");
        }
        return integer.longValue();
    }

    static Double floating(Object value) {
        if (value instanceof Double floating) {
            return floating;
        } else if (value instanceof Long integer) {
            return integer.doubleValue();
        } else if (value instanceof String text) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw Functions.unreadable(Function.TO_FLOAT);
            }
        }
        throw Functions.refused(Function.TO_FLOAT, value);
    }

    static Boolean bool(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        } else if (value instanceof Long integer) {
            return integer != 0;
        } else if (value instanceof String text) {
            var trimmed = text.strip();
            if (trimmed.equalsIgnoreCase("true")) {
                return true;
            } else if (trimmed.equalsIgnoreCase("false")) {
                return false;
            }
            throw Functions.unreadable(Function.TO_BOOLEAN);
        }
        throw Functions.refused(Function.TO_BOOLEAN, value);
    }
}
