package org.graphsink.value.connect;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.graphsink.value.Unconvertible;

/** Decimals and integers of any size, as {@link DecimalMode} says. */
final class Decimals {

    /** Beyond this many places, plain notation would be mostly zeros. */
    private static final int MOST_PLACES = 1000;

    private final DecimalMode mode;

    Decimals(DecimalMode mode) {
        this.mode = mode;
    }

    Object of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : of(new BigDecimal(value));
    }

    Object of(BigDecimal value) {
        if (mode == DecimalMode.STRING) {
            return text(value);
        }
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest)) {
            throw new Unconvertible("a decimal is beyond the range of FLOAT; set neo4j.types.decimal to string");
        }
        if (mode == DecimalMode.FAIL && !isSame(nearest, value)) {
            throw new Unconvertible("a decimal would lose digits as FLOAT, which neo4j.types.decimal=fail refuses;"
                    + " set it to string or double");
        }
        return nearest;
    }

    /** Whether the float is the decimal, or at least is written like it. */
    private static boolean isSame(double nearest, BigDecimal value) {
        return BigDecimal.valueOf(nearest).compareTo(value) == 0 || new BigDecimal(nearest).compareTo(value) == 0;
    }

    static String text(BigDecimal value) {
        return Math.abs((long) value.scale()) > MOST_PLACES ? value.toString() : value.toPlainString();
    }
}
