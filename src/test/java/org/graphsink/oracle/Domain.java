package org.graphsink.oracle;

import java.util.List;
import java.util.Map;

/** What values a column takes: few, so that rows meet. Keys carry the number of their sequence, to share a database. */
enum Domain {
    ID,
    NAME,
    WORD,
    /** A column whose unchanged value a connector may leave out. */
    LARGE,
    NUMBER,
    /** Entries that become properties of their own. */
    MAP,
    JOB(List.of("Dev", "Ops")),
    KIND(List.of("Book", "Film")),
    ROLE(List.of("WROTE", "EDITED"));

    static final long PER_SEQUENCE = 1000;

    private final List<String> names;

    Domain() {
        this(List.of());
    }

    Domain(List<String> names) {
        this.names = names;
    }

    boolean isNumber() {
        return this == ID || this == NUMBER;
    }

    Object value(int choice, long sequence) {
        return switch (this) {
            case ID -> sequence * PER_SEQUENCE + 1 + choice % 4;
            case NAME -> sequence + ":" + "abc".charAt(choice % 3);
            case WORD -> "w" + choice % 3;
            case LARGE -> "large" + choice % 3;
            case NUMBER -> (long) (choice % 5);
            case MAP -> map(choice);
            case JOB, KIND, ROLE -> names.get(choice % names.size());
        };
    }

    private static Map<String, String> map(int choice) {
        return switch (choice % 4) {
            case 0 -> Map.of();
            case 1 -> Map.of("a", "w" + choice % 3);
            case 2 -> Map.of("b", "w" + choice % 3);
            default -> Map.of("a", "w" + choice % 3, "b", "w1");
        };
    }

    /** The value as it would be in sequence 0. */
    static Object general(Object value) {
        if (value instanceof Long number) {
            return number % PER_SEQUENCE;
        }
        return value instanceof String text ? text.substring(text.indexOf(':') + 1) : value;
    }

    static long sequence(Object key) {
        return key instanceof Long number
                ? number / PER_SEQUENCE
                : Long.parseLong(((String) key).substring(0, ((String) key).indexOf(':')));
    }
}
